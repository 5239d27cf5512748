namespace VegaGate.GitHub.Rest;

/// <summary>What GitHub says of the repository itself, asked once.</summary>
internal sealed class RepositoryInfo(GitHubConnection connection, RepositoryName repository)
{
    private RepositoryPayload? known;

    /// <summary>The answer, from memory after the first time.</summary>
    /// <exception cref="Tracking.TrackerException">The repository is not there, or the token may not see it.</exception>
    public async Task<RepositoryPayload> ReadAsync(CancellationToken cancellation) =>
        known ??= await connection.GetAsync(repository.Path, GitHubJson.Default.RepositoryPayload, cancellation);
}
