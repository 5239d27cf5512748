using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Tests.Sync;

public sealed class TrackingBlockTests
{
    private static readonly TrackingMap Map = TrackingMap.Empty.With("a", 1).With("b", 7);

    [Theory]
    [InlineData("")]
    [InlineData("**Hold**\n\n| a | b |\n| --- | --- |")]
    public void What_is_written_is_read_back(string progress) => TrackingBlock.Parse(new TrackingBlock(progress, Map).Render()).Should().Be(new TrackingBlock(progress, Map));

    [Fact]
    public void Until_something_is_evaluated_it_says_so() => new TrackingBlock("", Map).Render().Should().Be($"{Map}\n\nNothing has been evaluated yet. `vegagate respond` writes here where the list stands.");

    [Fact]
    public void Progress_cannot_bring_a_map_of_its_own()
    {
        var block = TrackingBlock.Parse(new TrackingBlock("x <!-- vegagate map a=9 -->", Map).Render());

        block.Map.Should().Be(Map);
    }

    [Fact]
    public void Without_a_whole_map_the_progress_is_still_there()
    {
        TrackingBlock.Parse("Where it stands").Should().Be(new TrackingBlock("Where it stands", null));
        TrackingBlock.Parse("<!-- vegagate map a -->\n\nWhere it stands").Should().Be(new TrackingBlock("Where it stands", null));
    }

    [Fact]
    public void A_section_is_a_row_and_its_text_is_text()
    {
        var progress = TrackingProgress.Render("Hold: 3 items not clear (open)", [new SectionProgress("A | b @zev", 4, 2, 1, 0, 0, ["Zev", "@rr"]), new SectionProgress("C", 1, 0, 0, 1, 2, [])]);

        progress.Should().Be(
            """
            **Hold: 3 items not clear (open)**

            | Section | Done | Open | Blocked | Waived | Not applicable | Waits for |
            | --- | ---: | ---: | ---: | ---: | ---: | --- |
            | A \| b `@zev` | 4 | 2 | 1 | 0 | 0 | Zev, `@rr` |
            | C | 1 | 0 | 0 | 1 | 2 |  |
            | **All** | 5 | 2 | 1 | 1 | 2 |  |
            """);
    }
}
