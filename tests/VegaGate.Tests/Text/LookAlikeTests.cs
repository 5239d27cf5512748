using VegaGate.Text;

namespace VegaGate.Tests.Text;

public sealed class LookAlikeTests
{
    [Theory]
    [InlineData("zev", "ZEV")]
    [InlineData("O0o", "o0O")]
    [InlineData("Il1L|", "lllll")]
    [InlineData("rnrn", "mm")]
    [InlineData("Сор", "Cop")]
    [InlineData("ΑΒΕ", "ABE")]
    [InlineData("ѕаԁ", "sad")]
    public void Gives_what_looks_alike_one_shape(string one, string other) => LookAlike.ShapeOf(one).Should().Be(LookAlike.ShapeOf(other));

    [Theory]
    [InlineData("zev", "zef")]
    [InlineData("ian", "lan")]
    [InlineData("nr", "m")]
    [InlineData("Иван", "Ivan")]
    public void Gives_what_does_not_another(string one, string other) => LookAlike.ShapeOf(one).Should().NotBe(LookAlike.ShapeOf(other));

    [Theory]
    [InlineData("Zеv", 'е')]
    [InlineData("Anna Оps", 'О')]
    [InlineData("Anna Ковальчук", null)]
    [InlineData("Сор", null)]
    [InlineData("α-Team", null)]
    [InlineData("", null)]
    public void Finds_a_letter_of_another_script_inside_a_Latin_word(string name, char? letter) => LookAlike.FindMixed(name).Should().Be(letter);
}
