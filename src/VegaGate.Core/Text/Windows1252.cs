namespace VegaGate.Text;

/// <summary>The encoding of western Windows, which UTF-8 is often read as.</summary>
public static class Windows1252
{
    private const int FirstSpecial = 0x80;
    private const char FirstLikeUnicode = '\u00A0';

    /// <summary>The characters of the bytes 0x80 to 0x9F. The five that have none are read as the control of that number by some programs.</summary>
    private const string Specials =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>What a byte is read as.</summary>
    public static char Read(byte value) => value is >= FirstSpecial and < (byte)FirstLikeUnicode ? Specials[value - FirstSpecial] : (char)value;

    /// <summary>The byte from 0x80 that is read as a character; null where none is.</summary>
    public static int? ByteOf(char c)
    {
        if (c is >= FirstLikeUnicode and <= '\u00FF')
            return c;
        var index = Specials.IndexOf(c, StringComparison.Ordinal);
        return index < 0 ? null : FirstSpecial + index;
    }
}
