using VegaGate.Rules.PassConditions;

namespace VegaGate.Tests.Rules.PassConditions;

public sealed class MissingPassConditionTests
{
    private static readonly MissingPassCondition Rule = new();

    [Fact]
    public void Reports_an_item_that_says_neither_in_words_nor_by_a_probe_when_it_passes() => Rule.ShouldReport(
        """
        checklist: a
        gate: { require: [owner, pass] }
        sections:
          - items:
              - id: [|a|]
              - { id: b, pass: It works. }
              - { id: c, verify: [{ file: { path: a.md } }] }
              - { id: d, required: false }
        """,
        "Item `a` does not say when it passes, and the gate requires that; add `pass` or `verify`.");

    [Fact]
    public void Is_silent_unless_the_gate_requires_it() => Rule.ShouldBeSilent("checklist: a\nsections: [{ items: [{ id: a }] }]\n");
}
