using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class RolesTests
{
    [Fact]
    public void Reports_each_phase_for_which_nobody_answers() => new NobodyAccountable().ShouldReport(
        """
        checklist: a
        roles: { consulted: zev }
        phases:
          - { id: [|one|] }
          - { id: two, roles: { accountable: zev } }
          - { id: three, [|roles|]: { informed: zev } }
        """,
        "Nobody is accountable for this phase; name one under `accountable`, here or for the whole list.",
        "Nobody is accountable for this phase; name one under `accountable`, here or for the whole list.");

    [Fact]
    public void Reports_a_list_for_which_nobody_answers() => new NobodyAccountable().ShouldReport(
        "checklist: a\n[|roles|]: { consulted: zev }\nsections: [{ id: one }]\n", "Nobody is accountable; name one under `accountable`.");

    [Theory]
    [InlineData("checklist: a\nphases: [{ id: one }]\n")]
    [InlineData("checklist: a\nroles: { accountable: zev }\nphases: [{ id: one, roles: { informed: rr } }]\n")]
    public void Leaves_a_list_alone_in_which_somebody_answers_or_nobody_has_a_role(string list) => new NobodyAccountable().ShouldBeSilent(list);

    [Fact]
    public void Reports_the_second_who_answers_for_the_same() => new SeveralAccountable().ShouldReport(
            "checklist: a\nroles: { accountable: [zev, [|rr|]] }\nphases: [{ id: one, roles: { accountable: [kate, [|dan|], ann] } }, { id: two, roles: { accountable: kate } }]\n",
            "`zev` is accountable already; leave one, and name the other under `consulted` or as an owner.",
            "`kate` is accountable already; leave one, and name the other under `consulted` or as an owner.")[0]
        .Related.Should().ContainSingle();

    [Fact]
    public void Reports_who_has_two_roles_for_the_same() => new RoleTakenTwice().ShouldReport(
        "checklist: a\nroles: { accountable: zev, consulted: [rr, kate], informed: [[|rr|], ann] }\nphases: [{ id: one, roles: { accountable: rr, informed: [|rr|] } }]\n",
        "`rr` has a role here already; leave one of the two.",
        "`rr` has a role here already; leave one of the two.");
}
