using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Spectre.Console.Rendering;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>For people: place, severity, id and message on a line, then the source line with a caret under the offending token.</summary>
public sealed class ConsoleReporter : IDiagnosticReporter
{
    private const int MaxLine = 160;

    /// <summary>As far as a window looks around itself for what is not to be shown.</summary>
    private const int LongestSecret = 4_096;

    private const string Reset = "\u001b[0m";

    public void Report(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<string> files, Surroundings surroundings)
    {
        var output = surroundings.Output;
        foreach (var diagnostic in diagnostics)
            Write(output, diagnostic, surroundings.UseColor);
        output.Write(Summary(diagnostics, files.Length) + "\n");
    }

    /// <summary>Writes one finding: a few lines, none of which the runner obeys.</summary>
    internal static void Write(TextWriter output, Diagnostic diagnostic, bool useColor)
    {
        WriteHead(output, diagnostic, useColor);
        if (!diagnostic.Descriptor.HidesText)
            WriteSource(output, diagnostic.Source, diagnostic.Span, useColor);
        foreach (var related in diagnostic.Related)
        {
            var at = related.Source.GetPosition(related.Span.Start);
            output.Write($"  {related.Source.Path}:{at.Line}:{at.Column}: {SafeText.Show(related.Message)}\n");
        }

        if (diagnostic.Fix is { Applicability: FixApplicability.Safe } fix)
            output.Write($"  fix: {SafeText.Show(fix.Title)} (--fix)\n");
    }

    public static string Summary(ImmutableArray<Diagnostic> diagnostics, int files)
    {
        var counts = new int[(int)DiagnosticSeverity.Error + 1];
        foreach (var diagnostic in diagnostics)
            counts[(int)diagnostic.Severity]++;
        var found = new List<string>();
        for (var severity = DiagnosticSeverity.Error; severity >= DiagnosticSeverity.Notice; severity--)
        {
            if (counts[(int)severity] is var count and > 0)
                found.Add($"{count} {Word(severity)}{(count == 1 ? "" : "s")}");
        }

        return $"{files} file{(files == 1 ? "" : "s")} checked: {(found.Count == 0 ? "no findings" : string.Join(", ", found))}";
    }

    public static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "notice",
    };

    private static void WriteHead(TextWriter output, Diagnostic diagnostic, bool useColor)
    {
        var at = diagnostic.Source.GetPosition(diagnostic.Span.Start);
        var color = !useColor ? "" : diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "\u001b[1;31m",
            DiagnosticSeverity.Warning => "\u001b[1;33m",
            _ => "\u001b[1;36m",
        };
        output.Write($"{diagnostic.Source.Path}:{at.Line}:{at.Column}: {color}{Word(diagnostic.Severity)}{(useColor ? Reset : "")} {diagnostic.Descriptor.Id}: {SafeText.Show(diagnostic.Message)}\n");
    }

    private static void WriteSource(TextWriter output, SourceText source, TextSpan span, bool useColor)
    {
        if (source.Text.Length == 0)
            return;
        var at = source.GetPosition(span.Start);
        var line = source.GetLine(at.Line);
        // A window around the token, where the line is longer than anybody reads.
        var from = line.Length <= MaxLine ? 0 : Math.Max(0, Math.Min(at.Column - 1 - MaxLine / 2, line.Length - MaxLine));
        var end = Math.Min(line.Length, from + MaxLine);
        from += IsInsidePair(line, from) ? 1 : 0;
        end -= IsInsidePair(line, end) ? 1 : 0;

        // A secret may begin or end outside of the window.
        var around = Math.Max(0, from - LongestSecret);
        var shown = SafeText.Show(SecretText.Mask(line[around..Math.Min(line.Length, end + LongestSecret)])[(from - around)..(end - around)]);
        var start = Math.Clamp(at.Column - 1 - from, 0, shown.Length);
        var number = at.Line.ToString();
        var pad = new StringBuilder();
        foreach (var (index, piece) in shown[..start].Split('\t').Index())
            pad.Append(index > 0 ? "\t" : "").Append(' ', CellsOf(piece));
        var width = Math.Max(1, CellsOf(shown.Substring(start, Math.Min(span.Length, shown.Length - start))));
        output.Write($"  {number} | {(from > 0 ? "…" : "")}{shown}\n");
        var caret = new StringBuilder();
        foreach (var _ in number)
            caret.Append(' ');
        caret.Append(from > 0 ? " |  " : " | ").Append(pad).Append(useColor ? "\u001b[1;32m" : "");
        for (var i = 0; i < width; i++)
            caret.Append('^');
        output.Write($"  {caret}{(useColor ? Reset : "")}\n");
    }

    private static bool IsInsidePair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    /// <summary>How many columns of a terminal a text takes: a Chinese character two, a combining one none.</summary>
    private static int CellsOf(string text) => Ascii.IsValid(text) ? text.Length : MeasureCells(text);

    /// <summary>A method of its own, so that the library is loaded only where it is asked.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int MeasureCells(string text) => new Segment(text).CellCount();
}
