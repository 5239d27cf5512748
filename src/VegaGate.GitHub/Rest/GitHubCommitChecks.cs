using System.Collections.Immutable;
using System.Globalization;
using VegaGate.Conditions;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>What one GitHub repository says of one commit beside its files, for probes.</summary>
/// <param name="sha">The full id of the commit.</param>
public sealed class GitHubCommitChecks(GitHubConnection connection, RepositoryName repository, string sha) : ICommitChecks
{
    private const string Completed = "completed";
    private const string Approved = "APPROVED";
    private const string ChangesRequested = "CHANGES_REQUESTED";
    private const string Dismissed = "DISMISSED";

    /// <summary>Whose reviews count: anybody can write one on a public repository.</summary>
    private static readonly string[] Members = ["OWNER", "MEMBER", "COLLABORATOR"];

    private readonly RepositoryInfo info = new(connection, repository);
    private readonly GitHubRepositoryFacts facts = new(connection, repository, sha);

    public Task<ImmutableArray<CommitCheck>> FindAsync(string name, CancellationToken cancellation) => AnswerAsync(async () =>
    {
        if (!CommitId.IsFull(sha))
            throw connection.Failures.Because(TrackerFailure.Rejected, CommitId.Problem(sha));
        var checks = await ReadCheckRunsAsync(name, cancellation);

        // A context has no case for GitHub, and somebody who asks for a name means that one.
        return await facts.FindStatusAsync(sha, name, cancellation) is { } status && status.Context == name
            ? checks.Add(new CommitCheck(null, status.State.ToString().ToLowerInvariant()))
            : checks;
    });

    public Task<CheckedPullRequest?> FindPullRequestAsync(long number, CancellationToken cancellation) => AnswerAsync(async () =>
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/pulls/{number}");
        if (await connection.FindAsync(path, GitHubJson.Default.PullRequestPayload, cancellation) is not { } found)
        {
            // The same answer comes from a repository that the token may not see: then this throws.
            await info.ReadAsync(cancellation);
            return null;
        }

        var reviews = await connection.GetPagesAsync($"{path}/reviews", GitHubJson.Default.ReviewPayloadArray, cancellation);

        // A remark leaves what was said before it; of what counts, the last word does.
        var words = reviews.Where(review => review is { State: Approved or ChangesRequested or Dismissed, User: not null } && review.User.ToActor() is { IsBot: false } && Members.Contains(review.AuthorAssociation, StringComparer.Ordinal))
            .GroupBy(review => review.User!.Id)
            .Select(person => person.MaxBy(review => review.Id)!)
            .ToImmutableArray();
        return new CheckedPullRequest(
            found.Merged,
            [.. words.Where(review => review.State == Approved && review.CommitId is not null && review.CommitId == found.Head?.Sha).Select(review => review.User!.Login)],
            [.. words.Where(review => review.State == ChangesRequested).Select(review => review.User!.Login)]);
    });

    /// <summary>Of each app the newest run of the name.</summary>
    private async Task<ImmutableArray<CommitCheck>> ReadCheckRunsAsync(string name, CancellationToken cancellation)
    {
        var runs = new List<CheckRunPayload>();
        var total = 0;
        var path = $"{repository.Path}/commits/{sha}/check-runs?check_name={Uri.EscapeDataString(name)}&filter=latest";
        var pages = connection.ReadPagesAsync(
            path,
            GitHubJson.Default.CheckRunsPayload,
            page =>
            {
                total = page.TotalCount;
                return page.CheckRuns;
            },
            cancellation);
        await foreach (var page in pages)
            runs.AddRange(page);
        if (runs.Count < total)
            throw connection.Failures.Because(TrackerFailure.Unreachable, $"GitHub lists {runs.Count} of {total} checks, so nobody can say which is the newest");
        return
        [
            .. runs.Where(run => run.Name == name)
                .GroupBy(run => run.App?.Slug ?? "", StringComparer.OrdinalIgnoreCase)
                .Select(app => app.MaxBy(run => run.Id)!)
                .Select(run => new CommitCheck(run.App?.Slug ?? "", run.Status == Completed ? run.Conclusion ?? Completed : run.Status)),
        ];
    }

    private static async Task<T> AnswerAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (TrackerException failure)
        {
            // The connection has tried again already, where that may help.
            throw new UnansweredException(failure.Message.TrimEnd('.'), inner: failure);
        }
    }
}
