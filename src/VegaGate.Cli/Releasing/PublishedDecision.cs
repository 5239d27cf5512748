using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Gate;
using VegaGate.GitHub.Actions;
using VegaGate.Tracking;

namespace VegaGate.Cli.Releasing;

/// <summary>Says at the commit of the default branch, and at the heads of open pull requests, what the gate says now.</summary>
internal sealed class PublishedDecision(Project project, TrackerSession session, ActionsStep step)
{
    /// <summary>The newest ones; each costs a request, and another one where it differs.</summary>
    private const int MostHeads = 30;

    /// <summary>Sets what differs. The default branch comes last: while it says what the gate says, so do the pull requests, and nobody need ask.</summary>
    public async Task PublishAsync(GateResult result, string sha, CancellationToken cancellation)
    {
        try
        {
            var status = GateStatus.Of(result, step.Environment.RunUrl);
            var present = await session.Repository.FindStatusAsync(sha, GateStatus.Context, cancellation);
            if (present is null || !GateStatus.IsSameDecision(present, status))
                await PublishOnPullRequestsAsync(result, sha, cancellation);
            if (present is null || present.State != status.State || present.Description != status.Description)
                await session.Repository.PublishStatusAsync(sha, status, cancellation);
        }
        catch (TrackerException failure) when (failure.Failure == TrackerFailure.Forbidden)
        {
            step.Annotate(new Annotation(DiagnosticSeverity.Notice, $"The commit status was not set: {SafeText.Show(failure.Message)}"));
        }
    }

    private async Task PublishOnPullRequestsAsync(GateResult result, string except, CancellationToken cancellation)
    {
        var heads = (await session.Repository.ListOpenPullRequestHeadsAsync(cancellation)).Where(head => head.Sha != except).GroupBy(head => head.Sha, StringComparer.Ordinal).ToArray();
        foreach (var head in heads.Take(MostHeads))
        {
            var status = GateStatus.OfPullRequest(result, head.Any(branch => project.Configuration.BlocksPullRequestsInto(branch.Base)), step.Environment.RunUrl);
            if (await session.Repository.FindStatusAsync(head.Key, GateStatus.Context, cancellation) is not { } present || present.State != status.State || present.Description != status.Description)
                await session.Repository.PublishStatusAsync(head.Key, status, cancellation);
        }

        if (heads.Length > MostHeads)
            step.Annotate(new Annotation(DiagnosticSeverity.Notice, $"There are {heads.Length} open pull requests, and only the newest {MostHeads} show what the gate says now."));
    }
}
