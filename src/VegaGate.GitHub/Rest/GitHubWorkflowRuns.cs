using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>The workflow runs of one GitHub repository.</summary>
public sealed class GitHubWorkflowRuns(GitHubConnection connection, RepositoryName repository) : IWorkflowRuns
{
    private const string WriteActions = "actions: write";

    /// <summary>How GitHub words that a run cannot be run again, as against that the token may not do so: both are 403.</summary>
    private static readonly string[] RunWords = ["workflow run", "already running", "retried", "retry", "re-run", "rerun"];

    public async Task<ImmutableArray<WorkflowRunFact>> FindRunsAsync(string sha, string? workflowFile, CancellationToken cancellation)
    {
        if (!CommitId.IsFull(sha))
            throw connection.Failures.Because(TrackerFailure.Rejected, CommitId.Problem(sha));
        var place = workflowFile is null ? "actions/runs" : $"actions/workflows/{Escape(workflowFile)}/runs";
        var runs = ImmutableArray.CreateBuilder<WorkflowRunPayload>();
        var path = $"{repository.Path}/{place}?head_sha={sha}";
        await foreach (var page in connection.ReadPagesAsync(path, GitHubJson.Default.WorkflowRunsPayload, page => page.WorkflowRuns, cancellation))
            runs.AddRange(page);
        return Sorted(runs);
    }

    public async Task<ImmutableArray<WorkflowRunFact>> ListLatestRunsAsync(string workflowFile, CancellationToken cancellation)
    {
        var page = await connection.GetAsync($"{repository.Path}/actions/workflows/{Escape(workflowFile)}/runs?per_page=100", GitHubJson.Default.WorkflowRunsPayload, cancellation);
        return Sorted(page.WorkflowRuns);
    }

    public async Task<RerunAnswer> RerunFailedJobsAsync(long id, CancellationToken cancellation)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/actions/runs/{id}/rerun-failed-jobs");
        var request = new GitHubRequest(HttpMethod.Post, path) { Expected = [HttpStatusCode.Forbidden], Needs = WriteActions };
        var answer = await connection.SendAsync(request, answer => answer, cancellation);
        if (answer.IsSuccess)
            return new RerunAnswer(IsStarted: true, null);
        var message = connection.Failures.MessageOf(answer);
        return Array.Exists(RunWords, word => message.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? new RerunAnswer(IsStarted: false, message)
            : throw connection.Failures.Refused(request, answer);
    }

    public Task DispatchAsync(string workflowFile, string reference, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellation)
    {
        var body = new DispatchRequest(reference, inputs.Count == 0 ? null : new Dictionary<string, string>(inputs, StringComparer.Ordinal));
        return connection.SendAsync(
            new GitHubRequest(HttpMethod.Post, $"{repository.Path}/actions/workflows/{Escape(workflowFile)}/dispatches")
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(body, GitHubJson.Default.DispatchRequest),
                Needs = WriteActions,
            },
            answer => answer.Status,
            cancellation);
    }

    private static ImmutableArray<WorkflowRunFact> Sorted(IEnumerable<WorkflowRunPayload> runs) =>
        [.. runs.DistinctBy(run => run.Id).OrderByDescending(run => run.CreatedAt).ThenByDescending(run => run.Id).Select(ToFact)];

    private static WorkflowRunFact ToFact(WorkflowRunPayload run)
    {
        // As in .github/workflows/release.yml@refs/heads/main.
        var file = run.Path?.Split('@')[0].Split('/')[^1];
        return new WorkflowRunFact(
            run.Id,
            string.IsNullOrEmpty(file) ? run.Name ?? "" : file,
            run.HeadSha,
            run.Event,
            run.Status ?? "",
            run.Conclusion,
            run.RunAttempt,
            run.HtmlUrl ?? "",
            run.CreatedAt)
        {
            Reference = run.HeadBranch,
        };
    }

    private string Escape(string workflowFile) =>
        workflowFile is "" or "." or ".." || workflowFile.Any(c => c is '/' or '\\' || char.IsControl(c))
            ? throw connection.Failures.Because(TrackerFailure.Rejected, $"'{workflowFile}' is not the name of a workflow's file, without its folder.")
            : Uri.EscapeDataString(workflowFile);
}
