using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class UnknownPersonTests
{
    private static readonly UnknownPerson Rule = new();

    [Theory]
    [InlineData("people: [zev, rr]")]
    [InlineData("people: { zev: zev-dev }")]
    [InlineData("people:\n  zev:")]
    [InlineData("teams: { zev: [rr] }")]
    public void Is_silent_about_a_name_that_stands_there_and_cannot_be_read(string people) =>
        Rule.ShouldBeSilent($"checklist: a\n{people}\nsections: [{{ items: [{{ owners: zev }}] }}]\n");

    [Fact]
    public void Reports_a_name_wherever_one_may_stand() => Rule.ShouldReport(
        """
        checklist: a
        people:
          kate: { name: Kate, delegate: [|kat|] }
        teams:
          ops: { members: [kate, [|op|]] }
        gate:
          sign-off: { [|opps|]: 1 }
          approvers: [|zev|]
        phases:
          - owners: [ops]
            items:
              - owners: [kate, [|rr|]]
                waived: { by: [|rr|], reason: R, until: 2026-12-31 }
            handoff: { to: [|rr|] }
        escalation:
          levels: [{ notify: [[|rr|]] }]
        """,
        "The name `kat` stands neither under `people` nor under `teams`; did you mean `kate`?",
        "The name `op` stands neither under `people` nor under `teams`; did you mean `ops`?",
        "The name `opps` stands neither under `people` nor under `teams`; did you mean `ops`?",
        Unknown("zev"),
        Unknown("rr"),
        Unknown("rr"),
        Unknown("rr"),
        Unknown("rr"));

    [Fact]
    public void Compares_names_as_they_are_written() => Rule.ShouldReport(
        "checklist: a\npeople: { zev: {} }\nsections: [{ owners: [|Zev|] }]\n", "The name `Zev` stands neither under `people` nor under `teams`; did you mean `zev`?");

    [Fact]
    public void Leaves_what_can_be_no_name_to_the_rule_about_values() => Rule.ShouldBeSilent("checklist: a\nsections: [{ owners: [Zev / RR, [a], ~] }]\n");

    private static string Unknown(string name) => $"The name `{name}` stands neither under `people` nor under `teams`; add it there, or correct the name.";
}
