using VegaGate.Rules.SignOffs;

namespace VegaGate.Tests.Rules.SignOffs;

public sealed class WaiversTests
{
    [Fact]
    public void Reports_the_word_of_somebody_who_is_no_approver() => new WaiverNotByApprover().ShouldReport(
        """
        checklist: a
        people: { zev: {}, rr: {}, kate: {} }
        teams: { board: { members: kate } }
        gate: { approvers: [rr, board] }
        sections:
          - items:
              - { id: a, waived: { by: [|zev|], reason: R, until: 2026-12-31 }, not-applicable: { by: [|zev|], reason: R } }
              - { id: b, waived: { by: rr, reason: R, until: 2026-12-31 }, not-applicable: { by: kate, reason: R } }
              - { id: c, waived: { by: unknown, reason: R, until: 2026-12-31 } }
              - { id: d, waived: { by: zev, reason: R } }
        """,
        "Item `a` is waived by `zev`, who is no approver; have one of `gate.approvers` do it.",
        "Item `a` is set aside as not applicable by `zev`, who is no approver; have one of `gate.approvers` do it.");

    [Fact]
    public void Says_where_there_is_no_approver() => new WaiverNotByApprover().ShouldReport(
        "checklist: a\npeople: { zev: {} }\nsections: [{ items: [{ id: a, waived: { by: [|zev|], reason: R, until: 2026-12-31 } }] }]\n",
        "Item `a` is waived by `zev`, who is no approver; there is none: name one under `gate.approvers`.");

    [Fact]
    public void Reports_a_waiver_from_the_day_after_its_last() => new ExpiredWaiver().ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: a, waived: { by: rr, reason: R, until: [|2026-03-01|] } }
              - { id: b, waived: { by: rr, reason: R, until: 2026-03-02 } }
              - { id: c, required: false, waived: { by: rr, reason: R, until: 2026-03-01 } }
        """,
        "The waiver of item `a` has expired, and the item holds the gate again; renew it, or remove it.");

    [Fact]
    public void Reports_times_that_end_before_they_begin() => new WindowEndsBeforeItBegins().ShouldReport(
        """
        checklist: a
        gate:
          window: { from: 2026-03-02T08:00:00Z, to: [|2026-03-02T08:00:00Z|] }
          freeze: [{ from: 2026-03-02T08:00:00Z, to: 2026-03-02T08:00:01Z }, { from: 2026-03-02T08:00:00Z, to: [|2026-03-01T08:00:00Z|] }, { from: x, to: y }]
        """,
        "The launch window ends when it begins, so that the gate would never open; correct one of the times.",
        "The freeze ends before it begins, so that it would hold nothing; correct one of the times.");
}
