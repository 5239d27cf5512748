using VegaGate.Cli.Reporting;
using VegaGate.Gate;
using VegaGate.Sync;

namespace VegaGate.Cli.Actions;

/// <summary>What each command leaves to the step: outputs that later steps read, and the summary that people read.</summary>
internal static class StepReport
{
    public static void Gate(ActionsStep step, GateResult result, string tracker)
    {
        step.SetOutput("decision", result.Decision);
        step.SetOutput("reason-code", result.Reason.ToWord());
        step.SetOutput("open-items", result.OpenItems.ToString());
        step.SetOutput("result", GateJson.Render(result, tracker));
        step.AddSummary(GateMarkdown.Render(result, tracker));
    }

    public static void Plan(ActionsStep step, SyncPlan plan, string tracker) => step.AddSummary(PlanMarkdown.Render(plan, tracker));

    /// <summary>How much is left, and when to go on.</summary>
    /// <param name="remaining">Null: the limit was reached before anybody could tell.</param>
    public static void Apply(ActionsStep step, int? remaining, DateTimeOffset? resumeAt)
    {
        step.SetOutput("remaining", remaining?.ToString() ?? "");
        step.SetOutput("resume-at", resumeAt?.ToUniversalTime().ToString("O") ?? "");
    }
}
