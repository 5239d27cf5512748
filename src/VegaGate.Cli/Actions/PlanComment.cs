using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.GitHub.Actions;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Cli.Actions;

/// <summary>The plan in a pull request: one comment, found again by its mark and its author. Where the token may not write, the summary has it, and a notice says so.</summary>
internal static class PlanComment
{
    private const string Mark = "<!-- vegagate plan -->";

    /// <summary>GitHub's limit is 65,536 characters.</summary>
    private const int MaxLength = 60_000;

    public static async Task PutAsync(ActionsStep step, SyncPlan plan, TrackerSession session, CancellationToken cancellation)
    {
        if (step.Environment.EventName != "pull_request" || step.Payload?.PullRequest is not { Number: { } number } pullRequest || session.Comments is not { } comments)
            return;
        if (pullRequest.IsFork)
        {
            step.Annotate(new Annotation(DiagnosticSeverity.Notice, "The plan stands in the summary of the job: the token of a fork's pull request cannot comment."));
            return;
        }

        try
        {
            var body = $"{Mark}\n{PlanMarkdown.Render(plan, session.Tracker.Description, MaxLength)}";
            await comments.PutAsync(number, Mark, body, isWanted: !plan.Changes.IsEmpty, cancellation);
        }
        catch (TrackerException refusal) when (refusal.Failure is TrackerFailure.Forbidden or TrackerFailure.Rejected)
        {
            step.Annotate(new Annotation(DiagnosticSeverity.Notice, "The plan stands in the summary of the job. To have it as a comment of the pull request, give the job the permission `pull-requests: write`."));
        }
    }
}
