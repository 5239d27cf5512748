using VegaGate.Rules.SignOffs;

namespace VegaGate.Tests.Rules.SignOffs;

public sealed class RecordedSignOffsTests
{
    [Fact]
    public void Reports_who_may_not_sign() => new SignOffWithoutAuthority().ShouldReport(
        """
        checklist: a
        people: { zev: { delegate: kate }, rr: {}, kate: {}, ann: {} }
        teams: { ops: { members: [zev, rr] } }
        sections:
          - items:
              - { id: a, owners: ops, sign-offs: [{ by: rr, at: 2026-03-01T09:12:00Z }, { by: kate, at: 2026-03-01T09:12:00Z }, { by: [|ann|], at: 2026-03-01T09:12:00Z }] }
              - { id: b, owners: [rr, ops], sign-offs: [{ by: [|ops|], at: 2026-03-01T09:12:00Z }, { by: unknown, at: 2026-03-01T09:12:00Z }, { by: rr, at: never }] }
              - { title: C, owners: rr, sign-offs: { by: [|zev|], at: 2026-03-01T09:12:00Z } }
              - { id: d, sign-offs: [{ by: [|zev|], at: 2026-03-01T09:12:00Z }] }
        """,
        "`ann` may not sign off item `a`, being no owner, no member of an owning team, and no delegate of one; correct the name, or remove the sign-off.",
        "`ops` is a team, and only people sign; name who it was.",
        "`zev` may not sign off this item, being no owner, no member of an owning team, and no delegate of one; correct the name, or remove the sign-off.",
        "`zev` may not sign off item `d`, being no owner, no member of an owning team, and no delegate of one; correct the name, or remove the sign-off.");

    [Fact]
    public void Reports_what_was_signed_off_as_another_text()
    {
        const string List = "checklist: a\nsections: [{ items: [{ id: a, title: T, sign-offs: [{ by: zev, at: 2026-03-01T09:12:00Z, text: TEXT }] }] }]\n";
        var now = VegaGate.Checklists.ChecklistBinder.Bind(RuleChecking.Read(List))!.Items.Single().Fingerprint;

        new SignOffOfChangedText().ShouldBeSilent(List.Replace("TEXT", $"'{now}'", StringComparison.Ordinal));
        new SignOffOfChangedText().ShouldBeSilent(List.Replace("TEXT", $"'{now[..8]}'", StringComparison.Ordinal));
        new SignOffOfChangedText().ShouldBeSilent(List.Replace(", text: TEXT", "", StringComparison.Ordinal));
        new SignOffOfChangedText().ShouldReport(List.Replace("TEXT", "[|'00000000'|]", StringComparison.Ordinal), "Item `a` has changed since `zev` signed it off; it needs a new sign-off.");
    }

    [Fact]
    public void Reports_what_is_still_to_come() => new SignOffInTheFuture().ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: a, sign-offs: [{ by: zev, at: 2026-03-02T12:05:00Z }, { by: rr, at: [|2026-03-02T12:05:01Z|] }, { by: rr, at: 2025-01-01T00:00:00Z }] }
        """,
        "The sign-off by `rr` lies in the future; correct its time.");

    [Fact]
    public void Reports_what_is_too_old() => new StaleSignOff().ShouldReport(
        """
        checklist: a
        gate: { sign-off-valid-for: 1d }
        sections:
          - items:
              - { id: a, sign-offs: [{ by: zev, at: 2026-03-01T12:00:00Z }, { by: rr, at: [|2026-03-01T11:59:59Z|] }, { by: rr, at: 2027-01-01T00:00:00Z }] }
        """,
        "The sign-off of item `a` by `rr` is older than the gate accepts; it needs a new one.");

    [Fact]
    public void Lets_a_sign_off_age_where_the_gate_says_nothing() =>
        new StaleSignOff().ShouldBeSilent("checklist: a\nsections: [{ items: [{ id: a, sign-offs: [{ by: zev, at: 2001-03-01T12:00:00Z }] }] }]\n");
}
