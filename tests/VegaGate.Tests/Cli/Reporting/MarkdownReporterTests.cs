using System.Collections.Immutable;
using System.Text;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Tests.Cli.Reporting;

public sealed class MarkdownReporterTests
{
    [Fact]
    public void Without_findings_it_says_so() =>
        Findings.Report(new MarkdownReporter(), [], ["a.yaml"]).Should().Be("# Checklists: 1 file checked: no findings\n\n");

    [Fact]
    public void A_finding_is_a_row() =>
        Findings.Report(new MarkdownReporter(), Findings.At("a\nid: [|x|]\n")).Should().Be(
            "# Checklists: 1 file checked: 1 error\n\n| Where | | Rule | Finding |\n| --- | --- | --- | --- |\n| checklists/a.yaml:2:5 | error | VG1007 | It is taken. |\n");

    [Fact]
    public void Hostile_text_stays_in_its_cell()
    {
        var row = Findings.Report(new MarkdownReporter(), Findings.At("[|a|]", $"x\n| y {Findings.Hostile}", path: "a|b\n.yaml")).Split('\n')[4];

        row.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|').Should().Be(5);
        row.Should().NotContain("<b>").And.NotContain("##[").And.NotContain("\u202E").And.Contain("`[x](http://x.example)`", "nothing in a code span is a link");
    }

    [Theory]
    [InlineData(3_000, 10)]
    [InlineData(1_000, 30_000)]
    public void It_stays_below_what_GitHub_takes_and_says_how_many_are_left_out(int count, int length)
    {
        var source = SourceText.FromString("a.yaml", "a\n");
        var message = new string('\u4E2D', length);
        var text = Findings.Report(new MarkdownReporter(), Enumerable.Range(0, count).Select(_ => new Diagnostic(Findings.Duplicate, source, default, message)).ToImmutableArray());
        var rows = text.Split('\n').Count(line => line.StartsWith("| a.yaml", StringComparison.Ordinal));

        Encoding.UTF8.GetByteCount(text).Should().BeLessThan(1024 * 1024);
        text.Should().EndWith($"\n{count - rows} more findings.\n");
    }
}
