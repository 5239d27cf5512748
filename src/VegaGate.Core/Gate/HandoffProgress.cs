using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Gate;

/// <summary>How far a hand-off is, in the order in which it goes.</summary>
public enum HandoffStep
{
    /// <summary>An earlier phase has not been handed over.</summary>
    Waiting,

    /// <summary>Items or artifacts are missing, or somebody holds it.</summary>
    Open,

    /// <summary>Everything is there, and the giver has not asked for acceptance.</summary>
    Ready,

    /// <summary>The giver has asked, and the receivers have not accepted.</summary>
    Asked,

    /// <summary>Handed over. Steps may follow it.</summary>
    Accepted,
}

/// <summary>What is known of an artifact.</summary>
/// <param name="Fact">Null for one that only a person can vouch for: whoever accepts does.</param>
public sealed record ArtifactStanding(Artifact Artifact, ArtifactFact? Fact)
{
    /// <summary>Whether it was looked for, and is not known to be there.</summary>
    public bool IsMissing => Fact is { IsThere: not true };
}

/// <summary>How far a hand-off is, and what of it is there.</summary>
/// <param name="OpenItems">Ids of the items of the phase that have not passed.</param>
/// <param name="OpenedAt">When the last of the phases before was accepted: from then on the phase was open. Null for the first one, and while one is not handed over.</param>
public sealed record HandoffProgress(HandoffStep Step, ImmutableArray<string> OpenItems, ImmutableArray<ArtifactStanding> Artifacts, DateTimeOffset? OpenedAt)
{
    /// <summary>When the last of its items passed, or the phase was opened, whichever came later: what was said before does not count. Null while it is not ready, or nothing tells.</summary>
    public DateTimeOffset? ReadySince { get; init; }

    /// <summary>The steps that follow the hand-off, while it is accepted and nobody has said that they are covered; otherwise empty.</summary>
    public ImmutableArray<string> FollowUpDue { get; init; } = [];

    public IEnumerable<ArtifactStanding> Missing => Artifacts.Where(artifact => artifact.IsMissing);
}

/// <summary>The words for steps, which are part of the output's format.</summary>
public static class HandoffStepWords
{
    public static string ToWord(this HandoffStep step) => step.ToString().ToLowerInvariant();
}
