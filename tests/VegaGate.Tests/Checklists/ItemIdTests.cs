using VegaGate.Checklists;

namespace VegaGate.Tests.Checklists;

public sealed class ItemIdTests
{
    [Theory]
    [InlineData("a/1.1", "a", null, "1.1")]
    [InlineData("a@v1.2.0/1.1", "a", "v1.2.0", "1.1")]
    [InlineData("a/#tracking", "a", null, "#tracking")]
    [InlineData("a@r/#handoff/p", "a", "r", "#handoff/p")]
    public void Reads_what_it_writes(string text, string list, string? release, string item)
    {
        var id = ItemId.Parse(text)!;

        (id.Checklist, id.Release, id.Item).Should().Be((list, release, item));
        id.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("@r/a")]
    [InlineData("a@/b")]
    public void Reads_nothing_else(string text) => ItemId.Parse(text).Should().BeNull();

    [Fact]
    public void Is_equal_without_regard_to_case()
    {
        new ItemId("a", null, "B").Should().Be(new ItemId("a", null, "b"));
        new ItemId("a", null, "B").GetHashCode().Should().Be(new ItemId("a", null, "b").GetHashCode());
        ItemId.ForHandoff("a", null, "p").Should().NotBe(ItemId.ForHandoff("a", "r", "p"));
    }
}
