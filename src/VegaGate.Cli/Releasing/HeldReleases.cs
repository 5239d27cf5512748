using System.Collections.Immutable;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Gate;
using VegaGate.GitHub.Actions;
using VegaGate.Tracking;

namespace VegaGate.Cli.Releasing;

/// <summary>
/// Lets held runs of the release's workflow go: when the gate would let through what a run wanted to release, its failed jobs run again, and ask the gate once more
/// by themselves. Nothing is stored for it, so that a lost event, or two at once, come to the same.
/// </summary>
/// <param name="paths">The lists, as they were named.</param>
internal sealed class HeldReleases(Project project, string[] paths, TrackerSession session, IWorkflowRuns runs, ICommits commits, ActionsStep step, Surroundings surroundings)
{
    /// <summary>Looks at the newest failed run of each tag and branch.</summary>
    /// <param name="workflow">The workflow that releases.</param>
    /// <param name="live">The listing of the issues.</param>
    /// <returns>The commits that wait for the gate: the status of each is its run's.</returns>
    public async Task<ImmutableArray<string>> LetGoAsync(ReleaseWorkflow workflow, IssueIndex live, ITimelineStore? timelines, CancellationToken cancellation)
    {
        var held = ImmutableArray.CreateBuilder<string>();
        try
        {
            foreach (var run in HeldRuns.Failed(await runs.ListLatestRunsAsync(workflow.File, cancellation)))
            {
                if (await FindHoldAsync(run, cancellation) is not { } hold)
                    continue;
                held.Add(run.Sha);
                await LookAtAsync(run, hold, workflow, live, timelines, cancellation);
            }
        }
        catch (TrackerException failure) when (failure.Failure is not TrackerFailure.RateLimited)
        {
            Warn($"The runs of {workflow.File} were not looked at: {failure.Message}");
        }

        return held.ToImmutable();
    }

    private async Task LookAtAsync(WorkflowRunFact run, CommitStatus hold, ReleaseWorkflow workflow, IssueIndex live, ITimelineStore? timelines, CancellationToken cancellation)
    {
        var name = $"{run.Reference ?? "?"} ({run.Sha[..7]})";
        try
        {
            var tagged = run.Reference is { } reference ? await commits.FindTaggedCommitAsync(reference, cancellation) : null;
            if (tagged is not null && tagged != run.Sha)
            {
                Say($"{name} stays as it is: the tag names another commit now");
                return;
            }

            // Who takes a tag or a branch away takes the release back.
            if (tagged is null && (run.Reference is not { } branch || await commits.FindBranchCommitAsync(branch, cancellation) is null))
            {
                Say($"{name} stays as it is: there is no such tag or branch any more");
                return;
            }

            var result = await DecideAsync(run, tagged is null ? null : run.Reference, workflow.Stage, live, timelines, cancellation);
            if (result.Holds)
            {
                Say($"{name} is still held ({result.Reason.ToWord()}), {result.OpenItems} not clear");
                var status = GateStatus.Of(result, hold.TargetUrl);
                if (status.State == CommitState.Pending && status.Description != hold.Description)
                    await session.Repository.PublishStatusAsync(run.Sha, status, cancellation);
            }
            else
            {
                Say($"{name}: {(await IsStillHeldAsync(run, workflow, cancellation) ? await StartAsync(run, tagged is not null, workflow, cancellation) : "clear to go, and on its way already")}");
            }
        }
        catch (Exception failure) when (failure is UsageException or TrackerException { Failure: not TrackerFailure.RateLimited })
        {
            Warn($"The held run of {name} does not go on by itself: {failure.Message}");
        }
    }

    /// <summary>By the lists as the commit has them.</summary>
    private async Task<GateResult> DecideAsync(WorkflowRunFact run, string? release, string? stage, IssueIndex live, ITimelineStore? timelines, CancellationToken cancellation)
    {
        if (release is not null && !Project.IsRelease(release))
            throw new UsageException($"{release} cannot name a release.");
        var there = await CommittedLists.LoadAsync(project with { Release = release }, run.Sha, paths, commits, surroundings, cancellation);
        if (there.With(stage) is not { IsEmpty: false } asked)
            throw new UsageException($"no list has the stage {stage}, which the configuration names under `release`.");
        return (await GateAnswer.DecideAsync(there with { Checklists = asked }, new GateRequest(stage, null, release, run.Sha), session, surroundings, cancellation, timelines, live)).Result;
    }

    private async Task<CommitStatus?> FindHoldAsync(WorkflowRunFact run, CancellationToken cancellation) =>
        HeldRuns.FindHold(run, await commits.ListStatusesAsync(run.Sha, GateStatus.Context, cancellation));

    /// <summary>Asked once more, since a decision takes its time: meanwhile another answer may have started the run, which then has come further, and what failed in it is not the gate's.</summary>
    private async Task<bool> IsStillHeldAsync(WorkflowRunFact run, ReleaseWorkflow workflow, CancellationToken cancellation) =>
        HeldRuns.Failed(await runs.ListLatestRunsAsync(workflow.File, cancellation)).Any(now => now.Id == run.Id && now.Attempt == run.Attempt) && await FindHoldAsync(run, cancellation) is not null;

    /// <summary>Starts the failed jobs again, or where GitHub does that no more, the workflow; says what came of it.</summary>
    private async Task<string> StartAsync(WorkflowRunFact run, bool isTagged, ReleaseWorkflow workflow, CancellationToken cancellation)
    {
        if (!HeldRuns.IsOver(run, session.Tracker.Now))
        {
            var answer = await runs.RerunFailedJobsAsync(run.Id, cancellation);
            if (!answer.IsStarted)
                return $"clear to go, and not started again, for GitHub says: {answer.Reason}";
            step.Annotate(new Annotation(DiagnosticSeverity.Notice, $"Clear to go: the failed jobs of {SafeText.Show(run.Url)} run again."));
            return "clear to go, its failed jobs run again";
        }

        // A branch has moved on since, and would release something else.
        if (!isTagged)
            return "clear to go, but the run is too old to run again, and only a tag can be started anew: start the workflow by hand";
        await runs.DispatchAsync(workflow.File, run.Reference!, workflow.Inputs, cancellation);
        step.Annotate(new Annotation(DiagnosticSeverity.Notice, $"Clear to go: {SafeText.Show(workflow.File)} is started anew for {SafeText.Show(run.Reference!)}, as the held run is too old to run again."));
        return "clear to go, the workflow is started anew";
    }

    private void Say(string text) => surroundings.Output.Write($"release {SafeText.Show(text)}\n");

    private void Warn(string text) => step.Annotate(new Annotation(DiagnosticSeverity.Warning, SafeText.Show(text)));
}
