using VegaGate.Rules.Dependencies;

namespace VegaGate.Tests.Rules.Dependencies;

public sealed class NeedsTests
{
    [Fact]
    public void Reports_a_need_of_what_is_not_required() => new NeedsOptionalItem().ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: a, needs: [[|b|], c, unknown] }
              - { id: b, required: false }
              - { id: c }
              - { id: d, required: false, needs: b }
        """,
        "Item `a` needs `b`, which is not required and holds nothing; make it required, or remove the need.");

    [Fact]
    public void Reports_a_need_of_a_later_phase() => new NeedsLaterPhase().ShouldReport(
        """
        checklist: a
        phases:
          - id: p
            title: P
            items:
              - { id: a, needs: [[|c|], b, unknown] }
              - { id: b, required: false, needs: c }
          - id: q
            title: Q
            items:
              - { id: c, needs: [a, c] }
        """,
        "Item `a` needs `c` of the later phase `Q`, and neither could ever go on; move one of them, or remove the need.");

    [Fact]
    public void Knows_no_order_of_sections() =>
        new NeedsLaterPhase().ShouldBeSilent("checklist: a\nsections: [{ id: p, items: [{ id: a, needs: b }] }, { id: q, items: [{ id: b }] }]\n");
}
