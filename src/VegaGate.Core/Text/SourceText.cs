using System.Security.Cryptography;
using System.Text;

namespace VegaGate.Text;

/// <summary>
/// The text of one file as it was read: once. Lines end with LF or CR LF; line starts are computed when first asked for.
/// </summary>
public sealed class SourceText
{
    private readonly byte[] _bytes;
    private List<int>? _lineStarts;
    private string? _hash;

    private SourceText(string path, string text, byte[] bytes, bool hasByteOrderMark)
    {
        Path = path;
        Text = text;
        HasByteOrderMark = hasByteOrderMark;
        _bytes = bytes;
    }

    /// <summary>The path as it is shown, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The text without a leading byte-order mark.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hex digits. Computed when first asked for: loading the library costs a cold start more than reading a file.</summary>
    public string Hash => _hash ??= Convert.ToHexStringLower(SHA256.HashData(_bytes));

    /// <summary>Whether the file began with a byte-order mark, so that writing back keeps it.</summary>
    public bool HasByteOrderMark { get; }

    private List<int> LineStarts => _lineStarts ??= FindLineStarts(Text);

    /// <summary>Decodes UTF-8. Bytes that are none become U+FFFD: <c>SourceGuard</c> reports them before anyone reads the text.</summary>
    public static SourceText FromBytes(string path, ReadOnlySpan<byte> bytes)
    {
        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
        var text = Encoding.UTF8.GetString(hasMark ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        return new SourceText(path, text, bytes.ToArray(), hasMark);
    }

    public static SourceText FromString(string path, string text) => FromBytes(path, Encoding.UTF8.GetBytes(text));

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
