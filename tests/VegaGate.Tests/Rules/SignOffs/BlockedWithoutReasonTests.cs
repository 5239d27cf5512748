using VegaGate.Rules.SignOffs;

namespace VegaGate.Tests.Rules.SignOffs;

public sealed class BlockedWithoutReasonTests
{
    [Fact]
    public void Reports_what_is_missing() => new BlockedWithoutReason().ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: a, status: [|blocked|] }
              - { id: b, status: [|Blocked|], severity: high }
              - { id: c, status: [|blocked|], blocked: { reason: R } }
              - { id: d, status: blocked, severity: low, blocked: { reason: R } }
              - { id: e, status: blocked, blocked: { reason: R, severity: low } }
              - { id: f, status: todo }
              - { id: g, status: blocked, blocked: }
              - { id: h, status: blocked, blocked: { reason: "", severity: high } }
        """,
        "Item `a` is blocked without a reason and a severity; add them under `blocked`.",
        "Item `b` is blocked without a reason; add it under `blocked`.",
        "Item `c` is blocked without a severity; add it under `blocked`.");
}
