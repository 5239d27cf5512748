using System.Globalization;
using System.Text;

namespace VegaGate.Syntax;

/// <summary>
/// Writes text as a scalar of one line that every reader takes for that text, in a block and between braces: plain where nothing can be read into it,
/// otherwise in double quotes.
/// </summary>
public static class YamlScalarText
{
    /// <summary>What some reader takes for something else than text.</summary>
    private static readonly string[] Words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    /// <summary>
    /// The scalar with its quotes. Half a surrogate pair, which no file can hold, and NUL become U+FFFD; what nobody sees is escaped, so that whoever reads the
    /// file sees it.
    /// </summary>
    public static string Of(string value) => IsPlain(value) ? value : Quoted(value);

    /// <summary>The same, in double quotes whatever it is.</summary>
    public static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
            Append(text, rune.Value is 0 ? Rune.ReplacementChar : rune);
        return text.Append('"').ToString();
    }

    /// <summary>Whether a reader of the file sees a character, and in its place. Each half of a surrogate pair counts as seen.</summary>
    public static bool IsShown(char c) =>
        c is >= ' ' and <= '~'
        || !(char.IsControl(c) || c is '\uFFFE' or '\uFFFF' or '\u00A0' || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsPlain(string value)
    {
        if (value.Length == 0 || value[^1] == ' ' || Words.Contains(value, StringComparer.OrdinalIgnoreCase))
            return false;
        if (char.IsAsciiDigit(value[0]))
            return IsName(value) && value.AsSpan().IndexOfAny("abcdf") >= 0 && !value.StartsWith("0b", StringComparison.Ordinal);
        return char.IsAsciiLetter(value[0]) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '/' or '(' or ')' or ';');
    }

    /// <summary>Only lower-case letters and digits: a fingerprint, and no date or decimal.</summary>
    private static bool IsName(string value) => value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) && !value.Contains('x', StringComparison.Ordinal) && !value.Contains('o', StringComparison.Ordinal);

    private static void Append(StringBuilder text, Rune rune)
    {
        switch (rune.Value)
        {
            case '"' or '\\':
                text.Append('\\').Append((char)rune.Value);
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            default:
                var shown = rune.ToString();
                if (rune.IsBmp ? IsShown(shown[0]) : HiddenCharacters.Identify(shown) is null)
                    text.Append(shown);
                else
                    text.Append(rune.IsBmp ? "\\u" : "\\U").Append(rune.Value.ToString(rune.IsBmp ? "X4" : "X8", CultureInfo.InvariantCulture));
                break;
        }
    }
}
