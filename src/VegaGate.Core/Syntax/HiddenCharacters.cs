using System.Buffers;
using VegaGate.Diagnostics;

namespace VegaGate.Syntax;

/// <summary>
/// The characters that a reader of a diff does not see, or sees as something else. Variation selectors are not among them: they belong to emoji.
/// </summary>
internal static class HiddenCharacters
{
    /// <summary>The high half of the tag characters, U+E0000 to U+E007F.</summary>
    private const char TagsHigh = '\uDB40';

    private static readonly string[] ControlNames =
    [
        "NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY", "ACKNOWLEDGE", "BELL", "BACKSPACE", "TAB",
        "LINE FEED", "LINE TABULATION", "FORM FEED", "CARRIAGE RETURN", "SHIFT OUT", "SHIFT IN", "DATA LINK ESCAPE", "DEVICE CONTROL ONE",
        "DEVICE CONTROL TWO", "DEVICE CONTROL THREE", "DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE", "SYNCHRONOUS IDLE",
        "END OF TRANSMISSION BLOCK", "CANCEL", "END OF MEDIUM", "SUBSTITUTE", "ESCAPE", "FILE SEPARATOR", "GROUP SEPARATOR", "RECORD SEPARATOR",
        "UNIT SEPARATOR",
    ];

    private static readonly Dictionary<char, string> InvisibleNames = new()
    {
        ['\u061C'] = "ARABIC LETTER MARK",
        ['\u180E'] = "MONGOLIAN VOWEL SEPARATOR",
        ['\u200B'] = "ZERO WIDTH SPACE",
        ['\u200C'] = "ZERO WIDTH NON-JOINER",
        ['\u200D'] = "ZERO WIDTH JOINER",
        ['\u200E'] = "LEFT-TO-RIGHT MARK",
        ['\u200F'] = "RIGHT-TO-LEFT MARK",
        ['\u202A'] = "LEFT-TO-RIGHT EMBEDDING",
        ['\u202B'] = "RIGHT-TO-LEFT EMBEDDING",
        ['\u202C'] = "POP DIRECTIONAL FORMATTING",
        ['\u202D'] = "LEFT-TO-RIGHT OVERRIDE",
        ['\u202E'] = "RIGHT-TO-LEFT OVERRIDE",
        ['\u2060'] = "WORD JOINER",
        ['\u2061'] = "FUNCTION APPLICATION",
        ['\u2062'] = "INVISIBLE TIMES",
        ['\u2063'] = "INVISIBLE SEPARATOR",
        ['\u2064'] = "INVISIBLE PLUS",
        ['\u2066'] = "LEFT-TO-RIGHT ISOLATE",
        ['\u2067'] = "RIGHT-TO-LEFT ISOLATE",
        ['\u2068'] = "FIRST STRONG ISOLATE",
        ['\u2069'] = "POP DIRECTIONAL ISOLATE",
        ['\u206A'] = "INHIBIT SYMMETRIC SWAPPING",
        ['\u206B'] = "ACTIVATE SYMMETRIC SWAPPING",
        ['\u206C'] = "INHIBIT ARABIC FORM SHAPING",
        ['\u206D'] = "ACTIVATE ARABIC FORM SHAPING",
        ['\u206E'] = "NATIONAL DIGIT SHAPES",
        ['\u206F'] = "NOMINAL DIGIT SHAPES",
    };

    private static readonly SearchValues<char> Suspects = SearchValues.Create([.. AllSuspects()]);

    /// <summary>The offset of the next character that may be one of them, or -1.</summary>
    public static int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(Suspects);

    /// <summary>What the character that <paramref name="text"/> begins with is, or null where it is harmless.</summary>
    public static (DiagnosticDescriptor Descriptor, string Name, int Length)? Identify(ReadOnlySpan<char> text)
    {
        var c = text[0];
        return c switch
        {
            '\u0085' => (SyntaxDiagnostics.LineSeparator, "U+0085 NEXT LINE", 1),
            '\u2028' => (SyntaxDiagnostics.LineSeparator, "U+2028 LINE SEPARATOR", 1),
            '\u2029' => (SyntaxDiagnostics.LineSeparator, "U+2029 PARAGRAPH SEPARATOR", 1),
            '\uFEFF' => (SyntaxDiagnostics.InnerByteOrderMark, "U+FEFF BYTE ORDER MARK", 1),
            < ' ' => (SyntaxDiagnostics.ControlCharacter, $"U+{(int)c:X4} {ControlNames[c]}", 1),
            '\u007F' => (SyntaxDiagnostics.ControlCharacter, "U+007F DELETE", 1),
            >= '\u0080' and <= '\u009F' => (SyntaxDiagnostics.ControlCharacter, $"U+{(int)c:X4} (a C1 control)", 1),
            '\uFFFE' or '\uFFFF' => (SyntaxDiagnostics.ControlCharacter, $"U+{(int)c:X4} (not a character)", 1),
            TagsHigh when text.Length > 1 && text[1] <= '\uDC7F' =>
                (SyntaxDiagnostics.InvisibleCharacter, $"U+{char.ConvertToUtf32(c, text[1]):X} (an invisible tag character)", 2),
            _ when InvisibleNames.TryGetValue(c, out var name) => (SyntaxDiagnostics.InvisibleCharacter, $"U+{(int)c:X4} {name}", 1),
            _ => null,
        };
    }

    private static IEnumerable<char> AllSuspects()
    {
        for (var c = '\0'; c <= '\u009F'; c++)
        {
            if (c is (< ' ' and not ('\t' or '\n' or '\r')) or >= '\u007F')
                yield return c;
        }

        foreach (var c in (char[])['\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF', TagsHigh])
            yield return c;
        foreach (var c in InvisibleNames.Keys)
            yield return c;
    }
}
