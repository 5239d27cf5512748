using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Documents.Recovery;
using VegaGate.Text;

namespace VegaGate.Documents.Recognition;

/// <summary>
/// Keeps account of every line: what nobody took is left, and is said to be. A guess is a finding at its line.
/// </summary>
internal sealed class LineLedger(RecoveredDocument document)
{
    private const int MostColumns = 200;

    private readonly bool[] _taken = new bool[document.Lines.Length];
    private readonly List<Diagnostic> _findings = [.. document.Notices];

    public RecoveredDocument Document => document;

    public void Take(int line) => Take(line, line);

    public void Take(int first, int last)
    {
        for (var line = Math.Max(0, first); line <= last && line < _taken.Length; line++)
            _taken[line] = true;
    }

    public void Take(IEnumerable<Reading.TextLine> lines)
    {
        foreach (var line in lines)
            Take(line.Line);
    }

    public bool IsTaken(int line) => _taken[line];

    /// <summary>Says what was made of a line, and why somebody should look.</summary>
    public void Report(DiagnosticDescriptor descriptor, int line, string message)
    {
        var place = document.PlaceOf(line);
        _findings.Add(new Diagnostic(descriptor, document.Source, new TextSpan(place.Start, Math.Min(place.Length, MostColumns)), message));
    }

    /// <summary>The lines that nobody took, counted from zero, without blank ones.</summary>
    public ImmutableArray<int> LeftLines() => [.. Enumerable.Range(0, _taken.Length).Where(line => !_taken[line] && !string.IsNullOrWhiteSpace(document.Lines[line]))];

    /// <summary>Everything that was said, in the order of the text, with one finding for each run of lines that were left.</summary>
    public ImmutableArray<Diagnostic> End()
    {
        var left = LeftLines();
        for (var at = 0; at < left.Length;)
        {
            var end = at + 1;
            while (end < left.Length && IsRun(left[end - 1], left[end]))
                end++;
            var count = end - at;
            Report(DocumentDiagnostics.LeftOut, left[at], count == 1 ? "This line is left out." : $"These {count} lines are left out, to line {document.Source.GetPosition(document.PlaceOf(left[end - 1]).Start).Line}.");
            at = end;
        }

        _findings.Sort(Diagnostic.Compare);
        return [.. _findings];
    }

    private bool IsRun(int line, int next)
    {
        for (var between = line + 1; between < next; between++)
        {
            if (!string.IsNullOrWhiteSpace(document.Lines[between]))
                return false;
        }

        return true;
    }
}
