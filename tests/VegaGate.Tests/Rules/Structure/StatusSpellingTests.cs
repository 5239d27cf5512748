using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class StatusSpellingTests
{
    private static readonly StatusSpelling Rule = new();

    [Fact]
    public void Reports_what_is_read_but_not_the_word() => Rule.ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - status: [|In progress|]
              - status: [|DONE|]
              - status: unknown
              - status: "in-progress"
        """,
        "The status `In progress` is written `in-progress`; write it so.",
        "The status `DONE` is written `done`; write it so.");

    [Fact]
    public void Writes_the_word() => Rule.ShouldFix(
        "checklist: a\nsections: [{ items: [{ status: In progress}, { status: 'Done' }] }] # Done\n",
        "checklist: a\nsections: [{ items: [{ status: in-progress}, { status: done }] }] # Done\n");

    [Fact]
    public void Leaves_a_status_of_several_lines_to_people() => Rule.ShouldReport(
            "checklist: a\nsections:\n- items:\n  - status: [|>- # why\n      Done|]\n", "The status `Done` is written `done`; write it so.")
        .Single().Fix.Should().BeNull();
}
