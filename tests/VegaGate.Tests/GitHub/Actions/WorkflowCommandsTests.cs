using FsCheck;
using FsCheck.Fluent;
using VegaGate.Diagnostics;
using VegaGate.GitHub.Actions;

namespace VegaGate.Tests.GitHub.Actions;

public sealed class WorkflowCommandsTests
{
    [Theory]
    [InlineData("a%b", "a%25b")]
    [InlineData("a\rb", "a%0Db")]
    [InlineData("a\nb", "a%0Ab")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("a:b,c", "a:b,c")]
    [InlineData("%0A", "%250A")]
    [InlineData("%25", "%2525")]
    [InlineData("::error::x", "::error::x")]
    [InlineData("", "")]
    public void Data_escapes_what_would_end_the_line(string text, string expected) => WorkflowCommands.EscapeData(text).Should().Be(expected);

    [Theory]
    [InlineData("a%b", "a%25b")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("a:b", "a%3Ab")]
    [InlineData("a,b", "a%2Cb")]
    [InlineData("::", "%3A%3A")]
    [InlineData("%3A", "%253A")]
    [InlineData("a;b]c", "a;b]c")]
    public void A_property_escapes_what_would_end_it_too(string text, string expected) => WorkflowCommands.EscapeProperty(text).Should().Be(expected);

