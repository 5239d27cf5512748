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

    /// <summary>Each is the character itself and then its name: a table of pairs would be compiled anew at every start.</summary>
    private static readonly string[] InvisibleNames =
    [
        "\u00ADSOFT HYPHEN",
        "\u034FCOMBINING GRAPHEME JOINER",
        "\u061CARABIC LETTER MARK",
        "\u115FHANGUL CHOSEONG FILLER",
        "\u1160HANGUL JUNGSEONG FILLER",
        "\u180EMONGOLIAN VOWEL SEPARATOR",
        "\u200BZERO WIDTH SPACE",
        "\u200CZERO WIDTH NON-JOINER",
        "\u200DZERO WIDTH JOINER",
        "\u200ELEFT-TO-RIGHT MARK",
        "\u200FRIGHT-TO-LEFT MARK",
        "\u202ALEFT-TO-RIGHT EMBEDDING",
        "\u202BRIGHT-TO-LEFT EMBEDDING",
        "\u202CPOP DIRECTIONAL FORMATTING",
        "\u202DLEFT-TO-RIGHT OVERRIDE",
        "\u202ERIGHT-TO-LEFT OVERRIDE",
        "\u2060WORD JOINER",
        "\u2061FUNCTION APPLICATION",
        "\u2062INVISIBLE TIMES",
        "\u2063INVISIBLE SEPARATOR",
        "\u2064INVISIBLE PLUS",
        "\u2066LEFT-TO-RIGHT ISOLATE",
        "\u2067RIGHT-TO-LEFT ISOLATE",
        "\u2068FIRST STRONG ISOLATE",
        "\u2069POP DIRECTIONAL ISOLATE",
        "\u206AINHIBIT SYMMETRIC SWAPPING",
        "\u206BACTIVATE SYMMETRIC SWAPPING",
        "\u206CINHIBIT ARABIC FORM SHAPING",
        "\u206DACTIVATE ARABIC FORM SHAPING",
        "\u206ENATIONAL DIGIT SHAPES",
        "\u206FNOMINAL DIGIT SHAPES",
        "\u3164HANGUL FILLER",
        "\uFFA0HALFWIDTH HANGUL FILLER",
        "\uFFF9INTERLINEAR ANNOTATION ANCHOR",
        "\uFFFAINTERLINEAR ANNOTATION SEPARATOR",
        "\uFFFBINTERLINEAR ANNOTATION TERMINATOR",
    ];

    /// <summary>The offset of the next character that may be one of them, or -1. A plain loop: the vectorized search is compiled anew at every start.</summary>
    public static int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is (>= ' ' and <= '~') or '\n' or '\r' or '\t')
                continue;
            if (c is <= '\u009F' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' or TagsHigh || InvisibleName(c) is not null)
                return i;
        }

        return -1;
    }

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
            _ when InvisibleName(c) is { } name => (SyntaxDiagnostics.InvisibleCharacter, $"U+{(int)c:X4} {name}", 1),
            _ => null,
        };
    }

    /// <summary>The name of an invisible character; null for any other.</summary>
    private static string? InvisibleName(char c) =>
        c is '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u180E' or (>= '\u200B' and <= '\u206F') or '\u3164' or '\uFFA0' or (>= '\uFFF9' and <= '\uFFFB') ? Array.Find(InvisibleNames, name => name[0] == c)?[1..] : null;
}
