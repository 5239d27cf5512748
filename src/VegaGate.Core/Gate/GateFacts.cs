using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Conditions;
using VegaGate.Gate.Blocking;

namespace VegaGate.Gate;

/// <summary>What is asked.</summary>
/// <param name="Stage">The stage to be let through; null: the last of each list.</param>
/// <param name="Phase">Only this phase.</param>
/// <param name="Release">The release for lists that are walked per release.</param>
/// <param name="Sha">The commit that is released; null when none is.</param>
public sealed record GateRequest(string? Stage, string? Phase, string? Release, string? Sha = null);

/// <summary>What was found out about an artifact.</summary>
/// <param name="IsThere">Null when it could not be found out.</param>
public sealed record ArtifactFact(bool? IsThere, string Evidence);

/// <summary>Everything that a decision rests on.</summary>
/// <param name="Now">The tracker's time.</param>
/// <param name="Issues">By identity.</param>
/// <param name="Artifacts">Of hand-offs; what can only be signed for is not among them.</param>
public sealed record GateFacts(DateTimeOffset Now, IReadOnlyDictionary<ItemId, IssueFacts> Issues, IReadOnlyDictionary<Artifact, ArtifactFact> Artifacts)
{
    /// <summary>Of identities whose issue is gone, its number.</summary>
    public IReadOnlyDictionary<ItemId, int> Missing { get; init; } = ImmutableDictionary<ItemId, int>.Empty;

    /// <summary>Who wrote the texts of lists that ask for it, by identity.</summary>
    public IReadOnlyDictionary<ItemId, TextAuthor> Authors { get; init; } = ImmutableDictionary<ItemId, TextAuthor>.Empty;

    /// <summary>What the probes of items answered, by identity and in the order of the file; an item that is not among them was not asked about.</summary>
    public IReadOnlyDictionary<ItemId, ImmutableArray<ProbeAnswer>> Probes { get; init; } = ImmutableDictionary<ItemId, ImmutableArray<ProbeAnswer>>.Empty;

    /// <summary>Every blocker of the lists that were read, open and ended, said on items and reported.</summary>
    public ImmutableArray<BlockerRecord> Blockers { get; init; } = [];

    /// <summary>Those of one list, as it is walked for a release.</summary>
    public IEnumerable<BlockerRecord> BlockersOf(Checklist checklist, string? release) => Blockers.Where(blocker => blocker.Checklist == checklist.Name && blocker.Release == release);

    /// <summary>The reports behind them, as issues.</summary>
    public ReportListing Reports { get; init; } = ReportListing.None;

    /// <summary>From where the members of teams were taken.</summary>
    public ImmutableArray<TeamSource> Teams { get; init; } = [];

    /// <summary>Of issues on which a field was changed that the file changed too, to something else: the names of these fields. The plan shows both values.</summary>
    public IReadOnlyDictionary<ItemId, ImmutableArray<string>> Conflicts { get; init; } = ImmutableDictionary<ItemId, ImmutableArray<string>>.Empty;

    /// <summary>Who lets it through although it holds; null when nobody does. It counts for the lists that name the person.</summary>
    public OverrideWord? Override { get; init; }

    /// <summary>Whether the commit can be reached from a protected branch; true where no commit is released.</summary>
    public bool IsCommitProtected { get; init; } = true;

    public static GateFacts None(DateTimeOffset now) => new(now, ImmutableDictionary<ItemId, IssueFacts>.Empty, ImmutableDictionary<Artifact, ArtifactFact>.Empty);
}
