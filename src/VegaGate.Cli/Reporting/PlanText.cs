using VegaGate.Cli.Composition;
using VegaGate.Sync;

namespace VegaGate.Cli.Reporting;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    public static void Write(SyncPlan plan, Project project, string tracker, TextWriter output)
    {
        foreach (var change in plan.Changes)
        {
            output.Write($"  {Word(change.Action),-8}  {change.Identity}{(change.Number is { } number ? $" #{number}" : "")}  {SafeText.Show(change.Title)}\n");
            output.Write($"            {SafeText.Show(change.Reason)}\n");
            foreach (var field in change.Fields)
                output.Write($"            {field.Field}: {SafeText.Show(field.Before)} -> {SafeText.Show(field.After)}\n");
        }

        WriteSummary(plan, project, tracker, output);
    }

    /// <summary>The counts, and what is to be known besides.</summary>
    public static void WriteSummary(SyncPlan plan, Project project, string tracker, TextWriter output)
    {
        output.Write($"plan: {Counts(plan)} ({tracker})\n");
        foreach (var checklist in project.LeftOut)
            output.Write($"  notice: {checklist.Name} is walked for each release and is left out: name one with --release\n");
        foreach (var notice in plan.Notices)
            output.Write($"  notice: {SafeText.Show(notice)}\n");
    }

    /// <summary>How many changes of each kind, and how many issues are as they should be.</summary>
    public static string Counts(SyncPlan plan)
    {
        var counts = Enum.GetValues<SyncAction>()
            .Select(action => (Word: Word(action), Count: plan.Changes.Count(change => change.Action == action)))
            .Where(pair => pair.Count > 0)
            .Select(pair => $"{pair.Count} to {pair.Word}");
        var text = string.Join(", ", counts);
        return $"{(text.Length == 0 ? "nothing changed" : text)}, {plan.Unchanged} as they should be";
    }

    private static string Word(SyncAction action) => action.ToString().ToLowerInvariant();
}
