using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Documents.Recovery;

/// <summary>A document as it was meant: decoded, with its line breaks and its characters, and for each line where it came from.</summary>
public sealed class RecoveredDocument
{
    private const int MostColumns = 200;

    private readonly ImmutableArray<TextSpan> _places;

    private RecoveredDocument(SourceText source, ImmutableArray<string> lines, ImmutableArray<TextSpan> places, ImmutableArray<Diagnostic> notices)
    {
        Source = source;
        Lines = lines;
        _places = places;
        Notices = notices;
    }

    /// <summary>The text that the places point into.</summary>
    public SourceText Source { get; }

    /// <summary>The lines without their ends, put right.</summary>
    public ImmutableArray<string> Lines { get; }

    public ImmutableArray<Diagnostic> Notices { get; }

    public string Text => string.Join('\n', Lines);

    /// <summary>The text as it was decoded, with line feeds alone at the ends of lines.</summary>
    public string Raw { get; private init; } = "";

    /// <summary>Where a line stands in the source, without its end.</summary>
    public TextSpan PlaceOf(int line) => _places[Math.Clamp(line, 0, _places.Length - 1)];

    /// <summary>Reads a document of any encoding that a byte-order mark or its bytes tell.</summary>
    /// <param name="isOurs">Whether a text was written by an export, so that it is damaged in no way.</param>
    public static RecoveredDocument Read(string path, ReadOnlySpan<byte> bytes, Func<string, bool> isOurs)
    {
        var (text, encoding) = Decode(bytes);
        if (encoding is null && isOurs(text))
            return Plain(SourceText.FromString(path, text), text);
        // A lone carriage return and the separators of Unicode end lines; with the same length, so that places stay.
        text = text.Replace("\r\n", " \n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n').Replace('\u0085', '\n');
        var source = SourceText.FromString(path, text);
        var notices = ImmutableArray.CreateBuilder<Diagnostic>();
        if (encoding is not null)
            notices.Add(new Diagnostic(DocumentDiagnostics.GarbledText, source, FirstLine(text), $"The document is not UTF-8; it was read as {encoding}."));
        return Recover(source, notices);
    }

    private static RecoveredDocument Plain(SourceText source, string text)
    {
        var places = Split(source.Text);
        return new RecoveredDocument(source, [.. places.Select(source.GetText)], places, []) { Raw = text.Replace("\r\n", "\n", StringComparison.Ordinal) };
    }

    private static RecoveredDocument Recover(SourceText source, ImmutableArray<Diagnostic>.Builder notices)
    {
        var places = Split(source.Text);
        if (LostLineBreaks.Are(source.Text))
        {
            var starts = LostLineBreaks.FindLineStarts(source.Text);
            places = [.. starts.Select((start, index) => TextSpan.FromBounds(start, index + 1 < starts.Count ? starts[index + 1] : source.Text.TrimEnd().Length)).SelectMany(place => WithBlankLine(source, place))];
            notices.Add(new Diagnostic(DocumentDiagnostics.LostLineBreaks, source, FirstLine(source.Text), $"The document has lost its line breaks; they were put back, and it has {places.Count(place => place.Length > 0)} lines again. Look at headings and at the ends of lists."));
        }

        var lines = ImmutableArray.CreateBuilder<string>(places.Length);
        var (pieces, hidden) = (0, 0);
        TextSpan? firstGarbled = null;
        TextSpan? firstHidden = null;
        foreach (var place in places)
        {
            var (text, count) = Mojibake.Recover(source.GetText(place));
            if (count > 0)
                firstGarbled ??= place;
            pieces += count;
            var shown = RemoveHidden(text);
            if (shown.Length != text.Length)
                firstHidden ??= place;
            hidden += text.Length - shown.Length;
            lines.Add(shown.Replace('\u00A0', ' ').Replace('\u202F', ' ').TrimEnd());
        }

        if (firstGarbled is { } garbled)
            notices.Add(new Diagnostic(DocumentDiagnostics.GarbledText, source, Short(garbled), $"Text of this document was UTF-8 that somebody read in another encoding: {pieces} {(pieces == 1 ? "piece was" : "pieces were")} put right."));
        if (firstHidden is { } invisible)
            notices.Add(new Diagnostic(DocumentDiagnostics.HiddenCharacters, source, Short(invisible), $"{hidden} {(hidden == 1 ? "character" : "characters")} that a reader does not see {(hidden == 1 ? "was" : "were")} taken out."));
        return new RecoveredDocument(source, lines.ToImmutable(), places, notices.ToImmutable());
    }

    private static (string Text, string? Foreign) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return (Encoding.Unicode.GetString(bytes[2..]), "UTF-16");
        if (bytes is [0xFE, 0xFF, ..])
            return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "UTF-16");
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return System.Text.Unicode.Utf8.IsValid(bytes) ? (Encoding.UTF8.GetString(bytes), null) : (Mojibake.FromWindows(bytes), "Windows-1252");
    }

    private static ImmutableArray<TextSpan> Split(string text)
    {
        var places = ImmutableArray.CreateBuilder<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            places.Add(TextSpan.FromBounds(start, end));
            start = end + 1;
        }

        return places.Count == 0 ? [default] : places.ToImmutable();
    }

    /// <summary>An empty line before each piece, except from row to row and from entry to entry: a paragraph does not run on into the next.</summary>
    private static IEnumerable<TextSpan> WithBlankLine(SourceText source, TextSpan place) =>
        source.Text[place.Start] is '|' or '-' && !source.GetText(place).StartsWith("---", StringComparison.Ordinal) ? [place] : [new TextSpan(place.Start, 0), place];

    private static string RemoveHidden(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            // The joiner belongs to emoji that are made of several.
            var isHidden = c != '\t' && char.IsControl(c) || c is '\uFEFF' or '\u00AD' || c != '\u200D' && char.GetUnicodeCategory(c) == UnicodeCategory.Format;
            if (!isHidden)
                result.Append(c);
        }

        return result.ToString();
    }

    private static TextSpan FirstLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return Short(TextSpan.FromBounds(0, end < 0 ? text.Length : end));
    }

    private static TextSpan Short(TextSpan place) => new(place.Start, Math.Min(place.Length, MostColumns));
}
