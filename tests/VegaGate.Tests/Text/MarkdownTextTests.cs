using FsCheck;
using FsCheck.Fluent;
using VegaGate.Text;

namespace VegaGate.Tests.Text;

public sealed class MarkdownTextTests
{
    private static readonly string[] Fragments =
    [
        "@zev", "@", "＠zev", "#1", "#", "1", "＃2", "a/b#3", "GH-4", "gh-", "a/b@c0ffee1", "deadbeef", "0123456789abcdef", "https://a.example/x", "www.a.example", "zev@a.example", "mailto:a",
        "&#64;zev", "&commat;zev", "&#x23;1", "&amp;", "&", ";", "<b>", "</td>", "<!--", "-->", "<script>", "<https://a.example>", "<", ">", "**", "*", "_", "__a__", "~~", "~", "`", "``", "```", "`a`", "`@zev`",
        "|", "\\", "\\|", "\\`", "[x](https://a.example)", "[", "]", "(", ")", "![i](j)", "[^1]", "[ ] ", "$x$", "$$", "$`", "# ", "## a", "- ", "+ ", "* ", "1. ", "1) ", "> ", "---", "===", ":---", "-|-", "    ",
        "\t", " ", "\n", "\r\n", "\r", "\n\n", "\0", "\u0085", "\u2028", "\u2029", "\u00a0", "\u200b", "\u202e", "é", "🔑", "\ud83d", "word", ".", ":", "!", "=", "^",
    ];

    public static TheoryData<string> Hostile { get; } =
    [
        "@zev", "thanks @zev!", "(@org/team)", "a@b", "zev@a.example", "#1", "a/b#1", "(#1)", "GH-1", "gh-12", "a/b@0123456", "see 0123456789abcdef0123456789abcdef01234567", "deadbeef",
        "https://a.example", "HTTP://A.EXAMPLE", "ftp://a.example", "www.a.example", "WWW.a.example", "mailto:zev", "xmpp:zev", "Fixes #1", "closes GH-2",
        "&#64;zev", "&commat;zev", "&#35;1", "&lt;b&gt;", "<b>x</b>", "<!-- x -->", "<script>alert(1)</script>", "<img src=x>", "</details>", "<https://a.example>", "<zev@a.example>",
        "**bold**", "*em*", "_em_", "__bold__", "~~gone~~", "~gone~", "***", "[x](y)", "[x][y]", "[x]: y", "![x](y)", "[^1]", "$x$", "$$x$$", "$`x`$", "\\(x\\)", "\\<b>", "\\*a*", "a\\",
        "# heading", "#", "## heading", "- list", "-", "+ list", "* list", "1. list", "12) list", "> quote", "---", "* * *", "___", "===", "- [ ] task", "[ ] task", "| a | b |", "a|b", "--- | ---", ":-: | :-:",
        "~~~", "```", "```text", "`open", "``open`", "`@zev` and @zev", "`#1`#1", "a`@zev`b", "`` ` ``", "`a``b`", "`a|b`", "`a\\|b`", "`a\\\\|b`", "`a\\\\\\|b`", "`<b>`", "`\\`@zev`", "` `", "@`x`", "#`1`", "`x`@zev", "`x`1",
        "> [!NOTE]", ":a: b", "a: b\n: c", "\u202ea", "a\0b",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Inline_text_stays_text_whatever_it_is(string text)
    {
        var shown = new RenderedMarkdown(MarkdownText.Inline(text));

        shown.IsActive.Should().BeFalse(shown.Html);
        shown.Tags.Should().BeSubsetOf(["p", "code"], shown.Html);
    }

    [Fact]
    public void Any_text_stays_text() => ForTexts(text =>
    {
        var shown = new RenderedMarkdown(MarkdownText.Inline(text));
        shown.IsActive.Should().BeFalse(shown.Html);
        shown.Tags.Should().BeSubsetOf(["p", "code"], shown.Html);
    });

    [Fact]
    public void Text_without_backticks_is_read_as_it_is() => ForTexts(text =>
    {
        var plain = text.Replace("`", "", StringComparison.Ordinal);
        new RenderedMarkdown(MarkdownText.Inline(plain)).Text.Should().Be(OneLine(plain));
    });

    [Theory]
    [InlineData("a `b` c", "<p>a <code>b</code> c</p>")]
    [InlineData("`@zev` #1", "<p><code>@zev</code> <code>#1</code></p>")]
    [InlineData("``a`b``", "<p><code>a`b</code></p>")]
    [InlineData("`GET /health`", "<p><code>GET /health</code></p>")]
    [InlineData("`a\\b`", "<p><code>a\\b</code></p>")]
    [InlineData("`&amp;`", "<p><code>&amp;amp;</code></p>")]
    [InlineData("`a``b`", "<p><code>a``b</code></p>")]
    [InlineData("`a", "<p>`a</p>")]
    [InlineData("`` `", "<p>`` `</p>")]
    [InlineData("``", "<p>``</p>")]
    [InlineData("` `", "<p>``</p>")]
    public void Code_spans_of_the_text_are_kept_as_code(string text, string expected) => new RenderedMarkdown(MarkdownText.Inline(text)).Html.TrimEnd().Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("Confirm production scope for first release: AI answers.", "Confirm production scope for first release: AI answers.")]
    [InlineData("Kilo (development)", "Kilo (development)")]
    [InlineData("Ring 5.0, 90%, 10:30", "Ring 5.0, 90%, 10:30")]
    public void Plain_text_stays_plain(string text, string expected = "") => MarkdownText.Inline(text).Should().Be(expected);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_cell_stays_one_cell(string text) => ShouldBeOneCell(text);

