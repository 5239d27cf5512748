using System.Collections.Immutable;
using System.Text;
using VegaGate.Recording;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>What a record changes, as the body of its pull request.</summary>
internal static class RecordMarkdown
{
    private const int MaxCell = 300;

    /// <summary>A body has at most 65,536 characters; the file has everything.</summary>
    private const int MaxTable = 48_000;

    public static string Render(ImmutableArray<ListRecord> records)
    {
        var text = new StringBuilder("What the issues say, written back into the files by `vegagate record`. The issues decide; this changes no item's text, and so no issue.\n\n");
        text.Append("| Item | Key | Before | After |\n| --- | --- | --- | --- |\n");
        var changes = records.SelectMany(record => record.Changes).ToArray();
        var written = 0;
        foreach (var change in changes)
        {
            var row = $"| {Cell(change.Title)} | `{change.Key}` | {Cell(change.Before)} | {Cell(change.After)} |\n";
            if (text.Length + row.Length > MaxTable)
                break;
            text.Append(row);
            written++;
        }

        if (written < changes.Length)
            text.Append($"\n{changes.Length - written} more, in the files.\n");
        foreach (var note in records.SelectMany(record => record.Notes).TakeWhile(_ => text.Length < MaxTable))
            text.Append("\n* ").Append(MarkdownText.Within(2 * MaxCell, note, MarkdownText.Inline));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Cell(string text) => MarkdownText.Within(MaxCell, text, MarkdownText.Cell);
}
