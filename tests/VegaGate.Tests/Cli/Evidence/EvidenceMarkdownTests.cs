using VegaGate.Tests.Text;

namespace VegaGate.Tests.Cli.Evidence;

public sealed class EvidenceMarkdownTests
{
    [Fact]
    public void The_page_says_who_signed_what_and_when_and_no_text_of_theirs_becomes_an_element()
    {
        using var folder = EvidenceFolder.Held();

        var page = folder.Read(EvidenceFolder.Page);

        page.Should().StartWith("# Evidence: hold (blocked)\n").And.MatchRegex(@"\| 1\\\.1 Build it \| zev \| 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ \| signed off: see `a\\\|b` and ##\\\[error\\\] &lt;script&gt; \| yes \|")
            .And.Contain("| waived until 2099-12-31: later | yes |").And.Contain("| Artifact Report of launch/build | there | report.md exists |");
        var rendered = new RenderedMarkdown(page);
        rendered.Html.Should().NotContain("<script>").And.NotContain("<b>").And.Contain("VEGA");
    }

    [Fact]
    public void Both_files_are_named()
    {
        using var folder = EvidenceFolder.Held();

        folder.Error.Should().Be("evidence: evidence/gate.json, evidence/gate.md\n");
        folder.Read().Should().MatchRegex(@"\A[\n\x20-\x7e]+\z", "it is all ASCII").And.NotContain("##[");
    }
}
