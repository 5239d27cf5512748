using VegaGate.Rules.Dependencies;

namespace VegaGate.Tests.Rules.Dependencies;

public sealed class CircularNeedsTests
{
    private static readonly CircularNeeds Rule = new();

    [Fact]
    public void Names_the_circle_once() => Rule.ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: start, needs: a }
              - { id: a, needs: B }
          - items:
              - { id: b, needs: c }
              - { id: c, needs: [end, [|a|]] }
              - { id: end }
        """,
        "These items need each other in a circle and can never pass: `a` -> `b` -> `c` -> `a`; remove one of the needs.");

    [Fact]
    public void Reports_every_circle() => Rule.ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: a, needs: [b] }
              - { id: b, needs: [c, [|a|]] }
              - { id: c, needs: [|a|] }
              - { id: d, needs: [|d|] }
              - { id: e, needs: f }
              - { id: f, needs: [|e|] }
        """,
        "These items need each other in a circle and can never pass: `a` -> `b` -> `a`; remove one of the needs.",
        "These items need each other in a circle and can never pass: `a` -> `b` -> `c` -> `a`; remove one of the needs.",
        "Item `d` needs itself; remove the need.",
        "These items need each other in a circle and can never pass: `e` -> `f` -> `e`; remove one of the needs.");

    [Fact]
    public void Is_silent_about_needs_that_meet_again() => Rule.ShouldBeSilent(
        "checklist: a\nsections: [{ items: [{ id: a, needs: [b, c] }, { id: b, needs: d }, { id: c, needs: [d, b] }, { id: d, needs: [unknown] }] }]\n");

    [Fact]
    public void Names_a_long_circle_by_its_ends_without_running_out_of_stack()
    {
        const int count = 30_000;
        var items = Enumerable.Range(0, count - 1).Select(number => $"  - {{ id: i{number}, needs: i{number + 1} }}\n");

        Rule.ShouldReport(
            $"checklist: a\nsections:\n- items:\n{string.Concat(items)}  - {{ id: i{count - 1}, needs: [|i0|] }}\n",
            "These items need each other in a circle and can never pass: "
            + "`i0` -> `i1` -> `i2` -> `i3` -> `i4` -> `i5` -> `i6` -> 29992 more -> `i29999` -> `i0`; remove one of the needs.");
    }
}
