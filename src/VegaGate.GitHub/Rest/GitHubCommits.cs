using System.Collections.Immutable;
using System.Net;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>The commits of one GitHub repository.</summary>
public sealed class GitHubCommits(GitHubConnection connection, RepositoryName repository) : ICommits
{
    /// <summary>Far more lists than a repository has, and a bound on what one commit costs.</summary>
    private const int MostFiles = 100;

    public async Task<ImmutableArray<CommitStatus>> ListStatusesAsync(string sha, string context, CancellationToken cancellation)
    {
        CheckIsFullId(sha);
        var statuses = ImmutableArray.CreateBuilder<CommitStatus>();
        await foreach (var status in new StatusList(connection, repository).ReadAsync(sha, context, cancellation))
            statuses.Add(status);
        return statuses.ToImmutable();
    }

    public Task<string?> FindTaggedCommitAsync(string tag, CancellationToken cancellation) => FindAsync("tags/" + tag, cancellation);

    public Task<string?> FindBranchCommitAsync(string branch, CancellationToken cancellation) => FindAsync("heads/" + branch, cancellation);

    public async Task<ImmutableArray<CommittedFile>> ReadFilesAsync(string sha, Func<string, bool> isWanted, CancellationToken cancellation)
    {
        CheckIsFullId(sha);
        var tree = await connection.GetAsync($"{repository.Path}/git/trees/{sha}?recursive=1", GitHubJson.Default.TreePayload, cancellation);
        if (tree.Truncated)
            throw connection.Failures.Because(TrackerFailure.Rejected, $"{repository} has more files at {sha} than GitHub lists at once, so nobody can say which lists there are.");

        // A link is a blob with a mode of its own.
        var paths = tree.Tree.Where(entry => entry is { Type: "blob", Mode: "100644" or "100755" } && isWanted(entry.Path)).Select(entry => entry.Path).Order(StringComparer.Ordinal).ToImmutableArray();
        if (paths.Length > MostFiles)
            throw connection.Failures.Because(TrackerFailure.Rejected, $"{repository} has {paths.Length} files at {sha} that may be lists; more than {MostFiles} are not asked for.");
        var files = ImmutableArray.CreateBuilder<CommittedFile>(paths.Length);
        foreach (var path in paths)
            files.Add(new CommittedFile(path, await ReadAsync(sha, path, cancellation)));
        return files.ToImmutable();
    }

    private Task<string?> FindAsync(string reference, CancellationToken cancellation) => connection.SendAsync(
        // One file a page, since the files are of no interest. A name that nothing has is 422, and 404 where there is nothing at all.
        new GitHubRequest(HttpMethod.Get, $"{repository.Path}/commits/{Uri.EscapeDataString(reference)}?per_page=1") { Expected = [HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity] },
        answer => answer.IsSuccess ? GitHubConnection.Read(answer, GitHubJson.Default.CommitPayload).Sha ?? throw connection.Failures.Because(TrackerFailure.Unreachable, $"GitHub names no commit for {reference}.") : null,
        cancellation);

    private async Task<byte[]> ReadAsync(string sha, string path, CancellationToken cancellation)
    {
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var file = await connection.GetAsync($"{repository.Path}/contents/{escaped}?ref={sha}", GitHubJson.Default.ContentPayload, cancellation);
        if (file is not { Type: "file", Encoding: "base64", Content: { } content })
            throw connection.Failures.Because(TrackerFailure.Rejected, $"GitHub does not give the contents of {path} at {sha}.");
        try
        {
            return Convert.FromBase64String(content.Replace("\n", "", StringComparison.Ordinal));
        }
        catch (FormatException broken)
        {
            throw new TrackerException(TrackerFailure.Unreachable, $"What GitHub gives as {path} at {sha} cannot be read.", broken);
        }
    }

    // A name of a branch would be taken as well.
    private void CheckIsFullId(string sha)
    {
        if (!CommitId.IsFull(sha))
            throw connection.Failures.Because(TrackerFailure.Rejected, CommitId.Problem(sha));
    }
}
