using System.Collections.Immutable;
using System.Net;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>The members of GitHub teams, each team asked for once. A workflow's own token may read none.</summary>
public sealed class GitHubTeamDirectory(GitHubConnection connection) : ITeamDirectory
{
    private readonly Dictionary<string, ImmutableArray<Actor>?> known = new(StringComparer.OrdinalIgnoreCase);

    public async Task<ImmutableArray<Actor>?> FindMembersAsync(string team, CancellationToken cancellation)
    {
        // An organization and a slug have no character that a repository's name may not have.
        if (!RepositoryName.TryParse(team, out var name))
            throw connection.Failures.Because(TrackerFailure.Rejected, $"'{team}' is not a team in the form organization/slug.");
        if (!known.TryGetValue(team, out var members))
            known[team] = members = await ReadAsync($"/orgs/{name.Owner}/teams/{name.Name}/members", cancellation);
        return members;
    }

    private async Task<ImmutableArray<Actor>?> ReadAsync(string path, CancellationToken cancellation)
    {
        var users = await connection.FindPagesAsync(
            path, GitHubJson.Default.UserPayloadArray, [HttpStatusCode.Forbidden, HttpStatusCode.NotFound], cancellation);
        return users is { } all ? [.. all.Select(user => user.ToActor()!)] : null;
    }
}
