using System.Text;
using VegaGate.Sync;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>A plan for the summary of a job, or for a comment.</summary>
internal static class PlanMarkdown
{
    private const int MaxRows = 1_000;
    private const int MaxFields = 200;
    private const int MaxValue = 300;

    /// <summary>Kept for what stands below the table.</summary>
    private const int Rest = 4_000;

    /// <summary>A heading, a table of the changes, and what each field is and becomes.</summary>
    /// <param name="most">In characters; rows beyond it are counted.</param>
    public static string Render(SyncPlan plan, string tracker, int most = int.MaxValue)
    {
        var text = new StringBuilder($"# Plan: {PlanText.Counts(plan)}\n\nTracker: {MarkdownText.Inline(tracker)}\n\n");
        foreach (var rename in plan.Renames.Take(MaxFields))
            text.Append($"* the label {MarkdownText.Code(rename.From)} becomes {MarkdownText.Code(rename.To)} on every issue that has it\n");
        if (!plan.Renames.IsEmpty)
            text.Append('\n');
        if (!plan.Changes.IsEmpty)
        {
            text.Append("| Change | Issue | Item | Why |\n| --- | --- | --- | --- |\n");
            var shown = 0;
            foreach (var change in plan.Changes.Take(MaxRows))
            {
                var row = $"| {change.Action.ToString().ToLowerInvariant()} | {MarkdownText.Cell(change.Number is { } number ? $"{number}" : "new")} | {MarkdownText.Cell(change.Title)} | {MarkdownText.Cell(change.Reason)} |\n";
                if (text.Length + row.Length > most - Rest)
                    break;
                text.Append(row);
                shown++;
            }

            if (plan.Changes.Length > shown)
                text.Append($"\n{plan.Changes.Length - shown} more changes.\n");
            text.Append('\n');
        }

        var differences = plan.Changes.Where(change => change.IsWrite is false || change.Number is not null).SelectMany(change => change.Fields.Select(field => (change.Title, Field: field)));
        foreach (var (title, field) in differences.Take(MaxFields))
        {
            var line = $"* {MarkdownText.Inline(title)}, {field.Field}: {MarkdownText.Within(MaxValue, field.Before, MarkdownText.Code)} → {MarkdownText.Within(MaxValue, field.After, MarkdownText.Code)}\n";
            if (text.Length + line.Length > most - Rest)
                break;
            text.Append(line);
        }

        foreach (var notice in plan.Notices.Where(notice => text.Length + notice.Length * 2 < most))
            text.Append($"* {MarkdownText.Inline(notice)}\n");
        return text.ToString();
    }
}
