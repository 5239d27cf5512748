using VegaGate.Text;

namespace VegaGate.Tests.Text;

public sealed class TextSpanTests
{
    [Fact]
    public void Is_half_open()
    {
        var span = TextSpan.FromBounds(2, 5);

        (span.Start, span.Length, span.End).Should().Be((2, 3, 5));
        SourceText.FromString("a", "abcdefg").GetText(span).Should().Be("cde");
    }

    [Fact]
    public void Is_ordered_by_start_and_then_by_length()
    {
        TextSpan[] spans = [new(3, 0), new(1, 2), new(1, 1)];

        spans.Order().Should().Equal(new TextSpan(1, 1), new TextSpan(1, 2), new TextSpan(3, 0));
        (spans[2] < spans[1] && spans[0] > spans[1] && spans[0] >= spans[1] && spans[1] <= spans[0]).Should().BeTrue();
    }
}
