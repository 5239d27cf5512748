using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Rules;

namespace VegaGate.Tests.Rules;

/// <summary>What a rule finds, and what it needs for it, doubles with the list. Counted and not timed: the same on every machine.</summary>
public sealed class GrowthTests
{
    private const int Count = 1_000;
    private const double MostGrowth = 2.3;

    /// <summary>What a rule that finds nothing may need besides.</summary>
    private const int FreeBytes = 64 * 1024;

    [Theory]
    [MemberData(nameof(HostileListsTests.Names), MemberType = typeof(HostileListsTests))]
    public void No_rule_grows_faster_than(string list)
    {
        var (once, twice) = (Bind(list, Count), Bind(list, 2 * Count));
        foreach (var rule in RuleCatalog.All)
        {
            var (few, many) = (Measure(rule, once), Measure(rule, twice));

            ((double)many.Findings).Should().BeLessThanOrEqualTo(MostGrowth * Math.Max(few.Findings, 1), $"{rule.Descriptor.Name} finds as much");
            ((double)many.Bytes).Should().BeLessThanOrEqualTo(MostGrowth * few.Bytes + FreeBytes, $"{rule.Descriptor.Name} needs as much");
        }
    }

    private static Checklist Bind(string list, int count) => ChecklistBinder.Bind(RuleChecking.Read(HostileLists.All[list](count)))!;

    private static (int Findings, long Bytes) Measure(Rule rule, Checklist checklist)
    {
        var slug = checklist.Slug!;
        var first = ImmutableDictionary<string, RelatedPlace>.Empty.Add(slug.Value, new RelatedPlace(checklist.Source, slug.Span, ""));
        Check();
        var before = GC.GetAllocatedBytesForCurrentThread();
        return (Check(), GC.GetAllocatedBytesForCurrentThread() - before);

        int Check()
        {
            var findings = new List<Diagnostic>();
            RuleRun.Over(new RuleContext(checklist, first, RuleChecking.Now, findings), [rule]);
            return findings.Count;
        }
    }
}
