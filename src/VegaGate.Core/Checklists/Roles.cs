using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>Who has which part in a list or a phase; responsible are the owners. Slugs.</summary>
public sealed record Roles(ImmutableArray<Located<string>> Accountable, ImmutableArray<Located<string>> Consulted, ImmutableArray<Located<string>> Informed)
{
    /// <summary>Where they stand.</summary>
    public required Located<string> Key { get; init; }
}
