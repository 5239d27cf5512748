using System.Collections.Immutable;
using System.Text;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>The audit trail as a table for each list.</summary>
internal static class LogMarkdown
{
    /// <summary>A summary of a job of more than 1 MiB is dropped whole.</summary>
    private const int MaxBytes = 1_000_000;

    public static string Render(ImmutableArray<LoggedList> lists, string tracker)
    {
        var text = new StringBuilder($"# Log\n\nTracker: {MarkdownText.Inline(tracker)}. Times are UTC.\n\n");
        var bytes = 0;
        foreach (var list in lists)
        {
            text.Append($"## {MarkdownText.Inline(list.Title)}\n\n");
            if (list.Items.All(item => item.Entries.IsEmpty))
            {
                text.Append("Nobody did anything yet.\n\n");
                continue;
            }

            text.Append("| When | Who | Item | What | Counts |\n| --- | --- | --- | --- | --- |\n");
            var rows = list.Items.SelectMany(item => item.Entries.Select(entry => (item, entry))).ToArray();
            var written = 0;
            foreach (var (item, entry) in rows)
            {
                var row = $"| {Instants.Show(entry.At)} | {MarkdownText.Cell(LogWords.Who(entry))} | {MarkdownText.Cell(item.Title)} | {MarkdownText.Cell($"{entry.Act}: {entry.Sentence}")} | {MarkdownText.Cell(LogWords.Worth(entry))} |\n";
                bytes += Encoding.UTF8.GetByteCount(row);
                if (bytes > MaxBytes)
                    break;
                text.Append(row);
                written++;
            }

            text.Append(written < rows.Length ? $"\n{rows.Length - written} more: `--format json` has everything.\n\n" : "\n");
        }

        return text.ToString();
    }
}
