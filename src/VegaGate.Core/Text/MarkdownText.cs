using System.Collections.Immutable;
using System.Text;

namespace VegaGate.Text;

/// <summary>
/// Puts text that came from a file, an issue or an event into Markdown as text: it makes no element, mentions nobody, and links nothing.
/// GitHub finds mentions and references in the rendered text, where a backslash is gone; a code span is the only place in which it does not look.
/// So code spans of the text stay what they are, words that GitHub would act on become code spans, and all other punctuation is escaped.
/// </summary>
public static class MarkdownText
{
    private const int ShortestCommitId = 7;

    /// <summary>On one line, for a paragraph, a heading or a list entry.</summary>
    public static string Inline(string text) => Escape(OneLine(text), isCell: false);

    /// <summary>For a cell of a table.</summary>
    public static string Cell(string text) => Escape(OneLine(text), isCell: true);

    /// <summary>As paragraphs that keep their lines.</summary>
    public static string Paragraphs(string text) =>
        string.Join("\n", Lines(text).Select(line => line.Length == 0 ? "" : Inline(line) + "  ")).TrimEnd();

    /// <summary>A list, an entry in a line, in about so many characters: how many more there are is said, and that the file has them.</summary>
    /// <param name="mostOfEntry">In characters, of one entry.</param>
    public static string List(ImmutableArray<string> entries, int mostOfEntry, int most)
    {
        var text = new StringBuilder();
        for (var shown = 0; shown < entries.Length; shown++)
        {
            var entry = Within(mostOfEntry, entries[shown], Inline);
            if (text.Length + entry.Length > most)
                return text.Append($"* and {entries.Length - shown} more, in the file\n").ToString();
            text.Append("* ").Append(entry).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// A text rendered by one of the others, in at most so many characters. What goes beyond is taken off before it is rendered, so that no code span is cut
    /// open, and an ellipsis stands in its place.
    /// </summary>
    public static string Within(int most, string text, Func<string, string> render)
    {
        var result = render(text);
        if (result.Length <= most)
            return result;
        result = "";
        for (int low = 0, high = Math.Min(text.Length, most); low < high;)
        {
            var kept = (low + high + 1) / 2;
            var head = render(text[..(char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept)].TrimEnd() + "…");
            if (head.Length <= most)
                (low, result) = (kept, head);
            else
                high = kept - 1;
        }

        return result;
    }

    /// <summary>As it is, in a fenced block whose fence is longer than any run of backticks inside.</summary>
    public static string Fenced(string text)
    {
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}text\n{string.Join('\n', text.Split('\n').Select(line => Printable(line.TrimEnd('\r'), keepsTabs: true)))}\n{fence}";
    }

    /// <summary>A link whose text is text. The address is one of our own making or of the tracker's.</summary>
    public static string Link(string text, string url) =>
        url.Length == 0 ? Inline(text) : $"[{Inline(text)}](<{string.Concat(url.Select(c => c is <= ' ' or '<' or '>' or '\\' or '|' ? Uri.HexEscape(c) : c.ToString()))}>)";

    /// <summary>A code span that shows the text on one line, exactly but for blanks at its ends; nothing for nothing.</summary>
    public static string Code(string text) => OneLine(text) is { Length: > 0 } line ? Span(line) : "";

    private static string Span(string text)
    {
        var fence = new string('`', LongestRun(text) + 1);
        var pad = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        return fence + pad + text + pad + fence;
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(OneLine);

    private static string OneLine(string text) => Printable(text, keepsTabs: false).Trim();

    /// <summary>Line ends and all other controls become blanks.</summary>
    private static string Printable(string text, bool keepsTabs) => string.Create(text.Length, (text, keepsTabs), static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var c = source.text[i];
            target[i] = (char.IsControl(c) && !(c == '\t' && source.keepsTabs)) || c is '\u2028' or '\u2029' ? ' ' : c;
        }
    });

