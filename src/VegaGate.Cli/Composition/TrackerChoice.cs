using VegaGate.Cli.LocalTracker;
using VegaGate.Configuration;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>
/// Decides where the issues are. In order: the flag, the configuration, and in a workflow the repository that it runs for. The embedded tracker is
/// never chosen in silence under CI: a committed file must not open a gate.
/// </summary>
internal static class TrackerChoice
{
    private const string LocalPath = ".vegagate/tracker.json";

    public static TrackerSession Open(string? flag, ProjectConfiguration configuration, Surroundings surroundings)
    {
        var choice = flag ?? configuration.Tracker;
        var repository = configuration.Repository ?? (surroundings.IsActions ? surroundings.Variable("GITHUB_REPOSITORY") : null);
        if (choice == "local" || choice is null && repository is null && !surroundings.IsCi)
            return OpenLocal(surroundings);
        if (choice == "github" && repository is null)
            repository = surroundings.Variable("GITHUB_REPOSITORY");
        if (string.IsNullOrEmpty(repository))
            throw new UsageException("no tracker is chosen, and under CI none is taken by itself: pass --tracker local, or name the `repository` in .vegagate.yaml.");
        return OpenGitHub(repository, configuration, surroundings);
    }

    private static TrackerSession OpenLocal(Surroundings surroundings)
    {
        var tracker = EmbeddedTracker.Open(Path.Combine(surroundings.Directory, LocalPath), surroundings.Time, EmbeddedTracker.DefaultIdentity);
        return new TrackerSession(tracker, new WorkingTree(surroundings.Directory), [EmbeddedTracker.DefaultIdentity.Login], tracker.ActAs);
    }

    private static TrackerSession OpenGitHub(string name, ProjectConfiguration configuration, Surroundings surroundings)
    {
        if (!RepositoryName.TryParse(name, out var repository))
            throw new UsageException($"the repository must be written owner/name; it is {Reporting.SafeText.Show(name)}.");
        var token = surroundings.Variable("VEGAGATE_TOKEN") is { Length: > 0 } given ? given : surroundings.Variable("GITHUB_TOKEN");
        if (string.IsNullOrEmpty(token))
            throw new UsageException("GitHub needs a token: set GITHUB_TOKEN in the environment.");
        if (!GitHubConnectionOptions.TryParseAddress(surroundings.Variable("GITHUB_API_URL"), out var address, out var problem))
            throw new UsageException(problem);
        throw new UsageException($"{repository} {address} {token.Length} {configuration.Identity}");
    }
}
