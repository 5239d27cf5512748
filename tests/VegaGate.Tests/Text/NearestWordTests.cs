using VegaGate.Text;

namespace VegaGate.Tests.Text;

public sealed class NearestWordTests
{
    [Theory]
    [InlineData("titel", "title")]
    [InlineData("owner", "owners")]
    [InlineData("STATUS", "status")]
    [InlineData("sttaus", "status")]
    [InlineData("TITEL", "title")]
    [InlineData("x", null)]
    [InlineData("completely-different", null)]
    [InlineData("", null)]
    public void Guesses_what_is_a_third_away_at_most(string word, string? expected) =>
        new NearestWord().Find(word, ["title", "owners", "status"]).Should().Be(expected);

    [Fact]
    public void Guesses_nothing_where_there_is_nothing() => new NearestWord().Find("title", []).Should().BeNull();

    [Fact]
    public void Takes_the_first_of_those_that_are_equally_near() => new NearestWord().Find("1.9", ["1.1", "1.2"]).Should().Be("1.1");

    [Fact]
    public void Tires()
    {
        var nearest = new NearestWord();

        Enumerable.Range(0, 31).Select(_ => nearest.Find("titel", ["title"])).ToList().Should().HaveElementAt(29, "title").And.HaveElementAt(30, null);
    }

    [Fact]
    public void Takes_no_text_for_a_slip() => new NearestWord().Find(new string('a', 50_000), [new string('a', 50_000)]).Should().BeNull();
}
