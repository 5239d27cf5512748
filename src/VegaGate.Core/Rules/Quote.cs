using System.Globalization;
using System.Text;
using VegaGate.Text;

namespace VegaGate.Rules;

/// <summary>Quotes text of a file in a message, which stays one line that shows what it says.</summary>
internal static class Quote
{
    private const int MaxLength = 60;

    /// <summary>The text in backticks, shortened where it is long; what is invisible, or would end the quotation, is replaced, and what looks like a secret is masked.</summary>
    public static string Of(string text)
    {
        var quoted = new StringBuilder("`");
        foreach (var rune in SecretText.Mask(text).EnumerateRunes())
        {
            if (quoted.Length > MaxLength)
            {
                quoted.Append('…');
                break;
            }

            quoted.Append(Show(rune));
        }

        return quoted.Append('`').ToString();
    }

    private static Rune Show(Rune rune) => rune.Value == '`' ? new Rune('\'') : Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => new Rune(' '),
        UnicodeCategory.Format => Rune.ReplacementChar,
        _ => rune,
    };
}
