using System.Collections.Immutable;
using VegaGate.Rules.Handoffs;
using VegaGate.Rules.Ownership;

namespace VegaGate.Rules;

/// <summary>The rules that find gaps and overlaps of ownership.</summary>
public static class OwnershipGaps
{
    /// <summary>Their ids.</summary>
    public static ImmutableHashSet<string> Ids { get; } = RuleCatalog.All
        .Where(rule => rule is OwnerMissing or NobodyAccountable or SeveralAccountable or RoleTakenTwice or OwnerConsultedOrInformed or PhaseWithoutReceiver)
        .Select(rule => rule.Descriptor.Id).ToImmutableHashSet(StringComparer.Ordinal);
}
