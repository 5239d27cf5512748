using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>A run of a workflow, as it is at its latest attempt.</summary>
/// <param name="Workflow">The file of the workflow without its folder, such as <c>release.yml</c>: two workflows may have one name.</param>
/// <param name="Event">What started it, such as <c>push</c>.</param>
/// <param name="Status">As GitHub says it: <c>queued</c>, <c>in_progress</c>, <c>completed</c> and others.</param>
/// <param name="Conclusion">As GitHub says it, <c>success</c> for example; null until it is completed.</param>
/// <param name="Attempt">From 1.</param>
public sealed record WorkflowRunFact(
    long Id, string Workflow, string Sha, string Event, string Status, string? Conclusion, int Attempt, string Url, DateTimeOffset CreatedAt)
{
    /// <summary>The name of the branch or tag that it runs on; null where the server does not say.</summary>
    public string? Reference { get; init; }
}

/// <summary>Whether a run is on its way again.</summary>
/// <param name="Reason">Why not, in the server's words; null where it is.</param>
public sealed record RerunAnswer(bool IsStarted, string? Reason);

/// <summary>The workflow runs of the repository. What cannot be done is a <see cref="TrackerException"/>.</summary>
public interface IWorkflowRuns
{
    /// <summary>All runs of a commit, newest first.</summary>
    /// <param name="sha">The commit's full id.</param>
    /// <param name="workflowFile">Only those of one workflow, such as <c>release.yml</c>; null for all.</param>
    Task<ImmutableArray<WorkflowRunFact>> FindRunsAsync(string sha, string? workflowFile, CancellationToken cancellation);

    /// <summary>The newest hundred runs of a workflow, newest first, with one request.</summary>
    Task<ImmutableArray<WorkflowRunFact>> ListLatestRunsAsync(string workflowFile, CancellationToken cancellation);

    /// <summary>Runs the failed jobs of a run again, on the same commit; no where it is running already, has none, or is too old.</summary>
    Task<RerunAnswer> RerunFailedJobsAsync(long id, CancellationToken cancellation);

    /// <summary>Starts a workflow that has <c>workflow_dispatch</c>.</summary>
    /// <param name="reference">A branch or a tag.</param>
    Task DispatchAsync(string workflowFile, string reference, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellation);
}
