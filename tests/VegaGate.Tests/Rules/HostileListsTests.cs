using System.Diagnostics;
using VegaGate.Diagnostics;
using VegaGate.Rules;

namespace VegaGate.Tests.Rules;

/// <summary>The work of the rules grows with the file and no faster, also where everything in it is wrong. The bound is many times what it takes on a busy machine.</summary>
public sealed class HostileListsTests
{
    private const int Count = 20_000;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Names { get; } = [.. HostileLists.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Takes_its_time_for(string list)
    {
        var tree = RuleChecking.Read(HostileLists.All[list](Count));
        tree.Root.Should().NotBeNull();

        ShouldBeQuick(() => Validator.Validate([tree], RuleCatalog.All, RuleChecking.Now).Diagnostics.Should().HaveCountGreaterThan(1));
    }

    [Theory]
    [InlineData("labels that are numbers")]
    [InlineData("suppressions of one line")]
    [InlineData("circles through the first item")]
    public void Takes_its_time_to_mend(string list)
    {
        var tree = RuleChecking.Read(HostileLists.All[list](5 * Count));

        ShouldBeQuick(() => Fixer.Fix([tree], trees => Validator.Validate(trees, RuleCatalog.All, RuleChecking.Now), FixApplicability.Unsafe));
    }

    [Fact]
    public void Takes_its_time_for_many_lists_of_one_name()
    {
        var trees = Enumerable.Range(0, 5_000).Select(number => RuleChecking.Read("checklist: a\n", $"{number:D4}.yaml")).ToList();

        ShouldBeQuick(() => Validator.Validate(trees, RuleCatalog.All, RuleChecking.Now).Diagnostics.Count(finding => finding.Descriptor.Id == "VG1009").Should().Be(4_999));
    }

    private static void ShouldBeQuick(Action work)
    {
        var started = Stopwatch.GetTimestamp();

        work();

        Stopwatch.GetElapsedTime(started).Should().BeLessThan(Bound);
    }
}
