using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class DuplicateItemIdTests
{
    private static readonly DuplicateItemId Rule = new();

    [Fact]
    public void Compares_without_regard_to_case_and_across_sections()
    {
        var findings = Rule.ShouldReport(
            """
            checklist: a
            sections:
              - items:
                  - id: a1
                  - id: b
              - items:
                  - id: [|A1|]
                  - id: [|a1|]
            """,
            "The id `A1` is already taken in this list; each item needs one of its own.",
            "The id `a1` is already taken in this list; each item needs one of its own.");

        findings.Should().OnlyContain(finding => finding.Source.GetPosition(finding.Related.Single().Span.Start).Line == 4);
    }

    [Fact]
    public void Keeps_ids_apart_that_are_equal_as_numbers() => Rule.ShouldBeSilent("checklist: a\nsections: [{ items: [{ id: 1.1 }, { id: 1.10 }, {}, {}] }]\n");
}