    private static string Escape(string text, bool isCell)
    {
        var result = new StringBuilder(text.Length + 16);
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '`' && FindSpanEnd(text, at) is { } end)
            {
                var width = RunLength(text, at);
                AppendCode(result, text[(at + width)..(end - width)].Trim(' '), isCell);
                at = end;
            }
            else if (c == '`')
            {
                var width = RunLength(text, at);
                result.Insert(result.Length, "&#96;", width);
                at += width;
            }
            else if (c == ' ')
            {
                result.Append(c);
                at++;
            }
            else
            {
                var stop = at + 1;
                while (stop < text.Length && text[stop] is not (' ' or '`'))
                    stop++;
                AppendWord(result, text[at..stop], isCell);
                at = stop;
            }
        }

        return result.ToString();
    }

    private static void AppendWord(StringBuilder result, string word, bool isCell)
    {
        if (IsActive(word))
        {
            AppendCode(result, word, isCell);
            return;
        }

        var isLineStart = result.Length == 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var isMarker = isLineStart && (i == 0 && c is '-' or '+' or '=' or '#' or ':' || c is '.' or ')' && IsNumber(word.AsSpan(0, i)));
            switch (c)
            {
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                case '&':
                    result.Append("&amp;");
                    break;
                case '\\' or '*' or '_' or '[' or ']' or '~' or '!' or '$' or '|':
                    result.Append('\\').Append(c);
                    break;
                default:
                    if (isMarker)
                        result.Append('\\');
                    result.Append(c);
                    break;
            }
        }
    }

    /// <summary>In a table, a pipe divides cells even inside a code span, and is escaped there too.</summary>
    private static void AppendCode(StringBuilder result, string text, bool isCell)
    {
        // A span directly behind another would make one run of the two fences.
        if (result.Length > 0 && result[^1] == '`')
            result.Append(' ');
        if (isCell && text.Contains("\\|", StringComparison.Ordinal))
            AppendReferences(result, text);
        else
            result.Append(text.Length == 0 ? "&#96;&#96;" : isCell ? Span(text).Replace("|", "\\|", StringComparison.Ordinal) : Span(text));
    }

    /// <summary>A pipe behind a backslash: a cell has no code span for it, since what escapes the one is taken for an escape of the other.</summary>
    private static void AppendReferences(StringBuilder result, string text)
    {
        result.Append("<code>");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && !Rune.IsLetterOrDigit(rune))
                result.Append($"&#{rune.Value};");
            else
                result.Append(rune);
        }

        result.Append("</code>");
    }

    /// <summary>Whether GitHub would make a mention, a reference, or a link of a word.</summary>
    private static bool IsActive(string word)
    {
        if (word.Contains("://", StringComparison.Ordinal) || word.Contains("www.", StringComparison.OrdinalIgnoreCase) || word.Contains("mailto:", StringComparison.OrdinalIgnoreCase)
            || word.Contains("xmpp:", StringComparison.OrdinalIgnoreCase) || word.Contains("GH-", StringComparison.OrdinalIgnoreCase))
            return true;
        var hexDigits = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] is '@' or '\uFF20' && i + 1 < word.Length || word[i] is '#' or '\uFF03' && i + 1 < word.Length && char.IsDigit(word[i + 1]))
                return true;
            hexDigits = char.IsAsciiHexDigit(word[i]) ? hexDigits + 1 : 0;
            if (hexDigits >= ShortestCommitId)
                return true;
        }

        return false;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The end of the code span that begins here, behind its closing run; null when nothing closes it.</summary>
    private static int? FindSpanEnd(string text, int start)
    {
        var width = RunLength(text, start);
        for (var at = start + width; at < text.Length;)
        {
            if (text[at] != '`')
            {
                at++;
                continue;
            }

            var run = RunLength(text, at);
            if (run == width)
                return at + run;
            at += run;
        }

        return null;
    }

    private static int RunLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '`')
            end++;
        return end - start;
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '`')
            {
                var run = RunLength(text, i);
                longest = Math.Max(longest, run);
                i += run;
            }
        }

        return longest;
    }
}
