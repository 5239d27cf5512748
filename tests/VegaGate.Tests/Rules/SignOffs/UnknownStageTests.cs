using VegaGate.Rules.SignOffs;

namespace VegaGate.Tests.Rules.SignOffs;

public sealed class UnknownStageTests
{
    private static readonly UnknownStage Rule = new();

    [Fact]
    public void Reports_the_stage_where_it_is_named() => Rule.ShouldReport(
        """
        checklist: a
        gate: { stages: [deploy, go-live] }
        sections:
          - before: [|golive|]
            items:
              - { id: a }
              - { id: b, before: [|later|] }
              - { id: c, before: deploy }
          - items:
              - { id: d }
          - before: [|later|]
        """,
        "The gate has no stage `golive`; did you mean `go-live`?",
        "The gate has no stage `later`; add it to `gate.stages`, or correct it.",
        "The gate has no stage `later`; add it to `gate.stages`, or correct it.");

    [Fact]
    public void Knows_the_stage_that_there_is_unless_said() => Rule.ShouldReport(
        "checklist: a\nsections: [{ before: release, items: [{ id: a, before: [|deploy|] }] }]\n", "The gate has no stage `deploy`; add it to `gate.stages`, or correct it.");
}
