using System.Text;
using VegaGate.Text;

namespace VegaGate.Documents.Recovery;

/// <summary>Puts text right that was UTF-8 and was read as Windows-1252 or as MacRoman.</summary>
internal static class Mojibake
{
    private const string Mac =
        "\u00C4\u00C5\u00C7\u00C9\u00D1\u00D6\u00DC\u00E1\u00E0\u00E2\u00E4\u00E3\u00E5\u00E7\u00E9\u00E8\u00EA\u00EB\u00ED\u00EC\u00EE\u00EF\u00F1\u00F3\u00F2\u00F4\u00F6\u00F5\u00FA\u00F9\u00FB\u00FC"
        + "\u2020\u00B0\u00A2\u00A3\u00A7\u2022\u00B6\u00DF\u00AE\u00A9\u2122\u00B4\u00A8\u2260\u00C6\u00D8\u221E\u00B1\u2264\u2265\u00A5\u00B5\u2202\u2211\u220F\u03C0\u222B\u00AA\u00BA\u03A9\u00E6\u00F8"
        + "\u00BF\u00A1\u00AC\u221A\u0192\u2248\u2206\u00AB\u00BB\u2026\u00A0\u00C0\u00C3\u00D5\u0152\u0153\u2013\u2014\u201C\u201D\u2018\u2019\u00F7\u25CA\u00FF\u0178\u2044\u20AC\u2039\u203A\uFB01\uFB02"
        + "\u2021\u00B7\u201A\u201E\u2030\u00C2\u00CA\u00C1\u00CB\u00C8\u00CD\u00CE\u00CF\u00CC\u00D3\u00D4\uF8FF\u00D2\u00DA\u00DB\u00D9\u0131\u02C6\u02DC\u00AF\u02D8\u02D9\u02DA\u00B8\u02DD\u02DB\u02C7";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text with what could be put right, and how many pieces that were.</summary>
    public static (string Text, int Count) Recover(string text)
    {
        if (Ascii.IsValid(text))
            return (text, 0);
        var result = new StringBuilder(text.Length);
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && text[end] > '\u007F')
                end++;
            if (end == at)
            {
                result.Append(text[at++]);
                continue;
            }

            var run = text[at..end];
            var recovered = Decode(run, Windows1252.ByteOf) ?? Decode(run, MacByte);
            if (recovered is not null)
                count++;
            result.Append(recovered ?? run);
            at = end;
        }

        return (result.ToString(), count);
    }

    /// <summary>Reads bytes as Windows-1252.</summary>
    public static string FromWindows(ReadOnlySpan<byte> bytes)
    {
        var result = new StringBuilder(bytes.Length);
        foreach (var value in bytes)
            result.Append(Windows1252.Read(value));
        return result.ToString();
    }

    /// <summary>What a run of characters was, or null where it was nothing else. A character that lost its last bytes becomes U+FFFD.</summary>
    private static string? Decode(string run, Func<char, int?> byteOf)
    {
        var bytes = new byte[run.Length];
        for (var i = 0; i < run.Length; i++)
        {
            if (byteOf(run[i]) is not { } value)
                return null;
            bytes[i] = (byte)value;
        }

        // MacRoman's letters for the first byte that text really begins with; the others are quotes and dashes, which stand side by side in plain text too.
        if (byteOf == MacByte && bytes[0] is not (0xC2 or 0xC3 or 0xC4 or 0xC5 or 0xE2 or 0xEF or 0xF0))
            return null;
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return IsCutEmoji(bytes) ? "\uFFFD" : null;
        }
    }

    private static bool IsCutEmoji(byte[] bytes) => bytes is [0xF0, 0x9F] or [0xF0, 0x9F, >= 0x80 and <= 0xBF];

    private static int? MacByte(char c)
    {
        var index = Mac.IndexOf(c, StringComparison.Ordinal);
        return index < 0 ? null : 0x80 + index;
    }
}
