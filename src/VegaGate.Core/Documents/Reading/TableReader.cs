using System.Collections.Immutable;
using System.Text;

namespace VegaGate.Documents.Reading;

/// <summary>Reads tables from the lines of a paragraph, with or without outer pipes.</summary>
internal static class TableReader
{
    /// <summary>Adds the tables of a paragraph and what stands around them.</summary>
    public static void Split(ImmutableArray<TextLine> lines, ImmutableArray<DocumentBlock>.Builder blocks)
    {
        var delimiter = 1;
        while (delimiter < lines.Length && !(IsDelimiter(lines[delimiter].Text) && CellsOf(lines[delimiter - 1].Text, 0).Length == CellsOf(lines[delimiter].Text, 0).Length))
            delimiter++;
        if (delimiter >= lines.Length)
        {
            if (!lines.IsEmpty)
                blocks.Add(new Paragraph(lines[0].Line, lines));
            return;
        }

        if (delimiter > 1)
            blocks.Add(new Paragraph(lines[0].Line, lines[..(delimiter - 1)]));
        var header = CellsOf(lines[delimiter - 1].Text, 0);
        var end = delimiter + 1;
        while (end < lines.Length && lines[end].Text.Contains('|', StringComparison.Ordinal) && !(end + 1 < lines.Length && IsDelimiter(lines[end + 1].Text)))
            end++;
        blocks.Add(new DocumentTable(
            lines[delimiter - 1].Line,
            lines[delimiter].Line,
            header,
            [.. lines[(delimiter + 1)..end].Select(line => new TableRow(line.Line, line.Line, CellsOf(line.Text, header.Length)))]));
        if (end < lines.Length)
            Split(lines[end..], blocks);
    }

    /// <summary>
    /// The cells of a row. GitHub splits at a pipe in code too unless a backslash stands before it; where that gives another number of cells than the header
    /// has, and sparing code gives that number, the author meant code.
    /// </summary>
    public static ImmutableArray<string> CellsOf(string row, int expected)
    {
        var plain = Split(row, sparesCode: false);
        if (expected == 0 || plain.Length == expected || !row.Contains('`', StringComparison.Ordinal))
            return plain;
        var spared = Split(row, sparesCode: true);
        return spared.Length == expected || plain.Length > expected && spared.Length < plain.Length ? spared : plain;
    }

    private static ImmutableArray<string> Split(string row, bool sparesCode)
    {
        var text = row.AsSpan().Trim();
        if (text.StartsWith("|"))
            text = text[1..];
        if (text.EndsWith("|") && !(text.Length > 1 && text[^2] == '\\'))
            text = text[..^1];
        var cells = ImmutableArray.CreateBuilder<string>();
        var cell = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '`' && sparesCode && EndOfCode(text, at) is var end and > 0)
            {
                cell.Append(text[at..end].ToString().Replace("\\|", "|", StringComparison.Ordinal));
                at = end - 1;
            }
            else if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '|')
            {
                cell.Append('|');
                at++;
            }
            else if (text[at] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(text[at]);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells.ToImmutable();
    }

    /// <summary>Where the code span that begins here ends, or 0 when none begins.</summary>
    private static int EndOfCode(ReadOnlySpan<char> text, int start)
    {
        var length = Run(text, start);
        for (var at = start + length; at < text.Length;)
        {
            if (text[at] != '`')
            {
                at++;
                continue;
            }

            var run = Run(text, at);
            at += run;
            if (run == length)
                return at;
        }

        return 0;
    }

    private static int Run(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '`')
            end++;
        return end - at;
    }

    private static bool IsDelimiter(string line)
    {
        if (!line.Contains('|', StringComparison.Ordinal) || !line.Contains('-', StringComparison.Ordinal))
            return false;
        foreach (var cell in Split(line, sparesCode: false))
        {
            if (cell.Trim(':').Length == 0 || cell.Trim(':').AsSpan().ContainsAnyExcept('-'))
                return false;
        }

        return true;
    }
}
