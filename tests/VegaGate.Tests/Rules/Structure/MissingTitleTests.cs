using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class MissingTitleTests
{
    private static readonly MissingTitle Rule = new();

    [Fact]
    public void Reports_the_list_a_section_and_an_item() => Rule.ShouldReport(
        """
        [|checklist|]: a
        sections:
          - [|id|]: s
            items:
              - [|id|]: a
              - { id: b, title: B }
        """,
        "This checklist has no title; add a `title` of one line.",
        "This section has no title; add a `title` of one line.",
        "This item has no title; add a `title` of one line.");

    [Fact]
    public void Reports_a_phase() => Rule.ShouldReport(
        "checklist: a\ntitle: A\nphases: [{ [|id|]: p, items: [] }]\n", "This phase has no title; add a `title` of one line.");

    [Fact]
    public void Leaves_other_titles_to_the_rule_about_keys() => Rule.ShouldBeSilent("checklist: a\ntitle: A\nrelated: [{ path: a.md }]\n");
}