    [Fact]
    public void What_was_escaped_can_be_read_again()
    {
        var text = Gen.Elements('%', '\r', '\n', ':', ',', '2', '5', '0', 'A', 'D', '3', 'C', 'é', ' ').ArrayOf().Select(characters => new string(characters));
        Prop.ForAll(Arb.From(text), x => string.Equals(UnescapeData(WorkflowCommands.EscapeData(x)), x, StringComparison.Ordinal)).QuickCheckThrowOnFailure();
        Prop.ForAll(Arb.From(text), x => string.Equals(UnescapeProperty(WorkflowCommands.EscapeProperty(x)), x, StringComparison.Ordinal)).QuickCheckThrowOnFailure();
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), x => x is null || string.Equals(UnescapeData(WorkflowCommands.EscapeData(x)), x, StringComparison.Ordinal)).QuickCheckThrowOnFailure();
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), x => x is null || string.Equals(UnescapeProperty(WorkflowCommands.EscapeProperty(x)), x, StringComparison.Ordinal)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_was_escaped_ends_no_line_and_no_property()
    {
        var text = Gen.Elements('%', '\r', '\n', ':', ',', 'x').ArrayOf().Select(characters => new string(characters));
        Prop.ForAll(Arb.From(text), x => !WorkflowCommands.EscapeData(x).AsSpan().ContainsAny('\r', '\n')).QuickCheckThrowOnFailure();
        Prop.ForAll(Arb.From(text), x => !WorkflowCommands.EscapeProperty(x).AsSpan().ContainsAny("\r\n:,")).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_annotation_names_its_place()
    {
        var annotation = new Annotation(DiagnosticSeverity.Error, "Bad: 100%\nsecond", "a,b/c:d.yaml", 3) { Column = 5, EndLine = 3, EndColumn = 9, Title = "VG1001: x" };

        WorkflowCommands.Format(annotation).Should().Be(
            "::error file=a%2Cb/c%3Ad.yaml,line=3,col=5,endLine=3,endColumn=9,title=VG1001%3A x::Bad: 100%25%0Asecond");
    }

    [Fact]
    public void Columns_are_dropped_when_the_lines_differ() =>
        WorkflowCommands.Format(new Annotation(DiagnosticSeverity.Warning, "m", "f", 3) { Column = 5, EndLine = 4, EndColumn = 9 })
            .Should().Be("::warning file=f,line=3,endLine=4::m");

    [Fact]
    public void Columns_stay_when_there_is_only_one_line() =>
        WorkflowCommands.Format(new Annotation(DiagnosticSeverity.Notice, "m", "f", 3) { Column = 5, EndColumn = 9 }).Should().Be("::notice file=f,line=3,col=5,endColumn=9::m");

    [Fact]
    public void An_annotation_without_a_place_has_no_properties() =>
        WorkflowCommands.Format(new Annotation(DiagnosticSeverity.Error, "::m") { Column = 5, EndLine = 4, EndColumn = 9 }).Should().Be("::error::::m");

    [Fact]
    public void The_message_is_cut_where_GitHub_would_cut_it()
    {
        Message(new string('x', 4_096)).Should().Be(new string('x', 4_096));
        Message(new string('x', 4_097)).Should().Be(new string('x', 4_095) + '…');
        Message(new string('x', 4_094) + "\n").Should().Be(new string('x', 4_094) + '…');
        Message(new string('x', 4_093) + "\n").Should().Be(new string('x', 4_093) + "%0A");
        Message(new string('x', 4_094) + "🚀y").Should().Be(new string('x', 4_094) + '…');
        Message(new string('x', 4_093) + "🚀yz").Should().Be(new string('x', 4_093) + "🚀…");

        static string Message(string text)
        {
            var message = WorkflowCommands.Format(new Annotation(DiagnosticSeverity.Error, text))["::error::".Length..];
            message.Length.Should().BeLessThanOrEqualTo(4_096);
            return message;
        }
    }

    [Theory]
    [InlineData("::error::x", "\\::error::x")]
    [InlineData("  \t::set-output name=a::b", "  \t\\::set-output name=a::b")]
    [InlineData("\u00a0\u3000::x::", "\u00a0\u3000\\::x::")]
    [InlineData("a\n::x::", "a\n\\::x::")]
    [InlineData("a\r::x::", "a\r\\::x::")]
    [InlineData("a\r\n ::x::", "a\r\n \\::x::")]
    [InlineData("a\v::x::", "a\v\\::x::")]
    [InlineData("a\f::x::", "a\f\\::x::")]
    [InlineData("a\u0085::x::", "a\u0085\\::x::")]
    [InlineData("a\u2028::x::", "a\u2028\\::x::")]
    [InlineData("a\u2029::x::", "a\u2029\\::x::")]
    [InlineData("\u200b::x::", "\u200b\\::x::")]
    [InlineData("\ufeff::x::", "\ufeff\\::x::")]
    [InlineData("\u001b[1m::x", "\u001b[1m::x")]
    [InlineData("\0::x::", "\0\\::x::")]
    [InlineData(":\u200d:x::", "\\:\u200d:x::")]
    [InlineData("##[error]x", "##\\[error]x")]
    [InlineData("a ##[add-mask]x ##[b]", "a ##\\[add-mask]x ##\\[b]")]
    [InlineData("###[x]", "###\\[x]")]
    [InlineData("#\u200b#\u00ad[x]", "#\u200b#\u00ad\\[x]")]
    [InlineData("# #[x]", "# #[x]")]
    [InlineData("#[x]", "#[x]")]
    [InlineData("##\n[x]", "##\n[x]")]
    [InlineData("a ::b", "a ::b")]
    [InlineData(": :b", ": :b")]
    [InlineData(":b", ":b")]
    [InlineData("\\::b", "\\::b")]
    [InlineData("a: b", "a: b")]
    [InlineData("", "")]
    public void Free_text_can_be_no_command(string text, string expected)
    {
        WorkflowCommands.Neutralize(text).Should().Be(expected);
        WorkflowCommands.Neutralize(expected).Should().Be(expected);
    }

    [Fact]
    public void No_text_at_all_can_be_a_command()
    {
        var text = Gen.Elements(':', '#', '[', ']', '\r', '\n', '\v', '\u2028', '\u0085', ' ', '\u200b', '\\', 'x').ArrayOf().Select(characters => new string(characters));
        Prop.ForAll(Arb.From(text), x =>
        {
            var printed = WorkflowCommands.Neutralize(x);
            var seen = printed.Replace("\u200b", "", StringComparison.Ordinal);
            return !seen.Contains("##[", StringComparison.Ordinal)
                && !seen.Split(['\r', '\n', '\v', '\f', '\u0085', '\u2028', '\u2029']).Any(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal))
                && string.Equals(printed.Replace("\\", "", StringComparison.Ordinal), x.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    // The runner's own order: the percent sign last.
    private static string UnescapeData(string text) => text.Replace("%0D", "\r", StringComparison.Ordinal)
        .Replace("%0A", "\n", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    private static string UnescapeProperty(string text) => text.Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
