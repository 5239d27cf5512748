using VegaGate.Cli.Cache;
using VegaGate.Cli.LocalTracker;
using VegaGate.Cli.Reporting;
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
    /// <summary>Opens what is chosen.</summary>
    /// <param name="isCached">Whether answers of earlier runs may be used where GitHub says that they are current. A gate reads everything anew.</param>
    /// <param name="answers">Answers of this very run, for one that asks again and again; null: none are kept.</param>
    public static TrackerSession Open(string? flag, ProjectConfiguration configuration, Surroundings surroundings, bool isCached = false, IAnswerCache? answers = null)
    {
        var choice = flag ?? configuration.Tracker;
        var repository = configuration.Repository ?? (surroundings.IsActions ? surroundings.Variable("GITHUB_REPOSITORY") : null);
        if (choice == "local" || choice is null && repository is null && !surroundings.IsCi)
            return OpenLocal(surroundings);
        if (choice == "github" && repository is null)
            repository = surroundings.Variable("GITHUB_REPOSITORY");
        if (choice == "github" && string.IsNullOrEmpty(repository))
            throw new UsageException("the repository on GitHub is not known: name the `repository` in .vegagate.yaml, or set GITHUB_REPOSITORY to owner/name in the environment.");
        if (string.IsNullOrEmpty(repository))
            throw new UsageException("no tracker is chosen, and under CI none is taken by itself: pass --tracker local, or name the `repository` in .vegagate.yaml.");
        return OpenGitHub(repository, configuration, surroundings, isCached, answers);
    }

    private static TrackerSession OpenLocal(Surroundings surroundings)
    {
        var tracker = EmbeddedTracker.Open(Path.Combine(surroundings.Directory, EmbeddedTracker.DefaultPath), surroundings.Time, EmbeddedTracker.DefaultIdentity, surroundings.Directory);
        return new TrackerSession(tracker, new WorkingTree(surroundings.Directory), [EmbeddedTracker.DefaultIdentity.Login], tracker.ActAs) { TakeTurn = tracker.TakeTurnAsync };
    }

    private static TrackerSession OpenGitHub(string name, ProjectConfiguration configuration, Surroundings surroundings, bool isCached, IAnswerCache? answers)
    {
        if (!RepositoryName.TryParse(name, out var repository))
            throw new UsageException($"the repository must be written owner/name; it is {SafeText.Show(name)}.");
        if (surroundings.Variable("GITHUB_TOKEN") is not { Length: > 0 } token)
            throw new UsageException("GitHub needs a token: set GITHUB_TOKEN in the environment.");
        if (!GitHubConnectionOptions.TryParseAddress(surroundings.Variable("GITHUB_API_URL"), out var address, out var problem))
            throw new UsageException(problem);
        var isUnspaced = surroundings.Variable("VEGAGATE_WRITE_SPACING") == "0";
        if (isUnspaced && !address.IsLoopback)
            throw new UsageException("VEGAGATE_WRITE_SPACING=0 is for a server on this machine only: GitHub stops a client that writes without pauses.");
        var cache = isCached ? FileAnswerCache.Open(surroundings.Directory) : null;
        var options = new GitHubConnectionOptions
        {
            BaseAddress = address,
            Token = token,
            Cache = cache ?? answers,
            Version = ProgramVersion.Current,
            CreationSpacing = isUnspaced ? TimeSpan.Zero : GitHubConnectionOptions.LeastCreationSpacing,
            WriteSpacing = isUnspaced ? TimeSpan.Zero : GitHubConnectionOptions.LeastWriteSpacing,
        };
        var connection = new GitHubConnection(options, surroundings.Time);
        var isBot = configuration.Identity.EndsWith("[bot]", StringComparison.Ordinal);
        return new TrackerSession(
            new GitHubIssueTracker(connection, repository, new Actor(configuration.Identity, 0, isBot)),
            new GitHubRepositoryFacts(connection, repository, surroundings.Variable("GITHUB_SHA") is { Length: > 0 } sha ? sha : "HEAD"),
            configuration.Identities,
            null,
            connection)
        {
            RepositoryName = repository.ToString(),
            Teams = new GitHubTeamDirectory(connection),
            Proposals = new GitHubProposals(connection, repository),
            OwnComments = new GitHubComments(connection, repository),
            WorkflowRuns = new GitHubWorkflowRuns(connection, repository),
            Diagnosis = new GitHubDiagnosis(connection, repository),
            ChecksOf = commit => new GitHubCommitChecks(connection, repository, commit),
            Commits = new GitHubCommits(connection, repository),
            RepositoryAt = commit => new GitHubRepositoryFacts(connection, repository, commit),
            Cache = cache,
            Budget = configuration.Budget,
            Comments = new PullRequestComments(connection, repository, new Actor(configuration.Identity, 0, isBot)),
        };
    }
}
