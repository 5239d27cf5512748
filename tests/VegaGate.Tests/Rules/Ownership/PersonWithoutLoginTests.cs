using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class PersonWithoutLoginTests
{
    private static readonly PersonWithoutLogin Rule = new();

    private const string People = "checklist: a\npeople: { zev: { github: zev-dev }, client: {}, rr: { delegate: zev } }\nteams: { ops: { members: [client] }, cs: { members: [client, rr] } }\n";

    [Fact]
    public void Reports_who_is_to_decide_without_an_account()
    {
        var findings = Rule.ShouldReport(
            People + "gate: { approvers: [zev, [|client|], rr, cs, unknown], break-glass: [|ops|] }\n",
            "`client` is to approve, but has no GitHub login, and no delegate with one; give them a `github` login or a delegate.",
            "`ops` is to override the gate, but has no GitHub login, and no delegate with one; give them a `github` login or a delegate.");

        findings[0].Related.Should().ContainSingle().Which.Span.Start.Should().Be(People.IndexOf("client", StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_a_hand_off_in_which_nobody_could_speak() => Rule.ShouldReport(
        People + """
        phases:
          - { id: p, owners: client, handoff: { to: [[|client|], ops] } }
          - { id: q, handoff: { from: [|ops|], to: [client, zev] } }
          - { id: r, handoff: { from: [ops, cs], to: [rr] } }
          - { id: s, handoff: { from: [], to: [unknown] } }
          - { id: t }
        """,
        "`client` is to receive this phase, but nobody there has a GitHub login, or a delegate with one, to do it; give somebody a `github` login or a delegate.",
        "`ops` is to hand this phase over, but nobody there has a GitHub login, or a delegate with one, to do it; give somebody a `github` login or a delegate.");

    [Fact]
    public void Leaves_owners_of_items_to_the_rule_of_items() => Rule.ShouldBeSilent(People + "sections: [{ items: [{ id: a, owners: client }] }]\n");
}
