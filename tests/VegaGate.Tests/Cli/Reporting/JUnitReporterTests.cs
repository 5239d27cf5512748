using System.Xml.Linq;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Tests.Cli.Reporting;

public sealed class JUnitReporterTests
{
    [Fact]
    public void A_file_without_findings_is_one_case_that_passes()
    {
        var suites = XDocument.Parse(Findings.Report(new JUnitReporter(), [], ["b.yaml", "a.yaml"])).Root!;

        suites.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value).Should().Equal("a.yaml", "b.yaml");
        suites.Descendants("testcase").Should().HaveCount(2).And.OnlyContain(test => !test.HasElements);
        suites.Attribute("tests")!.Value.Should().Be("2");
        suites.Attribute("failures")!.Value.Should().Be("0");
    }

    [Fact]
    public void An_error_fails_and_a_warning_passes_with_its_text()
    {
        var error = Findings.At("a: 1\nid: [|x|]\n");
        var warning = error with { Severity = DiagnosticSeverity.Warning, Message = "Not nice." };
        var suite = XDocument.Parse(Findings.Report(new JUnitReporter(), error, warning)).Root!.Element("testsuite")!;
        var cases = suite.Elements("testcase").ToArray();

        suite.Attribute("tests")!.Value.Should().Be("2");
        suite.Attribute("failures")!.Value.Should().Be("1");
        cases[0].Attribute("name")!.Value.Should().Be("VG1007 duplicate-item-id (2:5)");
        cases[0].Attribute("line")!.Value.Should().Be("2");
        cases[0].Element("failure")!.Attribute("message")!.Value.Should().Be("It is taken.");
        cases[0].Element("failure")!.Value.Should().Be("checklists/a.yaml:2:5: error VG1007: It is taken.\n  2 | id: x\n    |     ^\n");
        cases[1].Element("failure").Should().BeNull();
        cases[1].Element("system-out")!.Value.Should().Contain("warning VG1007: Not nice.");
    }

    [Fact]
    public void Related_places_and_fixes_stand_in_the_text()
    {
        var finding = Findings.At("a: [|b|]\n");
        var failure = XDocument.Parse(Findings.Report(new JUnitReporter(), finding with
        {
            Related = [new RelatedPlace(finding.Source, new TextSpan(0, 1), "It is taken here.")],
            Fix = new CodeFix("Rename it", FixApplicability.Safe, [new TextEdit(finding.Span, "c")]),
        })).Descendants("failure").Single();

        failure.Value.Should().EndWith("  checklists/a.yaml:1:1: It is taken here.\n  fix: Rename it (--fix)\n");
    }

    [Fact]
    public void Text_that_XML_cannot_hold_is_replaced_and_the_rest_is_text()
    {
        var text = Findings.Report(new JUnitReporter(), Findings.At($"# {Findings.Hostile}\n[|a|]: {Findings.Hostile}\n", Findings.Hostile + Findings.Broken, path: "<\uFFFE\uD83D&\".yaml"));
        var failure = XDocument.Parse(text).Descendants("failure").Single();

        text.Should().StartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites ").And.NotContain("##[").And.NotContain("\u001b").And.NotContain("\u202E").And.EndWith(">\n");
        failure.Attribute("message")!.Value.Should().Contain("<b>&amp;\"']]>").And.Contain("\uD83D\uDE00\uFFFD").And.EndWith("a\uFFFDb\uFFFDc");
        failure.Value.Split('\n').Should().HaveCount(4, "a head, a line, a caret, and the end");
        failure.Ancestors("testsuite").Single().Attribute("name")!.Value.Should().Be("<\uFFFD\uFFFD&\".yaml");
    }
}
