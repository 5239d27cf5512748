using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>Who has which part in a list, a phase or an item, as it is given there; responsible are the owners. Slugs; null for a part that is not given, which is not the same as one given to nobody.</summary>
public sealed record Roles(ImmutableArray<Located<string>>? Accountable, ImmutableArray<Located<string>>? Consulted, ImmutableArray<Located<string>>? Informed)
{
    /// <summary>Where they stand.</summary>
    public required Located<string> Key { get; init; }
}
