using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Syntax;

namespace VegaGate.Tests.Syntax;

public sealed class YamlScalarTextTests
{
    [Theory]
    [InlineData("zev")]
    [InlineData("Waits for the client.")]
    [InlineData("3f9a1c7e00112233")]
    [InlineData("in-progress")]
    public void Text_that_can_only_be_text_stays_plain(string text) => YamlScalarText.Of(text).Should().Be(text);

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("12", "\"12\"")]
    [InlineData("1234567890123e45", "\"1234567890123e45\"")]
    [InlineData("0x1f", "\"0x1f\"")]
    [InlineData("2026-03-01", "\"2026-03-01\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("ends with a blank ", "\"ends with a blank \"")]
    [InlineData("- x", "\"- x\"")]
    [InlineData("say \"no\" \\ yes", "\"say \\\"no\\\" \\\\ yes\"")]
    [InlineData("one\r\ntwo\tthree", "\"one\\r\\ntwo\\tthree\"")]
    [InlineData("a\u202Eb\u200Bc\u2028d\u0085e\u001bf\uFEFFg", "\"a\\u202Eb\\u200Bc\\u2028d\\u0085e\\u001Bf\\uFEFFg\"")]
    [InlineData("a\u00A0b\u00ADc\uFFFEd\tend", "\"a\\u00A0b\\u00ADc\\uFFFEd\\tend\"")]
    [InlineData("tag \U000E0041", "\"tag \\U000E0041\"")]
    [InlineData("grin \U0001F600 é", "\"grin \U0001F600 é\"")]
    public void All_other_text_is_quoted_and_what_nobody_sees_escaped(string text, string expected) => YamlScalarText.Of(text).Should().Be(expected);

    [Fact]
    public void What_no_file_can_hold_is_replaced() => YamlScalarText.Of("nul \0 half \uD83D end").Should().Be("\"nul \uFFFD half \uFFFD end\"");

    [Fact]
    public void Any_text_is_read_back_as_it_was_in_a_block_and_between_braces() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => ShouldComeBack(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_mixture_of_what_YAML_reads_as_something_else_is_read_back()
    {
        string[] parts =
        [
            "a", "1", " ", "  ", ": ", ":", " #", "#", "- ", "-", "? ", "[", "]", "{", "}", ",", "&a", "*a", "!t", "|", ">", "'", "\"", "\\", "%", "@", "`", "---", "...", "~", "null", "<<", "=",
            "\n", "\r\n", "\t", "\u2028", "\u0085", "\u200B", "\u202E", "\uFEFF", "\u001b", "\u007F", "\u009F", "\uFFFE", "\uD83D\uDE00", "\uDB40\uDC41", "é", "##[error]", "::error::x",
        ];
        var texts = Gen.Elements(parts).ListOf().Select(string.Concat).ToArbitrary();

        Prop.ForAll(texts, ShouldComeBack).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    private static void ShouldComeBack(string text)
    {
        var written = YamlScalarText.Of(text);
        var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');

        written.Should().NotContain("\n");
        foreach (var file in new[] { $"a: {written}\nb: c\n", $"{{ a: {written}, b: c }}\n" })
        {
            var tree = Reading.Read(file);
            tree.Diagnostics.Should().BeEmpty();
            var entries = tree.Root.Should().BeOfType<YamlMapping>().Subject.Entries;
            entries.Should().HaveCount(2);
            entries[0].Value.Should().BeOfType<YamlScalar>().Which.Value.Should().Be(expected);
            entries[0].Value.Should().BeOfType<YamlScalar>().Which.IsNull.Should().BeFalse();
        }
    }
}
