using System.Buffers;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Syntax;

/// <summary>
/// Names the slip behind an error that the parser sees only later: a key without a space behind its colon, or a value that is cut at a <c>#</c>. A slip is
/// the cause where the text without it can be read beyond the error; nothing is guessed.
/// </summary>
internal static class SlipFinder
{
    /// <summary>How many lines a slip may stand from where the parser stumbles.</summary>
    private const int Reach = 3;

    /// <summary>What may be a slip near one error.</summary>
    private const int MaxCandidates = 8;

    /// <summary>Each reading of the text costs as much as the first one.</summary>
    private const int MaxReadings = 32;

    /// <summary>So many characters in all the readings: a longer text has fewer, and of one that is longer than this the parser's own words must do.</summary>
    private const int MaxRead = 4 << 20;

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n,}]");

    /// <summary>The tree with the slips instead of the errors that follow from them; the same tree where there is none.</summary>
    public static YamlTree Explain(YamlTree tree)
    {
        if (tree.Diagnostics.IsEmpty)
            return tree;
        var slips = new List<TextEdit>();
        var mended = tree;
        for (var readings = Math.Min(MaxReadings, MaxRead / Math.Max(tree.Source.Text.Length, 1)); FindNext(tree.Source, mended, slips, ref readings) is { } next;)
            mended = next;
        if (slips.Count == 0)
            return tree;
        var isReadable = mended.Diagnostics.IsEmpty && slips.TrueForAll(IsSpace);
        var left = mended.Diagnostics.Where(IsError).Select(error => InFile(error.Span.Start, slips)).ToHashSet();
        var others = tree.Diagnostics.Where(diagnostic => !IsError(diagnostic) || left.Contains(diagnostic.Span.Start));
        return tree with { Diagnostics = [.. others.Concat(slips.Select(slip => Name(tree.Source, slip, isReadable))).Order(Comparer<Diagnostic>.Create(Diagnostic.Compare))] };
    }

    /// <summary>The tree of a text that can be read further, once the slip behind its first error is mended; null where none is found. The slip goes to the others.</summary>
    /// <param name="mended">Of the text in which the slips so far are mended.</param>
    /// <param name="readings">How many more there may be.</param>
    private static YamlTree? FindNext(SourceText source, YamlTree mended, List<TextEdit> slips, ref int readings)
    {
        if (mended.Diagnostics.FirstOrDefault(IsError) is not { } error)
            return null;
        var text = mended.Source.Text;
        foreach (var (start, isHash) in Candidates(mended.Source, error).Take(MaxCandidates))
        {
            if (readings-- <= 0)
                return null;
            var slip = isHash ? new TextEdit(new TextSpan(InFile(start, slips), 1), "x") : new TextEdit(new TextSpan(InFile(Colon(text, start) + 1, slips), 0), " ");
            var next = YamlTreeParser.Parse(SourceText.FromString(source.Path, FixApplier.Apply(source.Text, slips.Append(slip))));
            var place = error.Span.Start + slip.NewText.Length - slip.Span.Length;
            if (next.Diagnostics.Any(problem => IsError(problem) && problem.Span.Start <= place))
                continue;
            slips.Add(slip);
            return next;
        }

        return null;
    }

    /// <summary>Where a place of the mended text is in the file.</summary>
    private static int InFile(int place, List<TextEdit> slips)
    {
        var shift = 0;
        foreach (var slip in slips.Where(IsSpace).OrderBy(slip => slip.Span.Start))
        {
            if (slip.Span.Start + shift < place)
                shift++;
        }

        return place - shift;
    }

    /// <summary>Whether it puts a space after a colon; otherwise it takes a hash away.</summary>
    private static bool IsSpace(TextEdit slip) => slip.Span.Length == 0;

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Descriptor == SyntaxDiagnostics.YamlSyntax;

    /// <summary>The finding of a slip: a character is written over a hash, and put after a colon.</summary>
    private static Diagnostic Name(SourceText source, TextEdit slip, bool isReadable) => IsSpace(slip)
        ? new Diagnostic(
            SyntaxDiagnostics.ColonWithoutSpace,
            source,
            Word(source.Text, KeyStart(source.Text, slip.Span.Start - 1)),
            "This is one piece of text for YAML, and no key with a value; put a space after the colon.")
        {
            Fix = isReadable ? new CodeFix("Write the space", FixApplicability.Safe, [slip]) : null,
        }
        : new Diagnostic(
            SyntaxDiagnostics.YamlSyntax,
            source,
            Word(source.Text, slip.Span.Start),
            "YAML begins a comment at this `#`, and what stands behind it in the line is lost. Put the value in quotes.");

    private static int KeyStart(string text, int colon)
    {
        while (colon > 0 && IsInKey(text[colon - 1]))
            colon--;
        while (text[colon] == '-')
            colon++;
        return colon;
    }

    private static bool IsInKey(char c) => char.IsAsciiLetter(c) || c == '-';

    /// <summary>What may be a slip in the lines around an error and around the bracket that it speaks of, the nearest line first.</summary>
    private static IEnumerable<(int Start, bool IsHash)> Candidates(SourceText source, Diagnostic error)
    {
        var text = source.Text;
        int[] places = error.Related is [var bracket, ..] ? [error.Span.Start, bracket.Span.Start] : [error.Span.Start];
        return Enumerable.Range(0, Reach + 1)
            .SelectMany(distance => places.SelectMany(place => new[] { LineStart(text, place, -distance), LineStart(text, place, distance) }))
            .Distinct()
            .SelectMany(start => InLine(text, start));
    }

    /// <summary>Where the line begins that is so many lines away; at the ends of the text, the first or the last one.</summary>
    private static int LineStart(string text, int place, int distance)
    {
        var start = place == 0 ? 0 : text.LastIndexOf('\n', place - 1) + 1;
        for (; distance < 0 && start > 0; distance++)
            start = start == 1 ? 0 : text.LastIndexOf('\n', start - 2) + 1;
        for (; distance > 0 && text.IndexOf('\n', start) is var end and >= 0; distance--)
            start = end + 1;
        return start;
    }

    private static IEnumerable<(int Start, bool IsHash)> InLine(string text, int start)
    {
        var isEntry = true;
        for (var at = start; at < text.Length && text[at] != '\n'; at++)
        {
            var c = text[at];
            if (c == '#' && at > start && text[at - 1] is ' ' or '\t' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))
                yield return (at, true);
            else if (isEntry && Colon(text, at) is > 0)
                yield return (at, false);
            isEntry = c is ',' or '{' or '[' || isEntry && c is ' ' or '\t' or '-';
        }
    }

    /// <summary>The colon of a key that begins here and of which the value follows without a space; 0 where none does.</summary>
    private static int Colon(string text, int start)
    {
        var colon = start;
        while (colon < text.Length && IsInKey(text[colon]) && (colon > start || text[colon] != '-'))
            colon++;
        return colon > start && colon + 1 < text.Length && text[colon] == ':' && text[colon + 1] is not (' ' or '\t' or '\r' or '\n' or '/' or ':') ? colon : 0;
    }

    private static TextSpan Word(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(WordEnds);
        return new TextSpan(start, length < 0 ? text.Length - start : length);
    }
}
