using System.Collections.Immutable;
using VegaGate.Cli.Reporting;
using VegaGate.Cli.Reporting.Notifications;
using VegaGate.Cli.Reporting.Updates;
using VegaGate.Diagnostics;
using VegaGate.Escalation;
using VegaGate.Gate;
using VegaGate.GitHub.Actions;
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

    public static void Update(ActionsStep step, ImmutableArray<FormedUpdate> formed)
    {
        var updates = formed.Select(update => update.Update).ToImmutableArray();
        var markdown = string.Join('\n', formed.Select(update => update.Markdown));
        step.SetOutput("update", markdown);
        step.SetOutput("slack", UpdateSlack.Render(updates));
        step.SetOutput("slack-channels", UpdateChannels.SlackJson(updates));
        step.SetOutput("to", UpdateChannels.To(updates));
        step.SetOutput("email-subject", UpdateEmail.Subject(formed));
        step.SetOutput("email-body", UpdateEmail.Body(formed));
        step.AddSummary(markdown);
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

    /// <summary>The messages for those who are to be called.</summary>
    /// <param name="json">The same as JSON.</param>
    public static void Escalate(ActionsStep step, IReadOnlyCollection<EscalationNotice> notices, string json)
    {
        step.SetOutput("notifications", json);
        if (notices.Count > NotificationsJson.Most)
            step.Annotate(new Annotation(DiagnosticSeverity.Warning, $"{notices.Count - NotificationsJson.Most} notifications are told on their issues only: the output holds {NotificationsJson.Most}."));
        if (notices.Count > 0)
            step.AddSummary($"# Escalation\n\n{string.Concat(notices.Select(notice => $"* {MarkdownText.Link(NoticeText.Headline(notice), notice.Url)}: {MarkdownText.Inline(string.Join(", ", notice.To.Select(recipient => recipient.Name)))}\n"))}\n");
    }

    /// <summary>How much is left, and when to go on.</summary>
    /// <param name="remaining">Null: the limit was reached before anybody could tell.</param>
    public static void Apply(ActionsStep step, int? remaining, DateTimeOffset? resumeAt)
    {
        step.SetOutput("remaining", remaining?.ToString() ?? "");
        step.SetOutput("resume-at", resumeAt?.ToUniversalTime().ToString("O") ?? "");
    }
}
