using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VegaGate.Proposals;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>
/// Pull requests within one GitHub repository, by way of its git data. What is there already is compared by the ids that git gives to
/// contents, so that nothing is sent to find out.
/// </summary>
public sealed class GitHubProposals(GitHubConnection connection, RepositoryName repository) : IProposals
{
    private const string WriteContents = "contents: write";
    private const string WritePulls = "pull-requests: write";

    /// <summary>What was done to the branch.</summary>
    private enum Move
    {
        None,
        Moved,
        Made,
    }

    private readonly RepositoryInfo info = new(connection, repository);

    public async Task<ProposalResult> ProposeAsync(Proposal proposal, CancellationToken cancellation)
    {
        if (ProposalCheck.ProblemOf(proposal) is { } problem)
            throw Rejected(problem);
        var main = (await info.ReadAsync(cancellation)).DefaultBranch;

        // Two branches that differ in case alone are one on some disks.
        if (string.Equals(main, proposal.Branch, StringComparison.OrdinalIgnoreCase))
            throw Rejected($"'{proposal.Branch}' is the default branch of {repository}: a proposal needs a branch of its own.");
        var move = await MoveBranchAsync(proposal, main, cancellation);
        try
        {
            return await OpenOrEditAsync(proposal, main, move != Move.None, cancellation);
        }
        catch (TrackerException failure) when (move == Move.Made && failure.Failure is (TrackerFailure.Forbidden or TrackerFailure.Rejected))
        {
            await TryDeleteBranchAsync(proposal.Branch, cancellation);
            throw;
        }
    }

    /// <summary>Puts the branch on the commit that is proposed.</summary>
    private async Task<Move> MoveBranchAsync(Proposal proposal, string main, CancellationToken cancellation)
    {
        var head = (await FindHeadAsync(main, cancellation) ?? throw Rejected($"{repository} has no branch '{main}'.")).Object.Sha;
        var headTree = (await ReadCommitAsync(head, cancellation)).Tree.Sha;
        var before = await ReadTreeAsync(headTree, cancellation);
        var after = before is null ? null : ProposedTree.Of(before, proposal.Files);
        if (after is not null && after.Equals(before))
            throw Rejected($"The branch '{main}' of {repository} has every proposed file as it is to be.");
        if (before is not null && proposal.Files.FirstOrDefault(file => file.Before is { } read && !before.Has(file.Path, read)) is { } stale)
            throw Rejected($"'{stale.Path}' is another file on the branch '{main}' of {repository} than the one that was read: check out what '{main}' has now, with its line ends, and run this again.");

        var branch = await FindHeadAsync(proposal.Branch, cancellation);
        if (branch is not null && after is not null)
        {
            var there = await ReadCommitAsync(branch.Object.Sha, cancellation);
            if (there.Parents is [var only] && only.Sha == head && after.Equals(await ReadTreeAsync(there.Tree.Sha, cancellation)))
                return Move.None;
        }

        // The first two leave nothing that shows, so they may be repeated.
        var tree = await WriteAsync(
            HttpMethod.Post,
            "git/trees",
            new TreeRequest(headTree, [.. proposal.Files.Select(file => new TreeEntryRequest(file.Path, ProposedTree.Mode, "blob", file.Text))]),
            GitHubJson.Default.TreeRequest,
            GitHubJson.Default.ObjectPayload,
            cancellation);
        var commit = await WriteAsync(
            HttpMethod.Post,
            "git/commits",
            new GitCommitRequest(proposal.CommitMessage, tree.Sha, [head]),
            GitHubJson.Default.GitCommitRequest,
            GitHubJson.Default.ObjectPayload,
            cancellation);
        if (branch is null)
        {
            var made = new NewRefRequest($"refs/heads/{proposal.Branch}", commit.Sha);
            await WriteAsync(HttpMethod.Post, "git/refs", made, GitHubJson.Default.NewRefRequest, GitHubJson.Default.RefPayload, cancellation);
            return Move.Made;
        }

        var moved = new RefRequest(commit.Sha, Force: true);
        var path = $"git/refs/heads/{Escape(proposal.Branch)}";
        await WriteAsync(HttpMethod.Patch, path, moved, GitHubJson.Default.RefRequest, GitHubJson.Default.RefPayload, cancellation);
        return Move.Moved;
    }

