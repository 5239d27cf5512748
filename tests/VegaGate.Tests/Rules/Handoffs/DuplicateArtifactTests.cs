using VegaGate.Rules.Handoffs;

namespace VegaGate.Tests.Rules.Handoffs;

public sealed class DuplicateArtifactTests
{
    private static readonly DuplicateArtifact Rule = new();

    [Fact]
    public void Reports_the_second_artifact_of_a_name() => Rule.ShouldReport(
            """
            checklist: a
            phases:
              - { id: p, handoff: { to: zev, artifacts: [{ name: Report }, { name: Plan }, { name: [|report|], path: r.md }, { path: x }, { path: y }] } }
              - { id: q, handoff: { to: zev, artifacts: [{ name: Report }] } }
            """,
            "Another artifact of this phase is called `report` too; rename one, or remove it.")
        .Single().Related.Should().ContainSingle().Which.Message.Should().Be("The name is taken here.");
}
