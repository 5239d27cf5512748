using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>What GitHub says of a token's limit, and of the token itself.</summary>
/// <param name="Scopes">What <c>X-OAuth-Scopes</c> names; null where the token has no scopes, as a workflow's and a fine-grained one.</param>
public sealed record TokenFacts(int Limit, int Remaining, DateTimeOffset ResetAt, ImmutableArray<string>? Scopes);

/// <summary>What GitHub says of the repository.</summary>
/// <param name="HasIssues">Null where it does not say.</param>
/// <param name="CanPush">Whether the account may write to it; null where it does not say, as to a workflow's token.</param>
public sealed record RepositoryFacts(string DefaultBranch, bool? HasIssues, bool IsArchived, bool? CanPush);

/// <summary>How a read was answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Needs">What the token lacks, in a sentence, where it was refused.</param>
public sealed record ReadAnswer(int Status, string Needs)
{
    public bool IsAllowed => Status is >= 200 and < 300;
}

/// <summary>Asks GitHub what is needed for advice. It only reads.</summary>
public sealed class GitHubDiagnosis(GitHubConnection connection, RepositoryName repository)
{
    private readonly RepositoryInfo info = new(connection, repository);

    public RepositoryName Repository => repository;

    /// <summary>Whether the token is a workflow's or that of an installed App, to which GitHub does not say whose it is.</summary>
    public bool IsInstallation => connection.IsInstallation;

    public Task<string?> FindLoginAsync(CancellationToken cancellation) => connection.FindLoginAsync(cancellation);

    /// <summary>GitHub does not count this request.</summary>
    public Task<TokenFacts> ReadTokenAsync(CancellationToken cancellation) => connection.SendAsync(
        new GitHubRequest(HttpMethod.Get, "/rate_limit"),
        answer =>
        {
            var rate = GitHubConnection.Read(answer, GitHubJson.Default.RateLimitPayload).Resources.Core;
            return new TokenFacts(
                rate.Limit,
                rate.Remaining,
                DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(rate.Reset, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds())),
                answer.Scopes is { } scopes ? [.. scopes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : null);
        },
        cancellation);

    public async Task<RepositoryFacts> ReadRepositoryAsync(CancellationToken cancellation)
    {
        var known = await info.ReadAsync(cancellation);
        return new RepositoryFacts(known.DefaultBranch, known.HasIssues, known.Archived, IsInstallation ? null : known.Permissions?.Push);
    }

    /// <summary>Names of the branches that are protected; null where the token may not see them.</summary>
    public async Task<ImmutableArray<string>?> FindProtectedBranchesAsync(CancellationToken cancellation) =>
        (await connection.FindPagesAsync($"{repository.Path}/branches?protected=true", GitHubJson.Default.BranchPayloadArray, [HttpStatusCode.Forbidden, HttpStatusCode.NotFound], cancellation)) is { } branches
            ? [.. branches.Select(branch => branch.Name)]
            : null;

    /// <summary>Asks whether the token may read something.</summary>
    /// <param name="path">Below the repository, with its query.</param>
    public Task<ReadAnswer> TryReadAsync(string path, string needs, CancellationToken cancellation) => connection.SendAsync(
        new GitHubRequest(HttpMethod.Get, $"{repository.Path}/{path}") { Expected = [HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.Conflict] },
        answer => new ReadAnswer((int)answer.Status, answer.IsSuccess ? "" : PermissionAdvice.For(answer.AcceptedPermissions, needs)),
        cancellation);

    /// <summary>Whether a branch has a file or folder.</summary>
    public async Task<bool> HasAsync(string path, string branch, CancellationToken cancellation)
    {
        var address = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));
        return (await TryReadAsync(string.Create(CultureInfo.InvariantCulture, $"contents/{address}?ref={Uri.EscapeDataString(branch)}"), "contents: read", cancellation)) switch
        {
            { IsAllowed: true } => true,
            { Status: 404 } => false,
            var refused => throw connection.Failures.Because(TrackerFailure.Forbidden, $"GitHub answered {refused.Status}. {refused.Needs}"),
        };
    }
}
