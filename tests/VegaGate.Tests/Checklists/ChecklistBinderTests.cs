using VegaGate.Checklists;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Checklists;

public sealed class ChecklistBinderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("- checklist: a\n")]
    [InlineData("title: A\n")]
    [InlineData("checklist: [a\n")]
    public void Binds_nothing_that_is_no_checklist(string text) => ChecklistBinder.Bind(RuleChecking.Read(text)).Should().BeNull();

    [Fact]
    public void Fills_in_what_a_file_leaves_open()
    {
        var list = Bind("checklist: a\nsections: [{ items: [{}] }]\n");

        list.Gate.Should().BeEquivalentTo(new { Stages = new[] { new { Value = "release" } }, Require = new[] { "owner", "status", "sign-off" }, ValidFor = (TimeSpan?)null, NotByAuthor = false });
        list.Gate.SignOff.Should().Be(new SignOffPolicy.Any());
        list.IsPerRelease.Should().BeFalse();
        var item = list.Items.Single();
        (item.IsRequired, item.RecordedStatus, item.Before.Value, item.SignOffPolicy).Should().Be((true, ItemStatus.Todo, "release", new SignOffPolicy.Any()));
    }

    [Theory]
    [InlineData("gate: {}", "owner", "status", "sign-off")]
    [InlineData("gate: { require: [] }")]
    [InlineData("gate: { require: pass }", "pass")]
    public void Requires_what_the_gate_says(string gate, params string[] expected) => Bind($"checklist: a\n{gate}\n").Gate.Require.Should().Equal(expected);

    [Fact]
    public void Takes_owners_and_stage_from_the_section_unless_the_item_names_its_own()
    {
        var list = Bind(
            """
            checklist: a
            gate: { stages: [deploy, close] }
            sections:
              - owners: [zev, rr]
                before: close
                items: [{ id: a }, { id: b, owners: kate, before: deploy }]
              - items: [{ id: c }]
            """);

        list.Items.Select(item => (string.Join(' ', item.Owners.Select(owner => owner.Value)), item.Before.Value)).Should().Equal(("zev rr", "close"), ("kate", "deploy"), ("", "deploy"));
    }

    [Fact]
    public void Binds_sections_and_phases_where_a_file_has_both_so_that_all_is_reported()
    {
        var list = Bind("checklist: a\nphases: [{ items: [{ id: a }] }]\nsections: [{ items: [{ id: b }] }]\n");

        list.Items.Select(item => item.Id!.Value).Should().Equal("a", "b");
        list.ItemKeys.Select(key => key.Value).Should().Equal("phases", "sections");
    }

    [Theory]
    [InlineData("any", "Any { }")]
    [InlineData("all", "All { }")]
    [InlineData("2", "Count { Number = 2 }")]
    [InlineData("4294967297", "Count { Number = 2147483647 }")]
    public void Reads_how_many_sign_offs_it_takes(string rule, string expected) => Bind($"checklist: a\ngate: {{ sign-off: {rule} }}\n").Gate.SignOff.ToString().Should().Be(expected);

    [Fact]
    public void Reads_a_number_that_is_none_as_more_than_there_can_be()
    {
        var policy = Bind("checklist: a\ngate: { sign-off: { ops: 1, cs: 4294967297, qa: [1], dev: 0 } }\n").Gate.SignOff;

        policy.Should().BeOfType<SignOffPolicy.PerTeam>().Which.Teams.Select(team => (team.Team, team.Number)).Should().Equal(
            ("ops", 1), ("cs", int.MaxValue), ("qa", int.MaxValue), ("dev", int.MaxValue));
    }

    [Fact]
    public void Binds_the_records_of_an_item()
    {
        var item = Bind(
            """
            checklist: a
            sections:
              - items:
                  - id: new
                    was: [old, older]
                    due: 2026-12-31
                    verify: [{ http: { url: "https://a.example/", status: 200 } }]
                    sign-offs: [{ by: zev, at: 2026-03-01T09:12:00Z, issue: 41, text: 3f9a1c7e }, { by: zev }, text]
                    waived: { by: rr, reason: Later, until: 2026-04-01 }
                    not-applicable: { by: rr }
            """).Items.Single();

        item.Was.Select(id => id.Value).Should().Equal("old", "older");
        item.Due.Should().Be(new DateOnly(2026, 12, 31));
        item.Verify.Select(probe => (probe.Kind.Value, probe.Text)).Should().Equal(("http", "{ url: \"https://a.example/\", status: 200 }"));
        item.SignOffs.Select(signOff => (signOff.By.Value, signOff.At, signOff.Issue, signOff.Text?.Value)).Should().Equal(("zev", new DateTimeOffset(2026, 3, 1, 9, 12, 0, TimeSpan.Zero), 41L, "3f9a1c7e"));
        (item.Waiver!.Reason, item.Waiver.Until, item.NotApplicable).Should().Be(("Later", new DateOnly(2026, 4, 1), null));
    }

    [Theory]
    [InlineData("title: U", true)]
    [InlineData("pass: Q", true)]
    [InlineData("required: false", true)]
    [InlineData("before: close", true)]
    [InlineData("verify: [{ file: { path: a.md } }]", true)]
    [InlineData("status: done", false)]
    [InlineData("owners: zev", false)]
    [InlineData("notes: N", false)]
    public void Binds_a_sign_off_to_what_was_signed(string line, bool changes)
    {
        var key = line[..line.IndexOf(':', StringComparison.Ordinal)];
        var before = "title: T\npass: P\n";
        var after = string.Concat(before.Split('\n').Where(other => other.Length > 0 && !other.StartsWith(key, StringComparison.Ordinal)).Append(line).Select(other => other + "\n"));

        (FingerprintOf(after) != FingerprintOf(before)).Should().Be(changes);
    }

    private static string FingerprintOf(string lines) =>
        Bind($"checklist: a\nsections:\n- items:\n  - id: a\n{string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"    {line}\n"))}").Items.Single().Fingerprint;

    private static Checklist Bind(string text)
    {
        var tree = RuleChecking.Read(text);
        tree.Diagnostics.Should().BeEmpty();
        return ChecklistBinder.Bind(tree)!;
    }
}
