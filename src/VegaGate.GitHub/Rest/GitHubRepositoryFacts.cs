using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using VegaGate.Gate;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>What one GitHub repository answers about one commit.</summary>
/// <param name="gatedSha">The full id of the commit whose files are asked for.</param>
public sealed class GitHubRepositoryFacts(GitHubConnection connection, RepositoryName repository, string gatedSha) : IRepositoryFacts
{
    private const int MostOfDescription = 140;

    private readonly RepositoryInfo info = new(connection, repository);
    private ImmutableArray<string> files;
    private ImmutableArray<BranchPayload> protectedBranches;

    public async Task<bool> FileExistsAsync(string path, CancellationToken cancellation)
    {
        var pattern = new PathPattern(path);
        if (files.IsDefault)
            files = await ReadFilesAsync(cancellation);
        return files.Any(pattern.IsMatch);
    }

    public async Task<PullRequestFact?> FindPullRequestAsync(int number, CancellationToken cancellation)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/pulls/{number}");
        if (await connection.FindAsync(path, GitHubJson.Default.PullRequestPayload, cancellation) is { } found)
            return new PullRequestFact(found.Number, found.Merged, found.HtmlUrl ?? "");

        // The same answer comes from a repository that the token may not see: then this throws.
        await info.ReadAsync(cancellation);
        return null;
    }

    public async Task<bool> IsReachableFromProtectedBranchAsync(string sha, CancellationToken cancellation)
    {
        CheckIsFullId(sha);
        var main = (await info.ReadAsync(cancellation)).DefaultBranch;
        if (await IsReachableAsync(main, sha, cancellation))
            return true;
        if (protectedBranches.IsDefault)
        {
            protectedBranches = await connection.GetPagesAsync(
                $"{repository.Path}/branches?protected=true",
                GitHubJson.Default.BranchPayloadArray,
                cancellation);
        }

        foreach (var branch in protectedBranches.Where(branch => !string.Equals(branch.Name, main, StringComparison.Ordinal)))
        {
            if (await IsReachableAsync(branch.Commit.Sha, sha, cancellation))
                return true;
        }

        return false;
    }

    public async Task<Actor?> FindCommitAuthorAsync(string sha, CancellationToken cancellation)
    {
        CheckIsFullId(sha);

        // One file a page, since the files are of no interest.
        var commit = await connection.GetAsync($"{repository.Path}/commits/{sha}?per_page=1", GitHubJson.Default.CommitPayload, cancellation);
        return commit.Author is { ValueKind: JsonValueKind.Object } author && author.TryGetProperty("login", out _)
            ? author.Deserialize(GitHubJson.Default.UserPayload).ToActor()
            : null;
    }

    public async Task<CommitStatus?> FindStatusAsync(string sha, string context, CancellationToken cancellation)
    {
        CheckIsFullId(sha);
        await foreach (var status in new StatusList(connection, repository).ReadAsync(sha, context, cancellation))
            return status;
        return null;
    }

    public async Task<ImmutableArray<PullRequestHead>> ListOpenPullRequestHeadsAsync(CancellationToken cancellation)
    {
        var own = (await info.ReadAsync(cancellation)).Id;
        var path = $"{repository.Path}/pulls?state=open&sort=created&direction=desc";
        var pulls = await connection.GetPagesAsync(path, GitHubJson.Default.PullRequestListPayloadArray, cancellation);
        return [.. pulls.Where(pull => pull.Head.Repo?.Id == own).Select(pull => new PullRequestHead(pull.Head.Sha, pull.Base.Ref)).Distinct()];
    }

    public Task PublishStatusAsync(string sha, CommitStatus status, CancellationToken cancellation)
    {
        CheckIsFullId(sha);
        var body = new StatusRequest(
            status.State switch
            {
                CommitState.Pending => "pending",
                CommitState.Success => "success",
                CommitState.Failure => "failure",
                _ => "error",
            },
            status.Context,
            ForeignText.Cut(status.Description, MostOfDescription),
            status.TargetUrl);
        return connection.SendAsync(
            new GitHubRequest(HttpMethod.Post, $"{repository.Path}/statuses/{sha}")
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(body, GitHubJson.Default.StatusRequest),
            },
            answer => answer.Status,
            cancellation);
    }

    // A commit is on a branch when the branch, as the base, leaves nothing of it over. No common ancestor and no such commit are both 404.
    private Task<bool> IsReachableAsync(string branch, string sha, CancellationToken cancellation) => connection.SendAsync(
        new GitHubRequest(HttpMethod.Get, $"{repository.Path}/compare/{Uri.EscapeDataString(branch)}...{sha}?per_page=1")
        {
            Expected = [HttpStatusCode.NotFound],
        },
        answer => answer.IsSuccess && GitHubConnection.Read(answer, GitHubJson.Default.ComparisonPayload).Status is "behind" or "identical",
        cancellation);

    private async Task<ImmutableArray<string>> ReadFilesAsync(CancellationToken cancellation)
    {
        CheckIsFullId(gatedSha);
        var path = $"{repository.Path}/git/trees/{gatedSha}?recursive=1";
        var tree = await connection.GetAsync(path, GitHubJson.Default.TreePayload, cancellation);
        if (tree.Truncated)
        {
            throw connection.Failures.Because(
                TrackerFailure.Rejected,
                $"{repository} has more files at {gatedSha} than GitHub lists at once, so nobody can say whether one is missing.");
        }

        return [.. tree.Tree.Where(entry => entry is { Type: "blob" }).Select(entry => entry.Path)];
    }

    // A name of a branch would be compared with itself.
    private void CheckIsFullId(string sha)
    {
        if (!CommitId.IsFull(sha))
            throw connection.Failures.Because(TrackerFailure.Rejected, CommitId.Problem(sha));
    }
}
