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

    /// <summary>Each costs a reading of the text.</summary>
    private const int MaxAttempts = 8;

    /// <summary>Of a longer text the parser's own words must do.</summary>
    private const int MaxLength = 1 << 20;

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n,}]");

    /// <summary>The tree with the slip instead of the errors that follow from it; the same tree where there is none.</summary>
    public static YamlTree Explain(YamlTree tree)
    {
        if (tree.Diagnostics.IsEmpty || tree.Source.Text.Length > MaxLength || tree.Diagnostics.FirstOrDefault(IsError) is not { } error)
            return tree;
        foreach (var (start, isHash) in Candidates(tree.Source, error).Take(MaxAttempts))
        {
            var edit = isHash ? new TextEdit(new TextSpan(start, 1), "x") : new TextEdit(new TextSpan(Colon(tree.Source.Text, start) + 1, 0), " ");
            var mended = YamlTreeParser.Parse(SourceText.FromString(tree.Source.Path, FixApplier.Apply(tree.Source.Text, [edit])));
            var shift = edit.NewText.Length - edit.Span.Length;
            var left = mended.Diagnostics.Where(IsError).Select(next => next.Span.Start - shift).ToHashSet();
            if (left.Any(place => place <= error.Span.Start))
                continue;
            var slip = isHash ? Hash(tree.Source, start) : Key(tree.Source, start, edit, mended.Diagnostics.IsEmpty);
            var others = tree.Diagnostics.Where(diagnostic => !IsError(diagnostic) || left.Contains(diagnostic.Span.Start));
            return tree with { Diagnostics = [.. others.Append(slip).Order(Comparer<Diagnostic>.Create(Diagnostic.Compare))] };
        }

        return tree;
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Descriptor == SyntaxDiagnostics.YamlSyntax;

    private static Diagnostic Hash(SourceText source, int start) => new(
        SyntaxDiagnostics.YamlSyntax, source, Word(source.Text, start), "YAML begins a comment at this `#`, and what stands behind it in the line is lost. Put the value in quotes.");

    private static Diagnostic Key(SourceText source, int start, TextEdit edit, bool isReadable) => new(
        SyntaxDiagnostics.ColonWithoutSpace, source, Word(source.Text, start), "This is one piece of text for YAML, and no key with a value; put a space after the colon.")
    {
        Fix = isReadable ? new CodeFix("Write the space", FixApplicability.Safe, [edit]) : null,
    };

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
        while (colon < text.Length && (char.IsAsciiLetter(text[colon]) || colon > start && text[colon] == '-'))
            colon++;
        return colon > start && colon + 1 < text.Length && text[colon] == ':' && text[colon + 1] is not (' ' or '\t' or '\r' or '\n' or '/' or ':') ? colon : 0;
    }

    private static TextSpan Word(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(WordEnds);
        return new TextSpan(start, length < 0 ? text.Length - start : length);
    }
}
