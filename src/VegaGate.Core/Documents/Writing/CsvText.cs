using System.Collections.Immutable;
using System.Text;

namespace VegaGate.Documents.Writing;

/// <summary>
/// CSV as RFC 4180 has it, with one more rule: a spreadsheet takes a cell that begins with one of <c>= + - @</c>, a tab or a carriage return for a formula,
/// so an apostrophe is put before it, and before a cell that begins with an apostrophe too. Taking one away again gives the text.
/// </summary>
public static class CsvText
{
    public static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    public static string Cell(string text)
    {
        var guarded = text.Length > 0 && IsGuarded(text[0]) ? "'" + text : text;
        return guarded.AsSpan().IndexOfAny("\",\r\n") >= 0 || guarded.Length > 0 && (guarded[0] == ' ' || guarded[^1] == ' ') ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }

    /// <summary>The text of a cell that <see cref="Cell"/> wrote.</summary>
    public static string Unguard(string cell) => cell.Length > 1 && cell[0] == '\'' && IsGuarded(cell[1]) ? cell[1..] : cell;

    private static bool IsGuarded(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'';

    /// <summary>The rows of a text; quoted cells can run over lines.</summary>
    public static ImmutableArray<CsvRow> Read(string text, char separator)
    {
        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        var cells = ImmutableArray.CreateBuilder<string>();
        var cell = new StringBuilder();
        var (line, first, isQuoted) = (0, 0, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var c = at < text.Length ? text[at] : '\n';
            if (isQuoted && at < text.Length)
            {
                if (c == '"' && at + 1 < text.Length && text[at + 1] == '"')
                {
                    cell.Append('"');
                    at++;
                }
                else if (c == '"')
                {
                    isQuoted = false;
                }
                else
                {
                    cell.Append(c);
                    line += c == '\n' ? 1 : 0;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (c == separator)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (cells.Count > 1 || cells[0].Length > 0)
                    rows.Add(new CsvRow(first, line, cells.DrainToImmutable()));
                cells.Clear();
                line++;
                first = line;
                isQuoted = false;
            }
            else if (c != '\r' || at + 1 < text.Length && text[at + 1] != '\n')
            {
                cell.Append(c);
            }
        }

        return rows.ToImmutable();
    }
}

/// <summary>One row.</summary>
/// <param name="Line">Its first line, counted from zero.</param>
public sealed record CsvRow(int Line, int LastLine, ImmutableArray<string> Cells);