    /// <summary>A branch of which nobody can make a pull request is a leftover; when it cannot be taken away, the next proposal takes it over.</summary>
    private async Task TryDeleteBranchAsync(string branch, CancellationToken cancellation)
    {
        try
        {
            await connection.SendAsync(new GitHubRequest(HttpMethod.Delete, $"{repository.Path}/git/refs/heads/{Escape(branch)}") { Needs = WriteContents }, answer => answer.IsSuccess, cancellation);
        }
        catch (TrackerException)
        {
            // What failed before is the reason that is told.
        }
    }

    private async Task<ProposalResult> OpenOrEditAsync(Proposal proposal, string main, bool hasMoved, CancellationToken cancellation)
    {
        var head = Uri.EscapeDataString($"{repository.Owner}:{proposal.Branch}");
        var path = $"{repository.Path}/pulls?head={head}&base={Uri.EscapeDataString(main)}&state=open";
        var open = await connection.GetPagesAsync(path, GitHubJson.Default.PullRequestListPayloadArray, cancellation);

        // A filter that is not understood lists them all.
        if (open.FirstOrDefault(pull => pull.Head.Ref == proposal.Branch && pull.Base.Ref == main && pull.Head.Repo?.Id == pull.Base.Repo?.Id) is not { } found)
        {
            var made = await connection.SendAsync(
                new GitHubRequest(HttpMethod.Post, $"{repository.Path}/pulls")
                {
                    Body = JsonSerializer.SerializeToUtf8Bytes(
                        new NewPullRequestRequest(proposal.Title, proposal.Body, proposal.Branch, main), GitHubJson.Default.NewPullRequestRequest),
                    CreatesIssue = true,
                    Needs = WritePulls,
                },
                answer => GitHubConnection.Read(answer, GitHubJson.Default.NumberedPayload),
                cancellation);
            return new ProposalResult(made.Number, made.HtmlUrl ?? "", IsNew: true, IsChanged: true);
        }

        if (IsSame(found.Title, proposal.Title) && IsSame(found.Body, proposal.Body))
            return new ProposalResult(found.Number, found.HtmlUrl ?? "", IsNew: false, IsChanged: hasMoved);
        var edited = await connection.SendAsync(
            new GitHubRequest(HttpMethod.Patch, string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/pulls/{found.Number}"))
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(new PullRequestRequest(proposal.Title, proposal.Body), GitHubJson.Default.PullRequestRequest),
                Needs = WritePulls,
            },
            answer => GitHubConnection.Read(answer, GitHubJson.Default.NumberedPayload),
            cancellation);
        return new ProposalResult(edited.Number, edited.HtmlUrl ?? "", IsNew: false, IsChanged: true);
    }

    private Task<RefPayload?> FindHeadAsync(string branch, CancellationToken cancellation) =>
        connection.FindAsync($"{repository.Path}/git/ref/heads/{Escape(branch)}", GitHubJson.Default.RefPayload, cancellation);

    private Task<GitCommitPayload> ReadCommitAsync(string sha, CancellationToken cancellation) =>
        connection.GetAsync($"{repository.Path}/git/commits/{Checked(sha)}", GitHubJson.Default.GitCommitPayload, cancellation);

    /// <summary>Null where there are more files than GitHub lists at once: then nothing is known to be there already.</summary>
    private async Task<ProposedTree?> ReadTreeAsync(string sha, CancellationToken cancellation)
    {
        var path = $"{repository.Path}/git/trees/{Checked(sha)}?recursive=1";
        var tree = await connection.GetAsync(path, GitHubJson.Default.TreePayload, cancellation);
        return tree.Truncated ? null : ProposedTree.Of(tree);
    }

    private Task<TAnswer> WriteAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> type, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation)
        where TAnswer : class
        => connection.SendAsync(
            new GitHubRequest(method, $"{repository.Path}/{path}")
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(body, type),
                IsRepeatable = path is "git/trees" or "git/commits",
                Needs = WriteContents,
            },
            answer => GitHubConnection.Read(answer, answerType),
            cancellation);

    private string Checked(string sha) =>
        CommitId.IsFull(sha) ? sha : throw connection.Failures.Because(TrackerFailure.Unreachable, $"GitHub names an object by what is no id: '{sha}'.");

    private TrackerException Rejected(string why) => connection.Failures.Because(TrackerFailure.Rejected, why);

    private static string Escape(string branch) => string.Join('/', branch.Split('/').Select(Uri.EscapeDataString));

    // What was typed in a browser has other line ends, and GitHub takes blanks off.
    private static bool IsSame(string? there, string wanted) => Plain(there ?? "") == Plain(wanted);

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
