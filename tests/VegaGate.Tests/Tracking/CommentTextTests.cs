using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Tracking;

namespace VegaGate.Tests.Tracking;

public sealed class CommentTextTests
{
    [Theory]
    [InlineData("/done", "done")]
    [InlineData("/DONE", "done")]
    [InlineData("/done all green", "done|all green")]
    [InlineData("/done\tall green \t", "done|all green")]
    [InlineData("/block High  it `fails` **now**", "block|High  it `fails` **now**")]
    [InlineData("/accept 4/5 see https://a.example/x_y_z", "accept|4/5 see https://a.example/x_y_z")]
    [InlineData("Looks good.\n/done", "done")]
    [InlineData("Looks good.\r\n/done\r\nThanks\r\n", "done")]
    [InlineData("Looks *good*  \n/done  \n/start", "done", "start")]
    [InlineData("a\n\n/start\n\nb\n/done\n", "start", "done")]
    [InlineData("/undo\n/block high x\n/done y", "undo", "block|high x", "done|y")]
    [InlineData("> quote\n\n/done", "done")]
    [InlineData("```\ncode\n```\n/done", "done")]
    [InlineData("<!-- note -->\n/done", "done")]
    [InlineData("/done\n--\nZev", "done")]
    [InlineData("/done\r\n-- \r\nZev", "done")]
    [InlineData("/help", "help")]
    [InlineData("/unknown word", "unknown|word")]
    public void Reads_lines_that_begin_with_a_command(string body, params string[] expected) => Read(body).Should().Equal(expected);

    [Theory]
    [InlineData("> /done")]
    [InlineData("> a\n/done")]
    [InlineData("> > a\n/done")]
    [InlineData(">/done")]
    [InlineData("`/done`")]
    [InlineData("`a\n/done\nb`")]
    [InlineData("``a\n/done\n``")]
    [InlineData("```\n/done\n```")]
    [InlineData("```\n/done")]
    [InlineData("~~~\r\n/done\r\n~~~")]
    [InlineData("    /done")]
    [InlineData("\t/done")]
    [InlineData("a\n\n    /done")]
    [InlineData("- a\n\n  /done")]
    [InlineData("- a\n/done")]
    [InlineData("- /done")]
    [InlineData("1. a\n   - b\n     /done")]
    [InlineData("* /done\n  * /done")]
    [InlineData("<!-- /done -->")]
    [InlineData("<!--\n/done\n-->")]
    [InlineData("a <!--\n/done\n--> b")]
    [InlineData("<!--\n\n/done\n\n")]
    [InlineData("<div>\n/done\n</div>")]
    [InlineData("<pre>\n\n/done\n\n</pre>")]
    [InlineData("<script>\n\n/done\n\n</script>")]
    [InlineData("# /done")]
    [InlineData("| a |\n| --- |\n| /done |")]
    [InlineData("**a\n/done\nb**")]
    [InlineData("[a\n/done](b)")]
    [InlineData("[a]:\n/done")]
    [InlineData("[a]: b\n'c\n/done'")]
    [InlineData("![a\n/done](b)")]
    [InlineData("a /done")]
    [InlineData(" /done")]
    [InlineData("\\/done")]
    [InlineData("&#47;done")]
    [InlineData("//done")]
    [InlineData("/")]
    [InlineData("/ done")]
    [InlineData("/1")]
    [InlineData("/done.")]
    [InlineData("/path/to/file")]
    [InlineData("/dоne")]
    [InlineData("")]
    [InlineData("\0")]
    public void Ignores_what_its_author_did_not_write_as_a_command(string body) => Read(body).Should().BeEmpty();

    [Fact]
    public void Says_whether_something_was_left_unread()
    {
        CommentText.ReadCommands("/done\n/start").HasMore.Should().BeFalse();
        CommentText.ReadCommands(string.Concat(Enumerable.Repeat("/done\n", 20))).HasMore.Should().BeFalse();
        CommentText.ReadCommands(string.Concat(Enumerable.Repeat("/done\n", 21))).HasMore.Should().BeTrue();
        CommentText.ReadCommands(string.Concat(Enumerable.Repeat("/done\n\n", 21))).HasMore.Should().BeTrue();
    }

