using VegaGate.Rules.SignOffs;

namespace VegaGate.Tests.Rules.SignOffs;

public sealed class WaiverOnOptionalItemTests
{
    private static readonly WaiverOnOptionalItem Rule = new();

    [Fact]
    public void Reports_a_waiver_of_what_holds_nothing() => Rule.ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: a, required: false, [|waived|]: { by: rr, reason: R, until: 2026-12-31 } }
              - { id: b, required: true, waived: { by: rr, reason: R, until: 2026-12-31 } }
              - { id: c, waived: { by: rr, reason: R, until: 2026-12-31 } }
              - { id: d, required: false }
        """,
        "Item `a` is waived, but it is not required and holds nothing; remove the waiver, or the `required: false`.");
}
