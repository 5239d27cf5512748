using FsCheck;
using FsCheck.Fluent;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Tests.Sync;

public sealed class IssueBodyTests
{
    private const string Begin = "<!-- vegagate:begin; this part is kept by VegaGate, write below it -->";
    private const string End = "<!-- vegagate:end -->";

    private static readonly IssueMarker Marker = new("a/1", "00", null, "todo", new MarkerBaseline("t", "b", "a", "m"));

    private static string Whole => IssueBody.New("one\n\ntwo").Compose(Marker);

    [Fact]
    public void A_new_body_is_the_marker_and_the_block()
    {
        Whole.Should().Be($"{Marker}\n{Begin}\none\n\ntwo\n{End}\n");
        IssueBody.Read(Whole).Should().Be(new IssueBody("one\n\ntwo", "\n", "\n", IsWhole: true));
    }

    [Fact]
    public void Lines_that_an_editor_ends_with_CR_LF_are_the_same_block()
    {
        var body = IssueBody.Read(Whole.ReplaceLineEndings("\r\n"));

        (body.Block, body.IsWhole).Should().Be(("one\n\ntwo", true));
    }

    [Fact]
    public void What_people_wrote_around_the_block_survives_byte_for_byte()
    {
        string[] pieces = ["a", " ", "\n", "\r\n", "\r", "\n\n\n", "# b", "<!-- c -->", "-->", "<!--", "```", "é", "\ud83d", "\0", "\t", "<!-- vegagate", "begin"];
        var texts = Gen.Elements(pieces).ListOf().Select(string.Concat);
        Prop.ForAll(texts.Zip(texts).ToArbitrary(), human =>
        {
            var (before, after) = human;
            var edited = $"{Marker}{before}{Begin}\r\nold\r\n{End}{after}";
            var written = (IssueBody.Read(edited) with { Block = "new" }).Compose(Marker);
            written.Should().Be($"{Marker}{before}{Begin}\nnew\n{End}{after}");
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("no end", $"\n{Begin}\none\nhuman text\n")]
    [InlineData("no begin", $"\none\n{End}\nhuman text\n")]
    [InlineData("neither", "\none\nhuman text\n")]
    [InlineData("nothing but people", "human text")]
    [InlineData("turned around", $"\n{End}\nhuman text\n{Begin}\n")]
    [InlineData("two blocks", $"\n{Begin}\none\n{End}\nhuman text\n{Begin}\none\n{End}\n")]
    [InlineData("two begins", $"\n{Begin}\none\nhuman text\n{Begin}\ntwo\n{End}\n")]
    [InlineData("two ends", $"\n{Begin}\none\n{End}\nhuman text\n{End}\n")]
    [InlineData("an end too early", $"\n{End}\nhuman text\n{Begin}\none\n{End}\n")]
    [InlineData("one inside the other", $"\n{Begin}\n{Begin}\none\n{End}\n{End}\nhuman text")]
    [InlineData("with CR LF", $"\r\n{Begin}\r\none\r\nhuman text\r\n")]
    public void A_damaged_body_is_repaired_and_nothing_that_people_wrote_is_lost(string damage, string rest)
    {
        var body = IssueBody.Read(Marker + rest);
        var repaired = (body with { Block = "new" }).Compose(Marker);

        body.IsWhole.Should().BeFalse(damage);
        repaired.Should().Contain("human text").And.StartWith($"{Marker}");
        repaired.Split(Begin).Should().HaveCount(2);
        repaired.Split(End).Should().HaveCount(2);
        IssueMarker.Read(repaired).Should().Be(Marker);
        var again = IssueBody.Read(repaired);
        (again.Block, again.IsWhole).Should().Be(("new", true));
        again.Compose(Marker).Should().Be(repaired, "a repaired body needs no second repair");
    }

    [Fact]
    public void An_empty_body_gets_a_block() => (IssueBody.Read("") with { Block = "new" }).Compose(Marker).Should().Be($"{Marker}\n{Begin}\nnew\n{End}\n");

    [Theory]
    [InlineData(0, 48_000)]
    [InlineData(10_000, 48_000)]
    [InlineData(20_000, 48_000)]
    [InlineData(40_000, 48_000)]
    [InlineData(64_300, 48_000)]
    [InlineData(64_370, 48_000)]
    [InlineData(64_370, 3)]
    [InlineData(64_300, 90)]
    public void The_block_is_cut_to_the_room_that_people_leave(int human, int block)
    {
        var people = new string('h', human);
        var text = string.Concat(Enumerable.Repeat("0123456789 line\n", (block / 16) + 1))[..block].TrimEnd();

        var written = (IssueBody.Read($"{Marker}\n{Begin}\nold\n{End}\n{people}").With(text)!).Compose(Marker with { Since = DateTimeOffset.MaxValue, Status = "in-progress" });

        written.Length.Should().BeLessThanOrEqualTo(65_536);
        written.Should().EndWith($"{End}\n{people}").And.StartWith("<!-- vegagate v=1 ");
        var again = IssueBody.Read(written);
        again.IsWhole.Should().BeTrue();
        again.With(text).Should().Be(again, "what was cut once is cut alike");
        if (human + block < 60_000)
            again.Block.Should().Be(text);
    }

    [Fact]
    public void Text_that_leaves_no_room_at_all_is_left_alone() => IssueBody.Read($"{Marker}{new string('h', 65_000)}").With("block").Should().BeNull();
}
