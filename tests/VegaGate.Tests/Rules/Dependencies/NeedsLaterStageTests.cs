using VegaGate.Rules.Dependencies;

namespace VegaGate.Tests.Rules.Dependencies;

public sealed class NeedsLaterStageTests
{
    private static readonly NeedsLaterStage Rule = new();

    [Fact]
    public void Reports_the_need() => Rule.ShouldReport(
        """
        checklist: a
        gate: { stages: [deploy, go-live] }
        sections:
          - items:
              - { id: a, needs: [[|b|], c] }
              - { id: b, before: go-live, needs: [a, b] }
              - { id: c, before: deploy }
              - { id: d, needs: b, required: false }
              - { id: e, needs: [f, unknown] }
              - { id: f, before: unknown, needs: b }
        """,
        "Item `a` holds the stage `deploy` but needs `b` of the later stage `go-live`; move one of them, or remove the need.");
}
