using System.Collections.Immutable;
using VegaGate.Rules.Handoffs;
using VegaGate.Rules.Ownership;

namespace VegaGate.Rules;

/// <summary>The rules that find gaps and overlaps of ownership.</summary>
public static class OwnershipGaps
{
    /// <summary>Their ids.</summary>
    public static ImmutableHashSet<string> Ids { get; } = new Rule[]
    {
        new OwnerMissing(), new NobodyAccountable(), new SeveralAccountable(), new RoleTakenTwice(), new OwnerConsultedOrInformed(), new PhaseWithoutReceiver(),
    }.Select(rule => rule.Descriptor.Id).ToImmutableHashSet(StringComparer.Ordinal);
}
