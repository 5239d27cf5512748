using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class WrongTypeTests
{
    private static readonly WrongType Rule = new();

    [Fact]
    public void Says_what_was_expected_and_what_stands_there() => Rule.ShouldReport(
        """
        checklist: a
        title: [|[A]|]
        gate: [|none|]
        sections:
          - id: s
            title: S
            items:
              - [|text|]
              - id: [|{ a: b }|]
                owners: [zev, [|[rr]|]]
                pass: [|~|]
                [|notes|]:
        """,
        "`title` takes text of one line, but a list stands here.",
        "`gate` takes a mapping (gate), but a single value stands here.",
        "`items` takes a mapping (item), but a single value stands here.",
        "`id` takes a name of at most 40 ASCII letters, digits, '.', '_' and '-' that begins with a letter or digit, but a mapping stands here.",
        "`owners` takes a name from `people` or `teams`, but a list stands here.",
        "`pass` takes text, but nothing stands here.",
        "`notes` takes text, but nothing stands here.");

    [Fact]
    public void Lets_one_stand_for_a_list_where_that_is_common() => Rule.ShouldBeSilent("checklist: a\nsections: [{ items: [{ owners: zev, needs: b }] }]\n");

    [Fact]
    public void Wants_a_list_of_items_even_for_one() => Rule.ShouldReport(
        "checklist: a\nsections: [|{ items: [] }|]\n", "`sections` takes a list, each entry being a mapping (section), but a mapping stands here.");

    [Fact]
    public void Names_the_hash_behind_which_the_value_is_lost() => Rule.ShouldReport(
        """
        checklist: a
        title: [|#7|] is merged
        "description" :  [|#7|]
        phases:
          - handoff:
              criteria:
                - [|#7|] is merged
                - [|~|] #8
                -[||] # comment
        """,
        "`title` takes text of one line, but YAML begins a comment at this `#`; put the value in quotes.",
        "`description` takes text, but YAML begins a comment at this `#`; put the value in quotes.",
        "`criteria` takes text of one line, but YAML begins a comment at this `#`; put the value in quotes.",
        "`criteria` takes text of one line, but nothing stands here.",
        "`criteria` takes text of one line, but nothing stands here.");
}
