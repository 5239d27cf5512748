using System.Runtime.CompilerServices;
using VegaGate.Gate;

namespace VegaGate.GitHub.Rest;

/// <summary>The statuses of a commit.</summary>
internal sealed class StatusList(GitHubConnection connection, RepositoryName repository)
{
    private const int MostPages = 10;

    /// <summary>Those of one context, newest first, among the last thousand; a page is asked for when somebody wants what is on it.</summary>
    /// <param name="sha">The full id of the commit.</param>
    public async IAsyncEnumerable<CommitStatus> ReadAsync(string sha, string context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pages = 0;
        var path = $"{repository.Path}/commits/{sha}/statuses";
        await foreach (var page in connection.ReadPagesAsync(path, GitHubJson.Default.StatusPayloadArray, page => page, cancellation))
        {
            // A context has no case.
            foreach (var status in page.Where(status => status.Context.Equals(context, StringComparison.OrdinalIgnoreCase)))
                yield return new CommitStatus(StateOf(status.State), status.Context, status.Description ?? "", status.TargetUrl);
            if (++pages == MostPages)
                yield break;
        }
    }

    private static CommitState StateOf(string word) => word switch
    {
        "pending" => CommitState.Pending,
        "success" => CommitState.Success,
        "failure" => CommitState.Failure,
        _ => CommitState.Error,
    };
}
