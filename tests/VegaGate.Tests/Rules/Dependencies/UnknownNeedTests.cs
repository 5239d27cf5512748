using VegaGate.Rules.Dependencies;

namespace VegaGate.Tests.Rules.Dependencies;

public sealed class UnknownNeedTests
{
    private static readonly UnknownNeed Rule = new();

    [Fact]
    public void Suggests_the_id_that_was_meant() => Rule.ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: setup, needs: [[|tets|], [|other|]] }
              - { id: test, needs: SETUP }
        """,
        "No item of this list has the id `tets`; did you mean `test`?",
        "No item of this list has the id `other`; correct the id, or remove the need.");

    [Fact]
    public void Takes_ids_for_text() => Rule.ShouldReport(
        "checklist: a\nsections: [{ items: [{ id: \"1.1\" }, { id: \"2.1\", needs: \"1.1\" }, { id: \"2.2\", needs: [|1.10|] }] }]\n",
        "No item of this list has the id `1.10`; did you mean `1.1`?");
}
