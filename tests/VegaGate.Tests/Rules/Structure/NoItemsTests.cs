using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class NoItemsTests
{
    private const string Message = "This list has no item and would hold nothing; add one under `sections` or `phases`.";

    private static readonly NoItems Rule = new();

    [Theory]
    [InlineData("checklist: [|a|]\n")]
    [InlineData("checklist: a\n[|sections|]: []\n")]
    [InlineData("checklist: a\n[|phases|]: [{ id: p, items: [] }]\n")]
    [InlineData("[||]checklist: [a]\n")]
    public void Reports_the_key_under_which_they_would_stand(string marked) => Rule.ShouldReport(marked, Message);

    [Fact]
    public void Is_silent_about_one_item() => Rule.ShouldBeSilent("checklist: a\nsections: [{ items: [] }, { items: [{ id: a }] }]\n");

    [Theory]
    [InlineData("checklist: a\nsections:\n")]
    [InlineData("checklist: a\nsections: none\n")]
    [InlineData("checklist: a\nsecions: [{ items: [{ id: a }] }]\n")]
    [InlineData("checklist: a\nsections: [{ id: s, itmes: [{ id: a }] }]\n")]
    [InlineData("checklist: a\nphases: [{ id: p, items: none }]\n")]
    public void Is_silent_where_no_list_stands_in_their_place(string text) => Rule.ShouldBeSilent(text);

    [Theory]
    [InlineData("sections: [id:s]")]
    [InlineData("sections: [{ id: s, items: [id:a] }]")]
    [InlineData("sections: [{ id: s, items: { id: a } }]")]
    public void Leaves_what_has_a_finding_of_its_own_alone(string sections) => Rule.ShouldBeSilent($"checklist: a\n{sections}\n");
}
