using System.Text;
using VegaGate.Sync;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>A plan for the summary of a job.</summary>
internal static class PlanMarkdown
{
    private const int MaxRows = 1_000;

    public static string Render(SyncPlan plan, string tracker)
    {
        var text = new StringBuilder($"# Plan: {PlanText.Counts(plan)}\n\nTracker: {MarkdownText.Inline(tracker)}\n\n");
        if (!plan.Changes.IsEmpty)
        {
            text.Append("| Change | Issue | Item | Why |\n| --- | --- | --- | --- |\n");
            foreach (var change in plan.Changes.Take(MaxRows))
                text.Append($"| {change.Action.ToString().ToLowerInvariant()} | {MarkdownText.Cell(change.Number is { } number ? $"{number}" : "new")} | {MarkdownText.Cell(change.Title)} | {MarkdownText.Cell(change.Reason)} |\n");
            if (plan.Changes.Length > MaxRows)
                text.Append($"\n{plan.Changes.Length - MaxRows} more changes.\n");
            text.Append('\n');
        }

        foreach (var notice in plan.Notices)
            text.Append($"* {MarkdownText.Inline(notice)}\n");
        return text.ToString();
    }
}
