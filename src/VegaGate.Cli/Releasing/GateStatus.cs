using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Gate;
using VegaGate.GitHub.Actions;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Cli.Releasing;

/// <summary>What the gate says, as a commit status. Its name never changes, so that a later one takes the place of the earlier.</summary>
internal static class GateStatus
{
    public const string Context = "vegagate";

    /// <summary>GitHub's limit.</summary>
    private const int MaxDescription = 140;

    /// <summary>Of a commit that is released, or of the default branch.</summary>
    public static CommitStatus Of(GateResult result, string? url) => Make(StateOf(result), Describe(result), url);

    /// <summary>Of the head of a pull request: what would be released now. Where the gate only reports, a status that is not green would hold up what the list waits for.</summary>
    public static CommitStatus OfPullRequest(GateResult result, bool isBlocking, string? url)
    {
        var description = result.Holds ? $"Hold ({result.Reason.ToWord()})" : Describe(result);
        return isBlocking || !result.Holds ? Make(StateOf(result), description, url) : Make(CommitState.Success, $"Only reported: {description}", url);
    }

    /// <summary>Whether both say the same decision for the same reason; how many items are open makes no difference.</summary>
    public static bool IsSameDecision(CommitStatus one, CommitStatus other) => one.State == other.State && Decision(one) == Decision(other);

    /// <summary>Sets the status of a gate that was asked for a commit. Where the token may not, that is a notice: the gate holds without it.</summary>
    public static async Task SetAsync(GateAnswer answer, string sha, TrackerSession session, ActionsStep step, CancellationToken cancellation)
    {
        try
        {
            var url = step.Environment.RunUrl is { } run ? HeldRuns.UrlOfAttempt(run, step.Environment.RunAttempt ?? 1) : null;
            await session.Repository.PublishStatusAsync(sha, Of(answer.Result, url), cancellation);
        }
        catch (TrackerException failure)
        {
            step.Annotate(new Annotation(DiagnosticSeverity.Notice, $"The commit status was not set, so `respond` cannot see that this run waits for the gate: {SafeText.Show(failure.Message)}"));
        }
    }

    private static string Decision(CommitStatus status) => status.Description.Split(':')[0];

    private static CommitState StateOf(GateResult result) =>
        !result.Holds ? CommitState.Success : result.Reason == ReasonCode.ChecklistInvalid ? CommitState.Failure : CommitState.Pending;

    private static string Describe(GateResult result) =>
        !result.Holds ? result.Override is { } word ? $"Overridden by {word.Actor.Login}: {Count(result)} not clear" : "Pass: every required item has passed"
        : result.OpenItems > 0 ? $"Hold ({result.Reason.ToWord()}): {Count(result)} not clear"
        : $"Hold ({result.Reason.ToWord()}): {result.Lists.SelectMany(list => list.Reasons).FirstOrDefault()?.Sentence}";

    private static string Count(GateResult result) => $"{result.OpenItems} item{(result.OpenItems == 1 ? "" : "s")}";

    private static CommitStatus Make(CommitState state, string description, string? url) => new(state, Context, ForeignText.Cut(description, MaxDescription), url);
}
