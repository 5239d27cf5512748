using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class EmptySectionTests
{
    private static readonly EmptySection Rule = new();

    private const string Item = "items: [{ id: a }]";

    [Fact]
    public void Reports_a_section_without_items() => Rule.ShouldReport(
        $"checklist: a\nsections:\n- {{ id: s, {Item} }}\n- {{ id: [|t|], title: T, items: [] }}\n- {{ title: [|U|], items: [] }}\n- [|{{|] items: [] }}\n",
        "This section has no item and holds nothing; add one, or remove the section.",
        "This section has no item and holds nothing; add one, or remove the section.",
        "This section has no item and holds nothing; add one, or remove the section.");

    [Fact]
    public void Reports_a_phase_that_hands_nothing_over() => Rule.ShouldReport(
        $"checklist: a\nphases:\n- {{ id: s, {Item} }}\n- {{ id: [|t|], items: [], handoff: {{ to: zev }} }}\n",
        "This phase has no item and holds nothing; add one, or remove the phase.");

    [Theory]
    [InlineData("items: [], handoff: { to: zev, criteria: [C] }")]
    [InlineData("items: [], handoff: { to: zev, artifacts: [{ name: N }] }")]
    [InlineData("title: T")]
    [InlineData("items: ~")]
    [InlineData("items: text")]
    public void Is_silent_about_what_holds_something_or_has_a_finding_already(string phase) =>
        Rule.ShouldBeSilent($"checklist: a\nphases:\n- {{ id: s, {Item} }}\n- {{ id: t, {phase} }}\n");

    [Fact]
    public void Leaves_a_list_without_any_item_to_its_own_rule() => Rule.ShouldBeSilent("checklist: a\nsections: [{ id: s, items: [] }, { id: t, items: [] }]\n");
}
