using System.Globalization;
using System.Text;

namespace VegaGate.Text;

/// <summary>
/// Characters that stand together and are what a reader of Windows-1252 makes of UTF-8. Five bytes have no character there; some programs make controls of
/// them, which no file may hold, and others leave them out, after which nothing maps back.
/// </summary>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="Meant">What the bytes stood for.</param>
/// <param name="IsCertain">Whether correct text would not stand so. A letter and a quotation mark behind it map back by chance.</param>
public sealed record MisreadRun(int Length, string Meant, bool IsCertain)
{
    private const int ContinuationBits = 6;
    private const int FirstContinuation = 0x80;
    private const int FirstLikeUnicode = 0xA0;
    private const int LastContinuation = 0xBF;

    /// <summary>The run that begins at a place, or null.</summary>
    public static MisreadRun? At(string text, int start)
    {
        StringBuilder? meant = null;
        var at = start;
        var count = 0;
        var isCertain = false;
        var isWord = true;
        while (LengthAt(text, at) is var length and > 0 && Decode(text, at, length) is { } rune)
        {
            (meant ??= new StringBuilder()).Append(rune.ToString());
            isCertain |= IsCertainAt(text, at, length);
            isWord &= Rune.IsLetter(rune);
            at += length;
            count++;
        }

        return meant is null ? null : new MisreadRun(at - start, meant.ToString(), isCertain || isWord && count > 1);
    }

    /// <summary>Whether a character beside a run may be a broken part of it; punctuation stands beside everything.</summary>
    public static bool MayBelong(char c) => c is >= '\u00C0' and <= '\u00FF' || IsOdd(c);

    /// <summary>How many characters a sequence has by its first; 0 when none can begin here.</summary>
    private static int LengthAt(string text, int at)
    {
        if (at >= text.Length)
            return 0;
        var length = text[at] switch
        {
            >= '\u00C2' and <= '\u00DF' => 2,
            >= '\u00E0' and <= '\u00EF' => 3,
            >= '\u00F0' and <= '\u00F4' => 4,
            _ => 0,
        };
        return at + length <= text.Length ? length : 0;
    }

    private static Rune? Decode(string text, int at, int length)
    {
        var code = text[at] & (0x7F >> length);
        for (var i = 1; i < length; i++)
        {
            if (ByteOf(text[at + i]) is not { } continuation)
                return null;
            code = code << ContinuationBits | continuation - FirstContinuation;
        }

        var least = length switch { 2 => 0x80, 3 => 0x800, _ => 0x10000 };
        return code >= least && Rune.TryCreate(code, out var rune)
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) ? rune : null;
    }

    /// <summary>The byte that was read as this character, where it is one that continues a sequence.</summary>
    private static int? ByteOf(char c) => c >= FirstLikeUnicode && Windows1252.ByteOf(c) is { } value and <= LastContinuation ? value : null;

    private static bool IsCertainAt(string text, int at, int length) => length switch
    {
        2 => IsCertainPair(text[at], text[at + 1], at > 0 ? text[at - 1] : ' ', at + length < text.Length ? text[at + length] : ' '),
        3 => IsOdd(text[at + 1]) || IsOdd(text[at + 2]) || text[at] == '\u00E2' && IsSymbolSecond(text[at + 1]),
        _ => text[at + 1] == '\u0178' || IsOdd(text[at + 1]) || IsOdd(text[at + 2]) || IsOdd(text[at + 3]),
    };

    /// <summary>Judges two characters by those before and after them.</summary>
    private static bool IsCertainPair(char first, char second, char before, char after)
    {
        // Only of the alphabets that are written much: what the others would need stands in correct text too, as in the Czech word for height.
        var isBesideSmall = char.IsLower(before) || char.IsLower(after);
        return first switch
        {
            '\u00C2' => !char.IsUpper(before) && before is not ('\u00AB' or '\u2039' or '\u00A0'),
            '\u00C5' => isBesideSmall || !IsClosing(second) && !IsMark(second),
            '\u00C3' or '\u00C4' when IsClosing(second) => isBesideSmall || second == '\u00A0' && after == ' ',
            '\u00C3' or '\u00C4' => !IsMark(second) || !char.IsUpper(before),
            '\u00CE' or '\u00CF' or '\u00D0' or '\u00D1' or '\u00D8' or '\u00D9' => IsOdd(second),
            _ => false,
        };
    }

    /// <summary>What many symbols have second, and no word has behind a letter with a circumflex.</summary>
    private static bool IsSymbolSecond(char c) => c is '\u201A' or '\u201E' or '\u2020' or '\u2021' or '\u2122' or '\u0161' or '\u0153' or '\u017E';

    /// <summary>Quotes, dashes and the space that does not break: they follow a last letter in correct text.</summary>
    private static bool IsClosing(char c) => c is '\u00A0' or '\u00AB' or '\u00BB' or '\u2039' or '\u203A' or '\u2018' or '\u2019' or '\u201A' or '\u201C' or '\u201D' or '\u201E' or '\u2013' or '\u2014' or '\u2026';

    /// <summary>Signs that are set behind a word or a unit: trade marks, footnotes, powers.</summary>
    private static bool IsMark(char c) =>
        c is '\u00A9' or '\u00AA' or '\u00AD' or '\u00AE' or '\u00B0' or '\u00B2' or '\u00B3' or '\u00B4' or '\u00B7' or '\u00B9' or '\u00BA' or '\u2020' or '\u2021' or '\u2022' or '\u2122';

    /// <summary>Continuations that follow a letter in no correct text.</summary>
    private static bool IsOdd(char c) => c is '\u02C6' or '\u00B5' || ByteOf(c) is not null && !char.IsLetter(c) && !IsClosing(c) && !IsMark(c);
}
