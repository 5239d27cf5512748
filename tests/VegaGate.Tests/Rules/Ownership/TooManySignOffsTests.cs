using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class TooManySignOffsTests
{
    private const string Who =
        """
        checklist: a
        people: { zev: { github: z }, rr: { github: r, delegate: kate }, kate: { github: k }, client: {} }
        teams: { ops: { members: [zev, client] }, cs: { members: [zev, rr] }, empty: {} }

        """;

    private static readonly TooManySignOffs Rule = new();

    [Fact]
    public void Reports_a_number_that_is_out_of_reach() => Rule.ShouldReport(
        Who +
        """
        sections:
          - items:
              - { id: a, owners: zev, [|sign-off|]: 2 }
              - { id: b, owners: rr, sign-off: 2 }
              - { id: c, owners: [ops, cs, cs, zev], sign-off: 3 }
              - { id: d, owners: [ops, cs], [|sign-off|]: 4 }
              - { id: e, owners: [zev, unknown], sign-off: 9 }
              - { id: f, owners: client, sign-off: 2 }
              - { id: g, owners: zev, sign-off: 2, required: false }
              - { id: h, owners: zev, sign-off: any }
        """,
        "Item `a` asks for 2 sign-offs, but only 1 person could sign; name more owners, or ask for fewer.",
        "Item `d` asks for 4 sign-offs, but only 3 people could sign; name more owners, or ask for fewer.");

    [Fact]
    public void Reports_all_where_somebody_has_no_voice() => Rule.ShouldReport(
        Who +
        """
        gate: { sign-off: all }
        sections:
          - items:
              - { id: [|a|], owners: [zev, client] }
              - { id: [|b|], owners: [zev, ops] }
              - { id: c, owners: [zev, rr, zev] }
              - { id: [|d|], owners: [zev, empty] }
        """,
        "Item `a` asks for the sign-off of all its owners, but nobody could sign for `client`; give them a `github` login or a delegate, or ask for fewer.",
        "Item `b` asks for the sign-off of all its 2 owners, one voice for each, but only 1 person could sign; name other owners, or ask for fewer.",
        "Item `d` asks for the sign-off of all its owners, but nobody could sign for `empty`; give them a `github` login or a delegate, or ask for fewer.");

    [Fact]
    public void Reports_a_team_that_cannot_give_them() => Rule.ShouldReport(
        Who +
        """
        sections:
          - items:
              - { id: a, owners: [ops, cs], sign-off: { ops: 1, cs: 3 } }
              - { id: b, owners: [ops], [|sign-off|]: { ops: 2 } }
              - { id: c, owners: [ops], [|sign-off|]: { cs: 1 } }
              - { id: d, owners: [ops, zev], [|sign-off|]: { zev: 1 } }
              - { id: e, owners: [ops, empty], [|sign-off|]: { empty: 1 } }
              - { id: f, owners: [ops], sign-off: { unknown: 1 } }
        """,
        "Item `b` asks for 2 sign-offs of the team `ops`, for which only 1 person could sign; add members, or ask for fewer.",
        "Item `c` asks for sign-offs of the team `cs`, which does not own it; add the team to its owners, or take it out of the rule.",
        "Item `d` asks for sign-offs of the team `zev`, which is a person; name a team.",
        "Item `e` asks for 1 sign-off of the team `empty`, for which nobody could sign; add members, or ask for fewer.");

    [Fact]
    public void Reports_what_the_gate_gets_wrong_once_and_at_the_gate() => Rule.ShouldReport(
        Who +
        """
        gate: { [|sign-off|]: { ops: 3, cs: 1 } }
        sections:
          - owners: [ops, cs]
            items:
              - { id: a }
              - { id: b }
              - { id: [|c|], owners: ops }
              - { id: d, sign-off: { cs: 3 } }
        """,
        "The gate asks for 3 sign-offs of the team `ops`, for which only 1 person could sign; add members, or ask for fewer.",
        "Item `c` asks for sign-offs of the team `cs`, which does not own it; add the team to its owners, or take it out of the rule.");

    [Fact]
    public void Names_the_first_of_many_teams_that_do_not_own_an_item() => Rule.ShouldReport(
        """
        checklist: a
        people: { zev: { github: z } }
        teams: { t: { members: zev }, u: { members: zev }, v: { members: zev }, w: { members: zev } }
        sections:
          - items:
              - { id: a, owners: zev, [|sign-off|]: { t: 1, u: 1 } }
              - { id: b, owners: zev, [|sign-off|]: { t: 1, u: 1, v: 1, w: 1 } }
        """,
        "Item `a` asks for sign-offs of the teams `t` and `u`, which do not own it; add the teams to its owners, or take them out of the rule.",
        "Item `b` asks for sign-offs of the teams `t`, `u`, `v` and others, which do not own it; add the teams to its owners, or take them out of the rule.");
}
