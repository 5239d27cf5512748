using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Tests.Syntax;

public sealed class SourceGuardTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a: 1\n")]
    [InlineData("a: 1\r\nb:\t2\r\n")]
    [InlineData("a: \"caf\u00E9 \u2014 \u201Cdone\u201D \u2714\uFE0F \U0001F600 \uFFFD\" # \u0645\u0631\u062D\u0628\u0627\n")]
    [InlineData("a: 1\n \t \n\t\nb: 2\n\t")]
    [InlineData("a: |\n  \tindented by a tab that belongs to the text\n")]
    public void Lets_plain_text_pass(string text) => Check(text).Should().BeEmpty();

    [Theory]
    [InlineData("a: 1 # ok[|\u2028|]status: done\n", "VG0014", "U+2028 LINE SEPARATOR")]
    [InlineData("a: 1 # ok[|\u2029|]status: done\n", "VG0014", "U+2029 PARAGRAPH SEPARATOR")]
    [InlineData("a: 1 # ok[|\u0085|]status: done\n", "VG0014", "U+0085 NEXT LINE")]
    [InlineData("a: 1 # ok[|\r|]status: done\n", "VG0014", "U+000D CARRIAGE RETURN")]
    [InlineData("a: 1\r\n[|\r|]", "VG0014", "U+000D CARRIAGE RETURN")]
    [InlineData("a: [|\0|]\n", "VG0012", "U+0000 NULL")]
    [InlineData("a[|\u001B|][31m: 1\n", "VG0012", "U+001B ESCAPE")]
    [InlineData("a: [|\u007F|]\n", "VG0012", "U+007F DELETE")]
    [InlineData("a: [|\u009B|]31m\n", "VG0012", "U+009B (a C1 control)")]
    [InlineData("a: [|\uFFFF|]\n", "VG0012", "U+FFFF (not a character)")]
    [InlineData("a: x[|\u202E|]y\n", "VG0013", "U+202E RIGHT-TO-LEFT OVERRIDE")]
    [InlineData("# [|\u2066|]\n", "VG0013", "U+2066 LEFT-TO-RIGHT ISOLATE")]
    [InlineData("sta[|\u200B|]tus: done\n", "VG0013", "U+200B ZERO WIDTH SPACE")]
    [InlineData("a: x[|\U000E0041|]\n", "VG0013", "U+E0041 (an invisible tag character)")]
    [InlineData("a: 1\n[|\uFEFF|]b: 2\n", "VG0018", "U+FEFF BYTE ORDER MARK")]
    public void Names_a_character_that_a_reader_does_not_see(string marked, string id, string name)
    {
        var markup = Markup.Parse(marked);

        var found = Check(markup.Text).Should().ContainSingle().Subject;

        found.Descriptor.Id.Should().Be(id);
        found.Span.Should().Be(markup.Span);
        found.Message.Should().Contain(name);
    }

    [Fact]
    public void Gathers_the_places_of_one_kind_in_one_finding()
    {
        var found = Check(string.Concat(Enumerable.Repeat("a\u200Bb\n", 100))).Should().ContainSingle().Subject;

        found.Related.Should().HaveCount(19);
        found.Message.Should().EndWith("The file has 99 more such places.");
    }

    [Fact]
    public void Reports_each_kind() =>
        Check("\ta: \u200B\u2028\0\uFEFF\n").Select(d => d.Descriptor.Id).Should().BeEquivalentTo("VG0002", "VG0012", "VG0013", "VG0014", "VG0018");

    [Fact]
    public void Takes_a_leading_byte_order_mark_and_refuses_a_second()
    {
        Check(Bytes("EF BB BF 61 3A 20 31")).Should().BeEmpty();
        Check(Bytes("EF BB BF EF BB BF 61")).Should().ContainSingle().Which.Descriptor.Id.Should().Be("VG0018");
    }

    [Theory]
    [InlineData("FF FE 61 00", "UTF-16 (little endian)")]
    [InlineData("FE FF 00 61", "UTF-16 (big endian)")]
    [InlineData("FF FE 00 00 61 00 00 00", "UTF-32 (little endian)")]
    [InlineData("00 00 FE FF 00 00 00 61", "UTF-32 (big endian)")]
    [InlineData("61 00 3A 00", "UTF-16 (little endian, without a byte-order mark)")]
    [InlineData("00 61 00 3A", "UTF-16 (big endian, without a byte-order mark)")]
    public void Names_another_encoding(string hex, string name)
    {
        var found = Check(Bytes(hex)).Should().ContainSingle().Subject;

        found.Descriptor.Id.Should().Be("VG0011");
        found.Message.Should().Contain(name);
    }

    [Theory]
    [InlineData("61 0A FF 62", 2, "0xFF")]
    [InlineData("EF BB BF C3 A9 C0 AF", 1, "0xC0")]
    [InlineData("F0 9F 98 80 E2 82", 2, "0xE282")]
    [InlineData("61 ED A0 80", 1, "0xED")]
    public void Points_at_bytes_that_are_not_utf_8(string hex, int offset, string named)
    {
        var bytes = Bytes(hex);

        var found = Check(bytes).Should().ContainSingle().Subject;

        found.Descriptor.Id.Should().Be("VG0011");
        found.Span.Should().Be(new TextSpan(offset, 1));
        found.Source.GetText(found.Span).Should().Be("\uFFFD");
        found.Message.Should().Contain(named);
    }

    [Theory]
    [InlineData("a:\n[|\t|]b: 1\n")]
    [InlineData("[|\t|] # comment\n")]
    public void Refuses_a_tab_at_the_start_of_a_line(string marked)
    {
        var markup = Markup.Parse(marked);

        var found = Check(markup.Text).Should().ContainSingle().Subject;

        found.Descriptor.Id.Should().Be("VG0002");
        found.Span.Should().Be(markup.Span);
    }

    [Fact]
    public void Refuses_a_line_of_more_than_64_KiB_and_no_shorter_one()
    {
        var longest = "a: " + new string('x', SyntaxLimits.LineBytes - 3);
        Check(longest + "\n" + longest + "\n" + longest).Should().BeEmpty();

        var found = Check("é: 1\n" + longest + "x\nb: 1\n").Should().ContainSingle().Subject;

        found.Descriptor.Id.Should().Be("VG0017");
        found.Span.Start.Should().Be(5);
    }

    [Fact]
    public void Refuses_a_file_of_more_than_10_MiB()
    {
        var bytes = new byte[SyntaxLimits.FileBytes + 1];
        Array.Fill(bytes, (byte)'\n');

        Check(bytes).Should().ContainSingle().Which.Descriptor.Id.Should().Be("VG0015");
        Check(bytes[1..]).Should().BeEmpty();
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("[", "]")]
    [InlineData("{", "")]
    [InlineData("[\n ", "")]
    [InlineData("- [", "")]
    public void Refuses_a_wall_of_brackets_at_once(string open, string close)
    {
        var text = "a: 1\nb: " + string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000));
        var started = Stopwatch.GetTimestamp();

        Reading.Read(text).Ids().Should().ContainSingle().Which.Should().Be(open is "- [" ? "VG0017" : "VG0016");

        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Counts_no_brackets_in_text_and_comments()
    {
        var wall = new string('[', 100);

        Check($"a: \"{wall}\"\nb: x{wall}\n# {wall}\nc: '{wall}' # {wall}\n").Should().BeEmpty();
    }

    private static ImmutableArray<Diagnostic> Check(string text) => Check(Encoding.UTF8.GetBytes(text));

    private static ImmutableArray<Diagnostic> Check(byte[] bytes) => SourceGuard.Check(SourceText.FromBytes("a.yaml", bytes), bytes);

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
