using VegaGate.Text;

namespace VegaGate.Tests.Text;

public sealed class ForeignTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("  a \t b  ", "a b")]
    [InlineData("a\r\n\u0085\u2028b", "a b")]
    [InlineData("a\u001b[31mb", "a [31mb")]
    [InlineData("a\u202eb\u2066c", "a b c")]
    [InlineData("é 🚀", "é 🚀")]
    [InlineData("123456789", "1234567…")]
    [InlineData("123456🚀", "123456…")]
    [InlineData("12345🚀", "12345🚀")]
    public void A_line_has_no_control_characters_and_an_end(string? text, string expected) => ForeignText.Line(text, 7).Should().Be(expected);

    [Fact]
    public void Half_a_character_is_none() => ForeignText.Line("a" + '\ud83d' + "b", 9).Should().Be("a b");

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("123456", "1234…")]
    [InlineData("123🚀6", "123…")]
    [InlineData("12🚀56", "12🚀…")]
    public void What_is_cut_ends_with_an_ellipsis(string text, string expected) => ForeignText.Cut(text, 5).Should().Be(expected);
}
