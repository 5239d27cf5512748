using VegaGate.Rules.SignOffs;

namespace VegaGate.Tests.Rules.SignOffs;

public sealed class DoneWithoutSignOffTests
{
    private static readonly DoneWithoutSignOff Rule = new();

    [Fact]
    public void Reports_the_status() => Rule.ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: a, status: [|done|] }
              - { id: b, status: done, sign-offs: [{ by: zev, at: 2026-03-01T09:12:00Z }] }
              - { id: c, status: todo }
              - { id: d }
              - { id: e, status: done, sign-offs: }
              - { id: f, status: [|done|], sign-offs: [] }
        """,
        "Item `a` is recorded as done without a sign-off; its issue stays open until an owner signs it off there.",
        "Item `f` is recorded as done without a sign-off; its issue stays open until an owner signs it off there.");

    [Fact]
    public void Is_silent_where_the_gate_requires_no_sign_off() =>
        Rule.ShouldBeSilent("checklist: a\ngate: { require: [status] }\nsections: [{ items: [{ id: a, status: done }] }]\n");
}
