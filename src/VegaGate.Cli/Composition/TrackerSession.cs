using System.Collections.Immutable;
using VegaGate.Gate;
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

    /// <summary>Null where there are no pull requests.</summary>
    public IProposals? Proposals { get; init; }

    public bool IsLocal => ActAs is not null;

    public void Dispose() => Connection?.Dispose();
}
