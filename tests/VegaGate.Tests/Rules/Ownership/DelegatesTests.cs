using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class DelegatesTests
{
    [Fact]
    public void Reports_who_is_their_own_delegate() => new DelegateIsDelegator().ShouldReport(
        "checklist: a\npeople: { a: { delegate: [|a|] }, b: { delegate: a }, c: {}, d: { delegate: unknown } }\n",
        "`a` cannot stand in for themselves; name somebody else, or remove `delegate`.");

    [Fact]
    public void Reports_each_circle_once() => new CircularDelegates().ShouldReport(
        "checklist: a\npeople: { e: { delegate: a }, a: { delegate: b }, b: { delegate: c }, c: { delegate: [|a|] }, d: { delegate: d }, f: { delegate: g }, g: { delegate: [|f|] }, h: { delegate: nobody } }\n",
        "These people delegate to each other in a circle: `a` -> `b` -> `c` -> `a`; remove one of the delegates.",
        "These people delegate to each other in a circle: `f` -> `g` -> `f`; remove one of the delegates.");

    [Fact]
    public void Names_a_long_circle_by_its_beginning() => new CircularDelegates().ShouldReport(
        "checklist: a\npeople:\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"  p{i}: {{ delegate: {(i == 9 ? "[|p0|]" : $"p{i + 1}")} }}\n")),
        "These people delegate to each other in a circle: `p0` -> `p1` -> `p2` -> `p3` -> `p4` -> `p5` -> `p6` -> `p7` -> 2 more -> `p0`; remove one of the delegates.");

    [Fact]
    public void Leaves_a_chain_alone() => new CircularDelegates().ShouldBeSilent("checklist: a\npeople: { a: { delegate: b }, b: { delegate: c }, c: {}, d: { delegate: c } }\n");

    [Fact]
    public void Reports_a_team_where_a_person_is_expected() => new TeamAsPerson().ShouldReport(
        """
        checklist: a
        people: { a: { delegate: [|ops|] }, b: { delegate: a }, both: {} }
        teams: { ops: { members: [a, [|cs|], both, unknown] }, cs: { members: [|cs|] }, both: {} }
        """,
        "The delegate `ops` is a team, and only a person can sign for somebody; name one of `people`.",
        "The member `cs` is a team, and only people can be members; name its people.",
        "The member `cs` is a team, and only people can be members; name its people.");
}
