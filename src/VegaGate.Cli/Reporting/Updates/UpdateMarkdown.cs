using System.Collections.Immutable;
using System.Text;
using VegaGate.Phases;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>An update for a comment or a file.</summary>
internal static class UpdateMarkdown
{
    private const int MostOfEntry = 600;

    /// <summary>A comment has at most 65,536 characters.</summary>
    private const int MostOfUpdate = 60_000;

    public static string Render(ImmutableArray<ProgressUpdate> updates) => string.Join("\n", updates.Select(Render));

    public static string Render(ProgressUpdate update)
    {
        var text = new StringBuilder($"# {MarkdownText.Inline(update.Headline)}\n\n");
        text.Append($"Active: {string.Join(", ", update.Active.Select(MarkdownText.Inline))}. {update.Passed} of {update.Items} items are clear.\n\n");
        text.Append(MatrixMarkdown.Table(update.Matrix));
        foreach (var part in update.Parts.Where(part => !part.Entries.IsEmpty || part.Key is "done" or "blocked" or "next"))
        {
            text.Append($"\n## {MarkdownText.Inline(part.Heading)}\n\n");
            if (part.Entries.IsEmpty)
                text.Append("Nothing.\n");
            foreach (var entry in part.Entries.Take(UpdateText.MostEntries))
            {
                var line = $"* {MarkdownText.Link(entry.Title, entry.Url)}{(entry.Detail.Length == 0 ? "" : $": {MarkdownText.Within(MostOfEntry, entry.Detail, MarkdownText.Inline)}")}\n";
                text.Append(text.Length + line.Length > MostOfUpdate ? "" : line);
            }

            if (part.Entries.Length > UpdateText.MostEntries)
                text.Append($"* and {part.Entries.Length - UpdateText.MostEntries} more\n");
        }

        return text.ToString();
    }
}
