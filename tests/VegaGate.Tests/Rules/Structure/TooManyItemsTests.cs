using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class TooManyItemsTests
{
    private static readonly TooManyItems Rule = new();

    [Fact]
    public void Reports_the_first_item_that_is_too_many() => Rule.ShouldReport(
        List(2_000) + "  - id: [|a|]\n  - id: b\n", "A list has at most 2,000 items and this one has 2,002; split it.");

    [Fact]
    public void Is_silent_about_as_many_as_there_may_be() => Rule.ShouldBeSilent(List(2_000));

    private static string List(int count) =>
        "checklist: a\nsections:\n- id: s\n  items:\n" + string.Concat(Enumerable.Range(0, count).Select(number => $"  - id: i{number}\n"));
}
