using System.Collections.Immutable;
using System.Globalization;

namespace VegaGate.Gate;

/// <summary>Which runs of the release's workflow wait for the gate. Nothing of our own is stored for it: the runs and the statuses on their commits say it.</summary>
public static class HeldRuns
{
    /// <summary>How many are looked at in one go: a bound on what a repository with many failed releases costs.</summary>
    public const int MostLookedAt = 5;

    /// <summary>After this, and after so many attempts, GitHub does not run the failed jobs of a run again.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const int MostAttempts = 50;

    /// <summary>The newest run of each tag and branch, as far as it has failed; a newer one that runs, or went through, leaves nothing to do for the older ones.</summary>
    /// <param name="runs">Newest first.</param>
    public static ImmutableArray<WorkflowRunFact> Failed(IEnumerable<WorkflowRunFact> runs) =>
    [
        .. runs.Where(run => run.Event is not ("pull_request" or "pull_request_target" or "merge_group"))
            .DistinctBy(run => run.Reference ?? run.Sha, StringComparer.Ordinal)
            .Where(run => run is { Status: "completed", Conclusion: "failure" })
            .Take(MostLookedAt),
    ];

    /// <summary>What the gate's status in a run leads to: the attempt, so that one that fails for another reason later is not taken for held.</summary>
    /// <param name="runUrl">Of the run.</param>
    public static string UrlOfAttempt(string runUrl, int attempt) => $"{runUrl}/attempts/{attempt}";

    /// <summary>The status that shows that the gate's last word in this attempt of the run was to hold, so that nothing that was let through has failed; null otherwise.</summary>
    /// <param name="statuses">Those of the gate on the run's commit, newest first.</param>
    public static CommitStatus? FindHold(WorkflowRunFact run, IEnumerable<CommitStatus> statuses)
    {
        // The repository may have been renamed since; the number of the run stays.
        var attempt = string.Create(CultureInfo.InvariantCulture, $"/actions/runs/{run.Id}/attempts/{run.Attempt}");
        return statuses.FirstOrDefault(status => status.TargetUrl?.EndsWith(attempt, StringComparison.Ordinal) == true) is { State: CommitState.Pending } hold ? hold : null;
    }

    /// <summary>Whether GitHub runs the failed jobs again no more, so that the workflow has to be started anew.</summary>
    public static bool IsOver(WorkflowRunFact run, DateTimeOffset now) => run.Attempt >= MostAttempts || now - run.CreatedAt >= Lifetime;
}
