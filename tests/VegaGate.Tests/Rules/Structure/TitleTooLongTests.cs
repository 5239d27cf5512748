using VegaGate.Checklists;
using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class TitleTooLongTests
{
    private static readonly TitleTooLong Rule = new();

    [Fact]
    public void Reports_a_title_that_the_issue_cannot_bear()
    {
        var title = new string('x', 255);

        Rule.ShouldReport(
            $$"""
            checklist: a
            phases:
              - id: p
                title: [|{{title}}|]
                items:
                  - { id: a, title: [|{{title}}|] }
                  - { id: b, title: {{title[1..]}} }
                  - { title: {{title}}xx }
                handoff: { to: zev }
              - { id: q, title: {{title}}, items: [] }
            """,
            // In the order of the places: the phase stands before its items.
            "The title of the issue would have 265 characters, and GitHub takes 256; shorten this by 9.",
            "The title of the issue would have 257 characters, and GitHub takes 256; shorten this by 1.");
    }

    [Fact]
    public void Reports_a_title_of_the_list_and_a_milestone_that_GitHub_does_not_take() => Rule.ShouldReport(
        $"checklist: a\ntitle: [|{new string('x', 300)}|]\nmilestone: [|{new string('y', 300)}|]\n",
        "The title of the issue would have 317 characters, and GitHub takes 256; shorten this by 61.",
        "The milestone has 300 characters, and GitHub takes 255; shorten it by 45.");

    [Fact]
    public void Leaves_the_longest_alone() => Rule.ShouldBeSilent($"checklist: a\ntitle: {new string('x', 239)}\nmilestone: {new string('y', 255)}\n");

    [Fact]
    public void Counts_as_the_issue_is_made() =>
        IssueTitle.Of(ValidList.Of("{}", "{ id: \"1\", title: T, owners: zev }").Items.Single()).Should().Be("1 T");
}
