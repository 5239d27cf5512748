using System.Collections.Immutable;
using VegaGate.Rules.Structure;

namespace VegaGate.Rules;

/// <summary>Every rule, a line each, in the order of their ids.</summary>
public static class RuleCatalog
{
    public static ImmutableArray<Rule> All { get; } =
    [
        new UnknownKey(),
        new DuplicateItemId(),
    ];
}
