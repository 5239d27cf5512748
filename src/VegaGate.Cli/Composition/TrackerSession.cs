using System.Collections.Immutable;
using VegaGate.Conditions;
using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.GitHub.Rest;
using VegaGate.Proposals;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>Where this run reads and writes.</summary>
/// <param name="Identities">Logins whose issues are ours.</param>
/// <param name="ActAs">Gives a view in which somebody else acts; null where one acts with one's own token only.</param>
public sealed record TrackerSession(IIssueTracker Tracker, IRepositoryFacts Repository, ImmutableArray<string> Identities, Func<Actor, IIssueTracker>? ActAs, IDisposable? Connection = null) : IDisposable
{
    /// <summary>Waits until nobody else applies a plan, and keeps the others waiting; null where the tracker has no such thing.</summary>
    public Func<CancellationToken, Task<IDisposable>>? TakeTurn { get; init; }

    /// <summary>The repository on GitHub, written owner/name; null where the issues are elsewhere.</summary>
    public string? RepositoryName { get; init; }

    public ITeamDirectory Teams { get; init; } = new NoTeams();

    /// <summary>Null where there are no pull requests.</summary>
    public IProposals? Proposals { get; init; }

    /// <summary>Null where there are no pull requests.</summary>
    public PullRequestComments? Comments { get; init; }

    /// <summary>Null where runs take turns, and none says what another has said.</summary>
    public IOwnComments? OwnComments { get; init; }

    /// <summary>Null where there are no workflows.</summary>
    public IWorkflowRuns? WorkflowRuns { get; init; }

    /// <summary>Answers questions about the repository and the token; null where there are no such.</summary>
    public GitHubDiagnosis? Diagnosis { get; init; }

    /// <summary>What is said of a commit, of which the full id is given, beside its files.</summary>
    public Func<string, ICommitChecks> ChecksOf { get; init; } = _ => new NoChecks();

    /// <summary>What asks the probes, by the commit that it asks about.</summary>
    internal Dictionary<string, IProbes> Probes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where commits are not asked for.</summary>
    public ICommits? Commits { get; init; }

    /// <summary>The repository as another commit has it; null where there is only the one that is checked out.</summary>
    public Func<string, IRepositoryFacts>? RepositoryAt { get; init; }

    /// <summary>What is to be put away when all is done.</summary>
    public IDisposable? Cache { get; init; }

    /// <summary>How much one run may write.</summary>
    public WriteCaps Budget { get; init; } = WriteCaps.None;

    public bool IsLocal => ActAs is not null;

    public void Dispose()
    {
        Connection?.Dispose();
        Cache?.Dispose();
    }
}
