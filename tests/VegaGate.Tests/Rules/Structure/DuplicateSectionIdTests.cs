using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class DuplicateSectionIdTests
{
    private static readonly DuplicateSectionId Rule = new();

    [Fact]
    public void Reports_the_second_section() => Rule.ShouldReport(
        "checklist: a\nsections: [{ id: s }, { id: t }, { id: [|s|] }]\n", "The id `s` is already taken in this list; each section needs one of its own.");

    [Fact]
    public void Speaks_of_phases_where_there_are_phases() => Rule.ShouldReport(
        "checklist: a\nphases: [{ id: s }, { id: [|s|] }]\n", "The id `s` is already taken in this list; each phase needs one of its own.");

    [Fact]
    public void Lets_a_section_and_an_item_have_one_id() => Rule.ShouldBeSilent("checklist: a\nsections: [{ id: s, items: [{ id: s }] }]\n");
}
