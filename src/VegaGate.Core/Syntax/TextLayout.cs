using System.Collections.Immutable;
using VegaGate.Text;

namespace VegaGate.Syntax;

/// <summary>
/// Follows the tokens through the text and refuses what the scanner lets pass although other readers of YAML see it differently or not at all: tabs as
/// indentation, lines that go on without it, missing commas in brackets, scalars and comments that cannot begin or end where they do.
/// </summary>
internal sealed class TextLayout(string text, ProblemList problems)
{
    public const string Blanks = " \t\r\n";

    private const int MaxKey = 1024;

    // As stacks; the framework has compiled code of lists of numbers, and none of stacks.
    private readonly List<int> _brackets = [];
    private readonly List<int> _blockColumns = [];
    private bool _isSeparatorDue;
    private readonly RemarkCollector _remarks = new(text);
    private bool _isIndentReported;

    /// <summary>Where the tokens so far end.</summary>
    public int LastEnd { get; private set; }

    public ImmutableArray<YamlComment> Remarks => _remarks.Found;

    public bool IsInBrackets => _brackets.Count > 0;

    /// <summary>The innermost bracket that is still open.</summary>
    public int? OpenedAt => IsInBrackets ? _brackets[^1] : null;

    /// <summary>Lines that go on need more indentation than this; -1 where they need none.</summary>
    private int BlockColumn => _blockColumns.Count > 0 ? _blockColumns[^1] : -1;

    public void Advance(int end) => LastEnd = Math.Max(LastEnd, end);

    public void OpenBlock(int column) => _blockColumns.Add(column);

    public void CloseBlock() => RemoveLast(_blockColumns);

    public void OpenBracket(int start)
    {
        Node(start);
        _brackets.Add(start);
        _isSeparatorDue = false;
        Advance(start + 1);
    }

    public void CloseBracket(int start)
    {
        // A closing bracket in the column of its key is what most people write, and nobody reads it differently.
        if (IsInBrackets && IsFirstInLine(start) && ColumnOf(start) < BlockColumn)
            ReportIndent(start);
        RemoveLast(_brackets);
        _isSeparatorDue = IsInBrackets;
        _isIndentReported &= IsInBrackets;
        Advance(start + 1);
    }

    /// <summary>A comma, a colon, or the indicator of a key.</summary>
    public void Separator(int start)
    {
        CheckIndent(start);
        _isSeparatorDue = false;
    }

    /// <summary>The beginning of a value or key.</summary>
    public void Node(int start)
    {
        CheckIndent(start);
        if (IsInBrackets && _isSeparatorDue)
            problems.Add(SyntaxDiagnostics.YamlSyntax, WordAt(start), "A comma is missing before this. Separate what stands in brackets with `,`.");
        _isSeparatorDue = IsInBrackets;
    }

    public void Scalar(ScalarStyle style, TextSpan span)
    {
        Node(span.Start);
        if (style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            _remarks.Collect(TextSpan.FromBounds(span.Start, EndOfLine(span.Start)));
            CheckLastLine(span.End);
            return;
        }

        if (style == ScalarStyle.Plain && BeginsReserved(span.Start))
            problems.Add(SyntaxDiagnostics.YamlSyntax, span, SyntaxErrorWords.ReservedMessage);
        else if (style == ScalarStyle.Plain && IsInBrackets && HoldsKey(span))
            problems.Add(SyntaxDiagnostics.YamlSyntax, span, "A `:` in this unquoted value makes it a key for some readers. Put the value in quotes.");
        CheckContinuation(span);
    }

    /// <summary>Whether nothing but spaces and line ends stands between the last token and the next: by far the most gaps.</summary>
    public bool IsBlankUpTo(int start)
    {
        for (var at = LastEnd; at < start; at++)
        {
            if (text[at] is not (' ' or '\n' or '\r'))
                return false;
        }

        return true;
    }

    /// <summary>Nothing, where more is closed than was opened.</summary>
    private static void RemoveLast(List<int> stack)
    {
        if (stack.Count > 0)
            stack.RemoveAt(stack.Count - 1);
    }

    /// <summary>How long the text between two places is without the blanks at its end.</summary>
    public static int LengthWithoutBlanks(string text, int start, int end)
    {
        while (end > start && text[end - 1] is ' ' or '\t' or '\r' or '\n')
            end--;
        return Math.Max(0, end - start);
    }

    /// <summary>The place of a directive between the last token and the next, or -1.</summary>
    public int FindDirective(int start)
    {
        for (var at = LastEnd; at < start; at++)
        {
            var found = text.AsSpan(at, start - at).IndexOf('%');
            if (found < 0)
                return -1;
            at += found;
            if (at == 0 || text[at - 1] == '\n')
                return at;
        }

        return -1;
    }

    /// <summary>Looks at the blanks and comments between the last token and the next.</summary>
    /// <param name="isStructure">Whether the next token is one whose column counts.</param>
    /// <param name="isEnd">Whether it is none that is written.</param>
    public void CheckBlanks(int start, bool isStructure, bool isEnd)
    {
        if (start <= LastEnd)
            return;
        var gap = text.AsSpan(LastEnd, start - LastEnd);
        if (gap.ContainsAnyExcept(Blanks))
        {
            _remarks.Collect(TextSpan.FromBounds(LastEnd, start));
            if (SkipBlank(LastEnd) is var skipped && skipped < start)
            {
                var words = text[skipped] == '#' ? SyntaxErrorWords.TightCommentMessage : "This cannot be read together with what stands before it. Put the value in quotes.";
                problems.Add(SyntaxDiagnostics.YamlSyntax, WordAt(skipped), words);
            }
        }

        var line = gap.LastIndexOf('\n');
        var tab = gap[(line + 1)..].IndexOf('\t');
        if (tab < 0 || isEnd || line < 0 && LastEnd > 0 && !isStructure)
            return;
        problems.Add(SyntaxDiagnostics.TabIndentation, new TextSpan(LastEnd + line + 1 + tab, 1), YamlTreeBuilder.TabMessage);
        Advance(start);
    }

