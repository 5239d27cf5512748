using System.Collections.Immutable;
using VegaGate.Cli.Reporting;
using VegaGate.Cli.Reporting.Updates;
using VegaGate.Gate;
using VegaGate.Phases;
using VegaGate.Recording;
using VegaGate.Sync;
using VegaGate.Text;

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

    public static void Update(ActionsStep step, ImmutableArray<ProgressUpdate> updates)
    {
        step.SetOutput("update", UpdateMarkdown.Render(updates));
        step.SetOutput("slack", UpdateSlack.Render(updates));
        step.SetOutput("email-subject", UpdateEmail.Subject(updates));
        step.SetOutput("email-body", UpdateEmail.Body(updates));
        step.AddSummary(UpdateMarkdown.Render(updates));
    }

    public static void Metrics(ActionsStep step, string json, string markdown)
    {
        step.SetOutput("metrics", json);
        step.AddSummary(markdown);
    }

    public static void Plan(ActionsStep step, SyncPlan plan, string tracker) => step.AddSummary(PlanMarkdown.Render(plan, tracker));

    public static void Record(ActionsStep step, ImmutableArray<ListRecord> records, string url)
    {
        step.SetOutput("pull-request", url);
        step.AddSummary($"# Record: {MarkdownText.Link("pull request", url)}\n\n{RecordMarkdown.Render(records)}");
    }

    /// <summary>How much is left, and when to go on.</summary>
    /// <param name="remaining">Null: the limit was reached before anybody could tell.</param>
    public static void Apply(ActionsStep step, int? remaining, DateTimeOffset? resumeAt)
    {
        step.SetOutput("remaining", remaining?.ToString() ?? "");
        step.SetOutput("resume-at", resumeAt?.ToUniversalTime().ToString("O") ?? "");
    }
}
