using System.Diagnostics;
using VegaGate.Rules;

namespace VegaGate.Tests.Rules;

/// <summary>The work of the rules grows with the file and no faster, also where everything in it is wrong. The bound is many times what it takes on a busy machine.</summary>
public sealed class HostileListsTests
{
    private const int Count = 20_000;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    [Fact]
    public void Takes_its_time_for_names_that_nobody_knows() => ShouldBeQuick(
        "checklist: a\ntitle: A\npeople:\n" + Lines(number => $"  p{number}-with-a-rather-long-name: {{}}\n") + "sections:\n- id: s\n  title: S\n  items:\n"
        + Lines(number => $"  - {{ id: i{number}, titel: T, owners: q{number}-with-a-rather-long-name, status: dnoe, needs: [n{number}], before: s{number} }}\n"));

    [Fact]
    public void Takes_its_time_for_a_large_team_of_many_items() => ShouldBeQuick(
        "checklist: a\ntitle: A\npeople: { client: {} }\nteams:\n  ops: { members: [\n" + Lines(_ => "    client,\n") + "    client] }\nsections:\n- id: s\n  title: S\n  owners: ops\n  items:\n"
        + Lines(number => $"  - {{ id: i{number}, title: T }}\n"));

    [Fact]
    public void Takes_its_time_for_many_stages() => ShouldBeQuick(
        "checklist: a\ntitle: A\ngate:\n  stages:\n" + Lines(number => $"  - s{number}\n") + "sections:\n- id: s\n  title: S\n  items:\n"
        + Lines(number => $"  - {{ id: i{number}, title: T, before: s{number}, needs: [i{Count - 1 - number}] }}\n"));

    [Fact]
    public void Takes_its_time_for_values_that_others_read_differently() => ShouldBeQuick(
        "checklist: no\ntitle: A\nper: release\npeople:\n" + Lines(number => $"  p{number}: {{ name: Zev, github: O{number} }}\n  P{number}: {{ name: Z\u0435v, github: 0{number} }}\n") + "sections:\n- id: s\n  title: S\n  items:\n"
        + Lines(number => $"  - {{ id:i{number}, title: Caf\u00C3\u00A9 \u00C3\u201D, owners: p{number}, labels: [no, 1.10], required: false, waived: {{ by: P{number}, reason: R, until: 2999-12-31 }}, sign-offs: [], verify: [{{ htp: {{}} }}, {{ http: {{ ulr: x }} }}, {{ text: {{}} }}] }}\n"));

    [Fact]
    public void Takes_its_time_for_one_long_run_of_misread_text() => ShouldBeQuick(
        "checklist: a\ntitle: A\ndescription:\n" + Lines(_ => "  \u00C3\u201D\u00C9\u00A0\u00C3\u00A9\u00E9\u00A0\u00BB\n"));

    [Fact]
    public void Takes_its_time_for_many_phases() => ShouldBeQuick(
        "checklist: a\ntitle: A\npeople: { zev: {} }\nphases:\n" + Lines(number => $"- {{ id: p{number}, title: {new string('x', 300)}, items: [], handoff: {{ from: zev, to: zev, critical: true, artifacts: [{{ name: N }}, {{ name: n }}] }} }}\n"));

    [Fact]
    public void Takes_its_time_for_many_lists_of_one_name()
    {
        var trees = Enumerable.Range(0, 5_000).Select(number => RuleChecking.Read("checklist: a\n", $"{number:D4}.yaml")).ToList();
        var started = Stopwatch.GetTimestamp();

        Validator.Validate(trees, RuleCatalog.All, RuleChecking.Now).Diagnostics.Count(finding => finding.Descriptor.Id == "VG1009").Should().Be(4_999);

        Stopwatch.GetElapsedTime(started).Should().BeLessThan(Bound);
    }

    private static void ShouldBeQuick(string text)
    {
        var tree = RuleChecking.Read(text);
        tree.Root.Should().NotBeNull();
        var started = Stopwatch.GetTimestamp();

        Validator.Validate([tree], RuleCatalog.All, RuleChecking.Now).Diagnostics.Should().HaveCountGreaterThan(1);

        Stopwatch.GetElapsedTime(started).Should().BeLessThan(Bound);
    }

    private static string Lines(Func<int, string> line) => string.Concat(Enumerable.Range(0, Count).Select(line));
}
