using System.Globalization;
using System.Text;

namespace VegaGate.Text;

/// <summary>Makes text from outside fit for a message of ours.</summary>
public static class ForeignText
{
    /// <summary>
    /// The text on one line: control, format and separator characters and lone surrogates become one blank, and what goes beyond
    /// <paramref name="most"/> characters is replaced by an ellipsis.
    /// </summary>
    public static string Line(string? text, int most)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var result = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBlank(rune))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else if (result.Length + rune.Utf16SequenceLength > most)
            {
                return result.Append('…').ToString();
            }
            else
            {
                result.Append(rune);
            }
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>The first characters of a text, no surrogate pair cut, with an ellipsis in the place of the rest.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end] + '…';
    }

    // EnumerateRunes gives the replacement character for a lone surrogate.
    private static bool IsBlank(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
}
