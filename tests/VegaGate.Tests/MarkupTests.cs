using VegaGate.Text;

namespace VegaGate.Tests;

public sealed class MarkupTests
{
    [Fact]
    public void Takes_the_marks_out_and_keeps_their_places()
    {
        var markup = Markup.Parse("a: [|b|], [||][|c|]");

        markup.Text.Should().Be("a: b, c");
        markup.Spans.Should().Equal(new TextSpan(3, 1), new TextSpan(6, 0), new TextSpan(6, 1));
    }

    [Fact]
    public void Refuses_a_mark_that_is_not_closed() =>
        FluentActions.Invoking(() => Markup.Parse("a: [|b")).Should().Throw<ArgumentException>();
}