    /// <summary>The word that begins at a place; past the last one, the end of what stands there.</summary>
    public TextSpan WordAt(int place)
    {
        if (place == text.Length)
            place = text.AsSpan().TrimEnd(Blanks).Length;
        if (place == text.Length)
            return new TextSpan(place, 0);
        var length = 1 + text.AsSpan(place + 1).IndexOfAny(IsInBrackets ? Blanks + ",]}" : Blanks);
        return new TextSpan(place, length == 0 ? text.Length - place : length);
    }

    /// <summary>Where a key begins that begins or ends at a place and is longer than the scanner takes; null where there is none.</summary>
    public int? FindLongKey(int place)
    {
        var first = text.AsSpan(0, place).LastIndexOf('\n') + 1;
        var end = EndOfLine(place);
        var start = end - text.AsSpan(first, end - first).TrimStart(" -").Length;
        var key = text.AsSpan(start, end - start).IndexOf(": ") is var colon and >= 0 ? colon : text.AsSpan(start, end - start).TrimEnd(Blanks).Length - 1;
        return key > MaxKey && text[start + key] == ':' && (place == start || place == start + key) ? start : null;
    }

    public int EndOfLine(int place) => text.IndexOf('\n', place) is var end and >= 0 ? end : text.Length;

    public bool IsFirstInLine(int place) => text.AsSpan(0, place).TrimEnd(" \t") is var before && (before.IsEmpty || before[^1] == '\n');

    /// <summary>The next place that is neither blank nor in a comment.</summary>
    public int SkipBlank(int at)
    {
        while (at < text.Length)
        {
            var isComment = text[at] == '#' && (at == 0 || text[at - 1] is ' ' or '\t' or '\n');
            if (isComment)
                at = EndOfLine(at);
            else if (Blanks.Contains(text[at], StringComparison.Ordinal))
                at++;
            else
                break;
        }

        return at;
    }

    private void CheckIndent(int start)
    {
        if (IsInBrackets && IsFirstInLine(start) && ColumnOf(start) <= BlockColumn)
            ReportIndent(start);
    }

    /// <summary>Once for what stands in one pair of brackets: its lines are mostly all alike.</summary>
    private void ReportIndent(int start)
    {
        if (!_isIndentReported)
            problems.Add(SyntaxDiagnostics.YamlSyntax, WordAt(start), SyntaxErrorWords.IndentContinuation);
        _isIndentReported = true;
    }

    private void CheckContinuation(TextSpan span)
    {
        for (var line = EndOfLine(span.Start) + 1; line < span.End; line = EndOfLine(line) + 1)
        {
            var rest = text.AsSpan(line, span.End - line);
            var indent = rest.IndexOfAnyExcept(' ');
            if (indent > BlockColumn || indent < 0 || rest.TrimStart(" \t")[0] is '\r' or '\n')
                continue;
            problems.Add(SyntaxDiagnostics.YamlSyntax, WordAt(line + indent), "A value that began above goes on in this line without indentation. Indent the line deeper than its key, or close the quote above it.");
            return;
        }
    }

    /// <summary>Whether an unquoted scalar begins with a character that YAML keeps for itself; in brackets the scanner takes many of them.</summary>
    private bool BeginsReserved(int start) => text[start] switch
    {
        ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => true,
        ' ' or '\t' or '\r' or '\n' => true,
        '-' or '?' or ':' => start + 1 == text.Length || Blanks.Contains(text[start + 1], StringComparison.Ordinal) || IsInBrackets && text[start + 1] is ',' or '[' or ']' or '{' or '}',
        _ => false,
    };

    /// <summary>Whether a colon in an unquoted scalar in brackets ends a key; outside them the scanner looks.</summary>
    private bool HoldsKey(TextSpan span)
    {
        for (var at = span.Start; at < span.End; at++)
        {
            var found = text.AsSpan(at, span.End - at).IndexOf(':');
            if (found < 0)
                return false;
            at += found;
            if (at + 1 == text.Length || Blanks.Contains(text[at + 1], StringComparison.Ordinal) || text[at + 1] is ',' or '[' or ']' or '{' or '}')
                return true;
        }

        return false;
    }

    /// <summary>Parsers differ in whether spaces that end the file are a line of the block scalar above them.</summary>
    private void CheckLastLine(int end)
    {
        if (!text.AsSpan(end).Trim(' ').IsEmpty)
            return;
        var line = text.LastIndexOf('\n') + 1;
        if (line < text.Length && text.AsSpan(line).Trim(' ').IsEmpty)
            problems.Add(SyntaxDiagnostics.YamlSyntax, TextSpan.FromBounds(line, text.Length), "The file ends in spaces that could belong to the text of `|` or `>`. Remove them.");
    }

    private int ColumnOf(int place) => place == 0 ? 0 : place - text.LastIndexOf('\n', place - 1) - 1;
}
