using VegaGate.Cli.Composition;
using VegaGate.Sync;

namespace VegaGate.Cli.Reporting;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    public static void Write(SyncPlan plan, Project project, TrackerSession session, TextWriter output)
    {
        foreach (var rename in plan.Renames)
            output.Write($"  {"rename",-8}  label {SafeText.Show(rename.From)} -> {SafeText.Show(rename.To)}, with its {rename.Bearers.Length} issue{(rename.Bearers.Length == 1 ? "" : "s")}\n");
        foreach (var change in plan.Changes)
        {
            output.Write($"  {Word(change.Action),-8}  {change.Identity}{(change.Number is { } number ? $" #{number}" : "")}  {SafeText.Show(change.Title)}\n");
            output.Write($"            {SafeText.Show(change.Reason)}\n");
            foreach (var field in change.Fields)
                output.Write($"            {field.Field}: {SafeText.Show(field.Before)} -> {SafeText.Show(field.After)}\n");
        }

        WriteSummary(plan, project, session, output);
    }

    /// <summary>The counts, and what is to be known besides.</summary>
    public static void WriteSummary(SyncPlan plan, Project project, TrackerSession session, TextWriter output)
    {
        output.Write($"plan: {Counts(plan)} ({session.Tracker.Description})\n");
        if (!session.IsLocal && Estimate(plan) is { } estimate)
            output.Write($"  {estimate}\n");
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
            .Select(pair => $"{pair.Count} to {pair.Word}")
            .Concat(plan.Renames.IsEmpty ? [] : [$"{plan.Renames.Length} label{(plan.Renames.Length == 1 ? "" : "s")} to rename"]);
        var text = string.Join(", ", counts);
        return $"{(text.Length == 0 ? "nothing changed" : text)}, {plan.Unchanged} as they should be";
    }

    /// <summary>How long it takes, where that is worth a word.</summary>
    public static string? Estimate(SyncPlan plan)
    {
        var (least, measured) = WriteEstimate.Of(plan);
        if (measured < TimeSpan.FromMinutes(1))
            return null;
        var text = $"about {Durations.Show(least)} to write";
        return measured - least < TimeSpan.FromMinutes(1) ? text : $"{text}; {Durations.Show(measured)} where GitHub takes 20 new issues a minute and 150 an hour, as was measured";
    }

    private static string Word(SyncAction action) => action.ToString().ToLowerInvariant();
}
