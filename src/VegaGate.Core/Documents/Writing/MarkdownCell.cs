using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VegaGate.Documents.Reading;

namespace VegaGate.Documents.Writing;

/// <summary>
/// Writes a text so that <see cref="InlineText.Read"/> gives it back: as it is where Markdown reads it so, and with escapes where it would make something of it.
/// HTML is always escaped.
/// </summary>
public static partial class MarkdownCell
{
    private const int TimeoutMilliseconds = 1_000;
    private const string Punctuation = "\\*_[]`!~#>{}()|";

    /// <summary>Everything but the pipes of a table.</summary>
    public static string Inline(string text) => IsItself(text) ? text : Escape(text);

    /// <summary>A cell of a table.</summary>
    public static string Cell(string text) => Inline(text).Replace("|", "\\|", StringComparison.Ordinal);

    public static string Cell(IEnumerable<string> texts) => string.Join("<br>", texts.Select(Cell));

    /// <summary>The text of a heading: number signs at its end would be taken for its own.</summary>
    public static string Heading(string text) => text.EndsWith('#') ? Escape(text) : Inline(text);

    /// <summary>The text of a list entry, which begins no block of its own.</summary>
    public static string Entry(string text)
    {
        var written = Inline(text);
        return BlockStart().IsMatch(written) ? string.Create(CultureInfo.InvariantCulture, $"&#{(int)written[0]};{written[1..]}") : written;
    }

    private static bool IsItself(string text)
    {
        foreach (var c in text)
        {
            if (c is '<' or '\n' or '\t' || IsHidden(c))
                return false;
        }

        return text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && !(text.Contains("](", StringComparison.Ordinal) && StrangeLink().IsMatch(text)) && InlineText.Read(text) == text;
    }

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            var isEdge = at == 0 || at == text.Length - 1 || text[at - 1] == '\n' || text[at + 1] == '\n';
            if (c == '\n')
                result.Append(isEdge ? "&#10;" : "<br>");
            else if (c is '<' or '&' || IsHidden(c) || c == '\t' || c == ' ' && isEdge)
                result.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else if (c == '|')
                result.Append(c);
            else if (Punctuation.Contains(c, StringComparison.Ordinal))
                result.Append('\\').Append(c);
            else
                result.Append(c);
        }

        return result.ToString();
    }

    private static bool IsHidden(char c) =>
        char.IsControl(c) && c != '\n' && c != '\t' || c is '\u00A0' or '\u202F' or '\uFDD0' or '\uFDD1' or '\uFDD2' || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"\]\((?!https?://|mailto:|[#./]|[\w-]+[./)])", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex StrangeLink();

    [GeneratedRegex(@"^(?:[#>+*=~|:\[-]|\d{1,9}[.)]|```|_{3})", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex BlockStart();
}
