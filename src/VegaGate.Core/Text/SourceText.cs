using System.Text;

namespace VegaGate.Text;

/// <summary>
/// The text of one file as it was read: once. Lines end with LF or CR LF; line starts are computed when first asked for.
/// </summary>
public sealed class SourceText
{
    private List<int>? _lineStarts;

    private SourceText(string path, string text, bool hasByteOrderMark, bool isAscii)
    {
        Path = path;
        Text = text;
        HasByteOrderMark = hasByteOrderMark;
        IsAscii = isAscii;
    }

    /// <summary>The path as it is shown, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The text without a leading byte-order mark.</summary>
    public string Text { get; }

    /// <summary>Whether the file began with a byte-order mark, so that writing back keeps it.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>Whether a look for other characters is in vain. Of bytes that are no UTF-8 it says nothing.</summary>
    public bool IsAscii { get; }

    private List<int> LineStarts => _lineStarts ??= FindLineStarts(Text);

    /// <summary>Decodes UTF-8. Bytes that are none become U+FFFD: <c>SourceGuard</c> reports them before anyone reads the text.</summary>
    public static SourceText FromBytes(string path, ReadOnlySpan<byte> bytes)
    {
        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
        var encoded = hasMark ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var text = Encoding.UTF8.GetString(encoded);

        // Every other character takes more bytes than it has code units.
        return new SourceText(path, text, hasMark, isAscii: text.Length == encoded.Length);
    }

    public static SourceText FromString(string path, string text) => FromBytes(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The bytes of the file, where these were UTF-8.</summary>
    public byte[] ToBytes() => [.. HasByteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(Text)];

    /// <summary>The same file up to the end of the line in which a place ends: enough to show that place, without keeping all the rest.</summary>
    public SourceText UpTo(TextSpan place)
    {
        var end = Text.IndexOf('\n', place.End);
        return end < 0 ? this : new SourceText(Path, Text[..end], HasByteOrderMark, IsAscii);
    }

    public LinePosition GetPosition(int offset)
    {
        var found = LineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new LinePosition(line + 1, offset - LineStarts[line] + 1);
    }

    public string GetText(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The text of a line, counted from one, without its line end.</summary>
    public string GetLine(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Count ? LineStarts[line] - 1 : Text.Length;
        return Text[start..end].TrimEnd('\r');
    }

    private static List<int> FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        return starts;
    }
}