    [Theory]
    [InlineData("/block {0}", false, "block|{0}")]
    [InlineData("/block high\n{0}\n/start", false, "block|high", "start")]
    [InlineData("/done `a\n{0}\n/start\nb`", true, "done|`a")]
    [InlineData("{0}\n**a\n/done\nb**", true)]
    [InlineData("/start *\n{0}\n\n/done", false, "start|*", "done")]
    [InlineData("{0} <b>\n/start\n\n/done", true, "done")]
    [InlineData("{0}\n<!--\n/done\n-->", false)]
    [InlineData("```\n{0}\n/done\n```", false)]
    [InlineData("{0}_\n/usr/bin\n/ x\n/1", false)]
    [InlineData("{0}\n/done\n---", false, "done")]
    public void A_long_paragraph_is_read_down_to_what_may_be_more_than_text(string form, bool hasMore, params string[] expected)
    {
        var text = string.Concat(Enumerable.Repeat("word\n", 1_000)) + "word";
        var body = form.Replace("{0}", text, StringComparison.Ordinal);

        Read(body).Should().Equal(expected.Select(command => command.Replace("{0}", "word", StringComparison.Ordinal)));
        CommentText.ReadCommands(body).HasMore.Should().Be(hasMore);
    }

    [Fact]
    public void A_reply_by_mail_counts_above_what_it_quotes() =>
        Read("/done\n\nOn Tue, 3 Mar 2026 at 09:12, Zev <zev@a.example> wrote:\n> /undo\n> /block x\n>\n> /start\n").Should().Equal("done");

    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public void What_is_nested_ten_thousand_deep_hides_only_itself(string piece) =>
        Read($"/start\n\n{string.Concat(Enumerable.Repeat(piece, 10_000))}a\n\n/done").Should().Equal("start", "done");

    [Fact]
    public void Reads_the_first_twenty_of_five_hundred() =>
        Read(string.Concat(Enumerable.Range(0, 500).Select(i => $"/done {i}\n"))).Should().Equal(Enumerable.Range(0, 20).Select(i => $"done|{i}"));

    [Theory]
    [InlineData("a")]
    [InlineData("a\n")]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("[a](")]
    [InlineData("*")]
    [InlineData("*a ")]
    [InlineData("*a_")]
    [InlineData("_")]
    [InlineData("`")]
    [InlineData("a`b``")]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<!--")]
    [InlineData("&")]
    [InlineData("\\")]
    [InlineData("/done\n")]
    [InlineData("> /done\n")]
    [InlineData("[a]: b\n")]
    [InlineData("- a\n")]
    [InlineData("|a")]
    [InlineData("a|\n-|\n")]
    [InlineData("\t")]
    [InlineData("#")]
    [InlineData("~~~\n")]
    [InlineData("<div>\n")]
    [InlineData("a\n\n")]
    [InlineData(">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> a\n")]
    [InlineData("- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a\n")]
    public void Sixty_thousand_characters_are_answered_at_once(string piece)
    {
        var pieces = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        foreach (var body in new[] { pieces + "\n\n/done", pieces + "\n/done", "/done\n" + pieces, string.Concat(pieces.Chunk(1_900).Select(part => $"\n\n/done {new string(part)}")) })
            Read(body).Should().HaveCountLessThanOrEqualTo(20);

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5), "most of it is never looked at");
    }

    [Fact]
    public void Any_text_can_be_read()
    {
        string[] pieces = ["/done", "/block x", "\n", "\r\n", "\r", "> ", "- ", "    ", "`", "```", "<!--", "-->", "<div>", "*", "[", "](", ")", "|", "---", "\\", "\0", "\u2028", "\ud83d", " ", "#", "&#47;", "\t", "\u0085"];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(), body =>
        {
            var lines = body.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
            foreach (var command in CommentText.ReadCommands(body).Lines)
                lines.Should().Contain(line => line.StartsWith("/" + command.Name, StringComparison.OrdinalIgnoreCase), "a command stands at the start of a line");
        }));
    }

    private static IEnumerable<string> Read(string body) =>
        CommentText.ReadCommands(body).Lines.Select(command => command.Argument.Length == 0 ? command.Name : $"{command.Name}|{command.Argument}");
}
