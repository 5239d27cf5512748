using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Sync;

/// <summary>What the definition wants an issue to be.</summary>
/// <param name="Block">The managed part of the body; of a tracking issue nothing, for what stands there the definition does not know.</param>
/// <param name="Labels">The labels in our namespaces, without the status label.</param>
/// <param name="ExtraLabels">Labels that the file asks for; added, never removed.</param>
/// <param name="Assignees">Logins, as far as they can be assigned.</param>
/// <param name="Fingerprint">Of what is signed off.</param>
public sealed record DesiredIssue(
    ItemId Id, string Title, string Block, ImmutableArray<string> Labels, ImmutableArray<string> ExtraLabels, ImmutableArray<string> Assignees, string? Milestone, string Fingerprint)
{
    /// <summary>The number of an issue that is there already and is to be this one; null: it gets one of its own.</summary>
    public int? Named { get; init; }

    /// <summary>Identities that it had before.</summary>
    public ImmutableArray<ItemId> Formerly { get; init; } = [];
}