    [Fact]
    public void Any_text_in_a_cell_stays_one_cell() => ForTexts(ShouldBeOneCell);

    [Fact]
    public void A_pipe_in_a_cell_is_escaped_in_code_too() => MarkdownText.Cell("`a|b` c|d").Should().Be("`a\\|b` c\\|d");

    [Fact]
    public void Paragraphs_keep_their_lines_and_make_nothing_else() => ForTexts(text =>
    {
        var shown = new RenderedMarkdown(MarkdownText.Paragraphs(text));
        shown.IsActive.Should().BeFalse(shown.Html);
        shown.Tags.Should().BeSubsetOf(["p", "br", "code"], shown.Html);
    });

    [Fact]
    public void Paragraphs_break_where_the_text_does() =>
        new RenderedMarkdown(MarkdownText.Paragraphs("# a\r\n- b\n\n\n> c")).Html.ReplaceLineEndings("").Should().Be("<p># a<br />- b</p><p>&gt; c</p>");

    [Fact]
    public void Fenced_text_is_read_as_it_is() => ForTexts(text =>
    {
        var shown = new RenderedMarkdown("before\n\n" + MarkdownText.Fenced(text) + "\n\nafter");
        shown.Tags.Should().BeSubsetOf(["p", "pre", "code"], shown.Html);
        shown.Html.Should().StartWith("<p>before</p>").And.EndWith("<p>after</p>\n");
        shown.IsActive.Should().BeFalse(shown.Html);
    });

    [Fact]
    public void Fenced_text_keeps_its_indentation() =>
        MarkdownText.Fenced("a:\n  - b\n\tc\r\n````").Should().Be("`````text\na:\n  - b\n\tc\n````\n`````");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_link_shows_text_and_leads_where_it_is_told(string text)
    {
        var shown = new RenderedMarkdown(MarkdownText.Link(text, "https://github.com/a/b/issues/1"));
        shown.IsActive.Should().BeFalse(shown.Html);
        shown.Tags.Should().BeSubsetOf(["p", "a", "code"], shown.Html);
        shown.Html.Should().StartWith("<p><a href=\"https://github.com/a/b/issues/1\">");
    }

    [Theory]
    [InlineData("https://a.example/x y>z<w\\")]
    [InlineData("https://a.example/(a)(")]
    [InlineData("https://a.example/\n\n<b>")]
    [InlineData("https://a.example/|")]
    public void An_address_cannot_end_its_link(string url)
    {
        var shown = new RenderedMarkdown(Table(MarkdownText.Link("a", url)));
        shown.Html.Should().NotContain("<b>");
        shown.Tags.Should().BeEquivalentTo("a", "table", "tbody", "td", "th", "thead", "tr");
    }

    [Fact]
    public void A_link_to_nowhere_is_text() => MarkdownText.Link("a*", "").Should().Be("a\\*");

    [Fact]
    public void Code_shows_exactly_the_text() => ForTexts(text =>
    {
        var shown = new RenderedMarkdown("a " + MarkdownText.Code(text) + " b");
        shown.IsActive.Should().BeFalse(shown.Html);
        shown.Tags.Should().BeSubsetOf(["p", "code"], shown.Html);
        shown.OutsideCode.Should().Match("\u0001a *").And.Match("* b\u0001\n");
    });

    [Theory]
    [InlineData("checklists/a.yaml", "`checklists/a.yaml`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`", "`` ` ``")]
    [InlineData("a\n\n# b", "`a  # b`")]
    [InlineData("", "")]
    [InlineData(" \n", "")]
    public void Code_is_one_span_of_one_line(string text, string expected) => MarkdownText.Code(text).Should().Be(expected);

    private static void ShouldBeOneCell(string text)
    {
        var shown = new RenderedMarkdown(Table(MarkdownText.Cell(text)));
        shown.IsActive.Should().BeFalse(shown.Html);
        shown.Tags.Should().BeSubsetOf(["table", "thead", "tbody", "tr", "th", "td", "code"], shown.Html);
        shown.Html.Split("<td>").Should().HaveCount(4, shown.Html);
        shown.Html.Should().Contain("<td>name</td>").And.Contain("<td>last</td>");
    }

    private static string Table(string cell) => $"| a | b | c |\n| --- | --- | --- |\n| name | {cell} | last |\n";

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    private static void ForTexts(Action<string> check) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Elements(Fragments).ListOf().Select(string.Concat).ToArbitrary(), check));
}
