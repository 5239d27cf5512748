namespace VegaGate.EndToEnd.Http;

/// <summary>What is said to be text only is worth as much as the eyes that looked.</summary>
public sealed class RenderedMarkdownTests
{
    private static readonly Uri Ours = new("http://127.0.0.1:1/acme/widgets/issues/");

    [Theory]
    [InlineData("hello @zev")]
    [InlineData("\\@zev")]
    [InlineData("&#64;zev")]
    [InlineData("see #1")]
    [InlineData("see &#35;1")]
    [InlineData("gh-1")]
    [InlineData("acme/widgets#1")]
    [InlineData("in 0123abc")]
    [InlineData("https://example.com")]
    [InlineData("www.example.com")]
    [InlineData("[x](https://example.com)")]
    [InlineData("<img src=x>")]
    [InlineData("<script>")]
    [InlineData("*x*")]
    [InlineData("> x")]
    [InlineData("# x\n\n- [ ] y")]
    [InlineData("`code` @zev")]
    [InlineData("`cut @zev")]
    public void What_GitHub_would_act_on_is_seen(string markdown) => RenderedMarkdown.Surprises(markdown, Ours).Should().NotBeEmpty();

    [Theory]
    [InlineData("`@zev` and `#1`")]
    [InlineData("plain, a \\*b\\* &lt;img&gt;")]
    [InlineData("| a | b |\n| --- | --- |\n| `@zev` | c |")]
    [InlineData("* [1\\.1 x](<http://127.0.0.1:1/acme/widgets/issues/1>)")]
    [InlineData("<!-- vegagate v=1 id=a/1 -->\n\ntext")]
    public void What_is_ours_is_passed_over(string markdown) => RenderedMarkdown.Surprises(markdown, Ours).Should().BeEmpty();
}
