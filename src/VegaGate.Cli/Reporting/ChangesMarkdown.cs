using System.Text;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>The change log as a table for each list.</summary>
internal static class ChangesMarkdown
{
    public static string Render(IEnumerable<LoggedChanges> lists)
    {
        var text = new StringBuilder("# Changes\n\n");
        foreach (var list in lists)
        {
            text.Append($"## {MarkdownText.Inline(list.Title)}\n\n| Date | Version | Change | By |\n| --- | --- | --- | --- |\n");
            foreach (var entry in list.Entries)
            {
                if (entry.Change is { } change)
                    text.Append($"| {change.Date:O} | {MarkdownText.Cell(change.Version ?? "")} | {MarkdownText.Cell(change.Text)} | {MarkdownText.Cell(change.By ?? "")} |\n");
                foreach (var commit in entry.Commits)
                    text.Append($"| {Instants.Show(commit.At)} | {MarkdownText.Code(commit.Sha[..Math.Min(7, commit.Sha.Length)])} | {MarkdownText.Cell(commit.Subject)} | {MarkdownText.Cell(commit.Author)} |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
