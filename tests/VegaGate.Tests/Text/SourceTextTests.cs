using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Text;

namespace VegaGate.Tests.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\nb\n", 4, 3, 1)]
    [InlineData("a\r\nb", 1, 1, 2)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("\n\n\n", 2, 3, 1)]
    [InlineData("\U0001F600x", 2, 1, 3)]
    public void Counts_lines_and_columns_from_one(string text, int offset, int line, int column) =>
        SourceText.FromString("a", text).GetPosition(offset).Should().Be(new LinePosition(line, column));

    [Theory]
    [InlineData("a\nb", 1, "a")]
    [InlineData("a\r\nb\r\n", 1, "a")]
    [InlineData("a\r\nb\r\n", 2, "b")]
    [InlineData("a\r\nb\r\n", 3, "")]
    [InlineData("", 1, "")]
    public void Gives_a_line_without_its_end(string text, int line, string expected) => SourceText.FromString("a", text).GetLine(line).Should().Be(expected);

    [Fact]
    public void Finds_every_place_back() => Prop.ForAll(Lines().ToArbitrary(), text =>
    {
        var source = SourceText.FromString("a", text);
        var starts = text.Select((c, at) => c == '\n' ? at + 1 : -1).Where(at => at >= 0).Prepend(0).ToList();
        for (var offset = 0; offset <= text.Length; offset++)
        {
            var position = source.GetPosition(offset);
            (starts[position.Line - 1] + position.Column - 1).Should().Be(offset);
            text[(offset - position.Column + 1)..].Should().StartWith(source.GetLine(position.Line));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keeps_a_leading_byte_order_mark_out_of_the_text()
    {
        var source = SourceText.FromBytes("a", [0xEF, 0xBB, 0xBF, (byte)'a']);

        (source.Text, source.HasByteOrderMark).Should().Be(("a", true));
        source.ToBytes().Should().Equal(0xEF, 0xBB, 0xBF, (byte)'a');
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("a\r\n~", true)]
    [InlineData("a\u0080", false)]
    [InlineData("\uFFFD", false)]
    [InlineData("\U0001F600", false)]
    public void Knows_whether_all_is_ascii(string text, bool isAscii)
    {
        SourceText.FromString("a", text).IsAscii.Should().Be(isAscii);
        SourceText.FromBytes("a", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]).IsAscii.Should().Be(isAscii);
    }

    [Theory]
    [InlineData("one\ntwo\nthree", "one\ntwo")]
    [InlineData("one\ntwo", "one\ntwo")]
    public void Keeps_the_beginning_up_to_a_place(string text, string kept)
    {
        var start = SourceText.FromString("a", text).UpTo(new TextSpan(4, 2));

        start.Text.Should().Be(kept);
        (start.Path, start.GetLine(2), start.GetPosition(4)).Should().Be(("a", "two", new LinePosition(2, 1)));
    }

    private static Gen<string> Lines() => Gen.ListOf(Gen.Elements("a", "\n", "\r\n", " ", "\u00E9", "\U0001F600")).Select(string.Concat);
}
