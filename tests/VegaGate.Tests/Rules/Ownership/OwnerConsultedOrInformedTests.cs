using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class OwnerConsultedOrInformedTests
{
    private static readonly OwnerConsultedOrInformed Rule = new();

    [Fact]
    public void Reports_an_owner_in_another_role_once_where_it_is_given() => Rule.ShouldReport(
        """
        checklist: a
        title: A
        people: { zev: { github: zev }, rr: { github: rr }, kate: { github: kate } }
        roles: { accountable: [zev], informed: [[|rr|], kate] }
        phases:
          - { id: p, title: P, owners: rr, items: [{ id: a, title: T }, { id: b, title: U }], handoff: { to: zev } }
          - { id: q, title: Q, owners: zev, items: [{ id: c, title: V, owners: kate, roles: { consulted: [[|kate|]], informed: [] } }], handoff: { to: rr } }
        """,
        "`rr` owns `P`, and need be neither consulted nor informed of it; name somebody else, or give that part roles of its own.",
        "`kate` owns `V`, and need be neither consulted nor informed of it; name somebody else, or give that part roles of its own.");

    [Fact]
    public void A_phase_with_roles_of_its_own_and_an_accountable_owner_are_well() => Rule.ShouldBeSilent(
        """
        checklist: a
        title: A
        people: { zev: { github: zev }, rr: { github: rr } }
        roles: { accountable: [zev], consulted: [rr] }
        phases:
          - { id: p, title: P, owners: zev, items: [{ id: a, title: T }], handoff: { to: rr } }
          - { id: q, title: Q, owners: rr, roles: { accountable: rr, consulted: zev }, items: [{ id: b, title: U }], handoff: { to: zev } }
        """);
}
