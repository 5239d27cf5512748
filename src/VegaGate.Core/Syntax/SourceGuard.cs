using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Syntax;

/// <summary>
/// Refuses what the format refuses on the bytes and characters, before any parser sees them. What it finds of one kind it gathers in one finding.
/// </summary>
public static class SourceGuard
{
    /// <summary>Nothing when the text may be parsed.</summary>
    /// <param name="source">The decoded text.</param>
    /// <param name="bytes">The bytes that it was decoded from.</param>
    public static ImmutableArray<Diagnostic> Check(SourceText source, ReadOnlySpan<byte> bytes)
    {
        var problems = new ProblemList(source);

        // The first three each make everything after them meaningless, and would come with a flood.
        if (!CheckSize(bytes, problems) || !CheckEncoding(bytes, problems))
            return problems.ToDiagnostics();

        // A wall of brackets is usually one long line too; how deep it is says more.
        if (!CheckBracketWall(source.Text, problems))
            return problems.ToDiagnostics();

        CheckLineLengths(source, bytes, problems);
        CheckCharacters(source.Text, problems);
        CheckCarriageReturns(source.Text, problems);
        CheckTabs(source.Text, problems);
        return problems.ToDiagnostics();
    }

    private static bool CheckSize(ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        if (bytes.Length <= SyntaxLimits.FileBytes)
            return true;
        problems.Add(
            SyntaxDiagnostics.FileTooLarge,
            default,
            "The file has more than the 10 MiB that a checklist may have. Split the checklist into several files.");
        return false;
    }

    private static bool CheckEncoding(ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        if (NameForeignEncoding(bytes) is { } encoding)
        {
            problems.Add(SyntaxDiagnostics.Encoding, default, $"The file is written in {encoding}. Save it as UTF-8.");
            return false;
        }

        if (Utf8.IsValid(bytes))
            return true;

        var rest = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        for (var offset = 0; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf8(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                offset += rune.Utf16SequenceLength;
            }
            else
            {
                // SourceText holds one U+FFFD for it.
                var hex = Convert.ToHexString(rest[..length]);
                var subject = length == 1 ? $"The byte 0x{hex} is" : $"The bytes 0x{hex} are";
                problems.Gather(SyntaxDiagnostics.Encoding, new TextSpan(offset++, 1), $"{subject} not UTF-8. Save the file as UTF-8.");
            }

            rest = rest[length..];
        }

        return false;
    }

    private static string? NameForeignEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => "UTF-32 (little endian)",
        [0, 0, 0xFE, 0xFF, ..] => "UTF-32 (big endian)",
        [0xFF, 0xFE, ..] => "UTF-16 (little endian)",
        [0xFE, 0xFF, ..] => "UTF-16 (big endian)",
        [not 0, 0, 0, 0, not 0, 0, 0, 0, ..] or [not 0, 0, 0, 0] => "UTF-32 (little endian, without a byte-order mark)",
        [0, 0, 0, not 0, 0, 0, 0, not 0, ..] or [0, 0, 0, not 0] => "UTF-32 (big endian, without a byte-order mark)",
        [not 0, 0, not 0, 0, ..] => "UTF-16 (little endian, without a byte-order mark)",
        [0, not 0, 0, not 0, ..] => "UTF-16 (big endian, without a byte-order mark)",
        _ => null,
    };

    /// <summary>
    /// Finds opening brackets that follow each other with nothing between them, which is the one shape that costs the parser dearly. All other
    /// depth is counted exactly, token by token, in <see cref="YamlTreeBuilder"/>.
    /// </summary>
    private static bool CheckBracketWall(ReadOnlySpan<char> text, ProblemList problems)
    {
        for (var at = 0; ;)
        {
            var found = text[at..].IndexOfAny('[', '{');
            if (found < 0)
                return true;

            var start = at += found;
            var depth = 0;
            for (; at < text.Length && text[at] is '[' or '{' or ' ' or '\t' or '\r' or '\n'; at++)
            {
                if (text[at] is not ('[' or '{') || ++depth != SyntaxLimits.Levels + 1 || !StartsNode(text[..start]))
                    continue;
                problems.Add(SyntaxDiagnostics.TooDeep, new TextSpan(at, 1), YamlTreeBuilder.TooDeepMessage);
                return false;
            }
        }
    }

    /// <summary>Whether a bracket after this text opens a collection: in a quoted or plain scalar or a comment it does not.</summary>
    private static bool StartsNode(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \t");
        return before.IsEmpty || before[^1] is '\n' or ':' or '-' or '?' or ',' or '[' or '{';
    }

    private static void CheckLineLengths(SourceText source, ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        for (var start = 0; bytes.Length - start > SyntaxLimits.LineBytes;)
        {
            // The last line end in reach skips many lines at once.
            var end = bytes.Slice(start, SyntaxLimits.LineBytes + 1).LastIndexOf((byte)'\n');
            if (end >= 0)
            {
                start += end + 1;
                continue;
            }

            var length = bytes[start..].IndexOf((byte)'\n');
            length = length < 0 ? bytes.Length - start : length;
            var offset = Encoding.UTF8.GetCharCount(bytes[..start]) - (source.HasByteOrderMark && start > 0 ? 1 : 0);
            problems.Gather(
                SyntaxDiagnostics.TooLong,
                new TextSpan(offset, 0),
                $"The line has {length} bytes, more than the 64 KiB that a line may have. Break it into several lines.");
            start += length + 1;
        }
    }

    private static void CheckCharacters(ReadOnlySpan<char> text, ProblemList problems)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var found = HiddenCharacters.IndexIn(text[at..]);
            if (found < 0)
                return;
            at += found;
            if (HiddenCharacters.Identify(text[at..]) is not var (descriptor, name, length))
                continue;
            problems.Gather(descriptor, new TextSpan(at, length), $"The character {name} stands here, which a reader does not see. Remove it.");
        }
    }

    private static void CheckCarriageReturns(ReadOnlySpan<char> text, ProblemList problems)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var found = text[at..].IndexOf('\r');
            if (found < 0)
                return;
            at += found;
            if (at + 1 < text.Length && text[at + 1] == '\n')
                continue;
            problems.Gather(
                SyntaxDiagnostics.LineSeparator,
                new TextSpan(at, 1),
                "The character U+000D CARRIAGE RETURN stands here without a line feed after it. End lines with LF or CR LF.");
        }
    }

    /// <summary>Finds lines that begin with a tab. A tab after spaces can belong to a block scalar, so the parser judges it.</summary>
    private static void CheckTabs(ReadOnlySpan<char> text, ProblemList problems)
    {
        for (var at = 0; at < text.Length;)
        {
            var found = text[at..].IndexOf('\t');
            if (found < 0)
                return;
            at += found;
            var length = text[at..].IndexOfAnyExcept(' ', '\t');
            var isBlank = length < 0 || text[at + length] is '\r' or '\n';
            if (!isBlank && (at == 0 || text[at - 1] == '\n'))
                problems.Gather(SyntaxDiagnostics.TabIndentation, new TextSpan(at, 1), YamlTreeBuilder.TabMessage);
            at += length < 0 ? text.Length - at : length;
        }
    }
}
