using System.Collections.Immutable;
using System.Text.Json;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Text;

namespace VegaGate.Tests.Cli.Reporting;

public sealed class SarifReporterTests
{
    [Fact]
    public void Knows_every_rule_with_its_severity_and_help()
    {
        var rules = Run().GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToArray();

        rules.Select(rule => rule.GetProperty("id").GetString()).Should().Equal(DescriptorCatalog.All.Select(descriptor => descriptor.Id));
        rules.Should().OnlyContain(rule => rule.GetProperty("help").GetProperty("text").GetString()!.Length > 0 && rule.GetProperty("properties").GetProperty("tags").GetArrayLength() <= 20);
        rules.Single(rule => rule.GetProperty("id").GetString() == "VG1008").GetProperty("defaultConfiguration").GetProperty("level").GetString().Should().Be("warning");
    }

    [Fact]
    public void The_help_of_a_rule_is_its_whole_page()
    {
        foreach (var entry in RuleManual.Read())
        {
            var rule = Run().GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == entry.Descriptor.Id);
            var help = rule.GetProperty("help");

            help.GetProperty("markdown").GetString().Should().StartWith($"# {entry.Descriptor.Id} {entry.Descriptor.Name}\n").And.Contain(entry.Page.Why).And.Contain(entry.Page.Good).And.NotContain("docs/rules");
            help.GetProperty("text").GetString().Should().Contain("\nWhy\n").And.Contain("\nGood\n").And.NotContain("docs/rules");
        }
    }

    [Fact]
    public void Without_findings_the_results_are_an_empty_list()
    {
        var run = Run();

        run.GetProperty("results").GetArrayLength().Should().Be(0);
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").GetArrayLength().Should().Be(0);
        run.GetProperty("columnKind").GetString().Should().Be("utf16CodeUnits");
    }

    [Fact]
    public void A_finding_has_its_rule_its_level_and_its_region()
    {
        var run = Run(Findings.At("a\nid: \uD83D\uDE00 [|x\ny|]\n") with { Severity = DiagnosticSeverity.Notice });
        var result = run.GetProperty("results")[0];

        result.GetProperty("ruleId").GetString().Should().Be("VG1007");
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().Should().Be("VG1007");
        result.GetProperty("level").GetString().Should().Be("note");
        Region(result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region")).Should().Be((2, 8, 3, 2));
        result.GetProperty("relatedLocations").GetArrayLength().Should().Be(0);
        result.GetProperty("fixes").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public void A_file_without_text_has_a_place_too() =>
        Region(Run(Findings.At("[||]")).GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region")).Should().Be((1, 1, 1, 1));

    [Fact]
    public void Related_places_have_a_number_and_a_message()
    {
        var finding = Findings.At("a: [|b|]\n");
        var related = Run(finding with { Related = [new RelatedPlace(finding.Source, new TextSpan(0, 1), "Here."), new RelatedPlace(finding.Source, new TextSpan(3, 1), "And here.")] })
            .GetProperty("results")[0].GetProperty("relatedLocations");

        related.EnumerateArray().Select(place => (place.GetProperty("id").GetInt32(), place.GetProperty("message").GetProperty("text").GetString())).Should().Equal((1, "Here."), (2, "And here."));
        Region(related[1].GetProperty("physicalLocation").GetProperty("region")).Should().Be((1, 4, 1, 5));
    }

    [Fact]
    public void A_fix_says_what_is_replaced_and_whether_that_is_safe()
    {
        var finding = Findings.At("id: [|1.1|]\n");
        var fix = Run(finding with { Fix = new CodeFix("Quote", FixApplicability.Safe, [new TextEdit(new TextSpan(4, 0), "\""), new TextEdit(new TextSpan(7, 0), "\"##[x")]) })
            .GetProperty("results")[0].GetProperty("fixes")[0];
        var change = fix.GetProperty("artifactChanges")[0];

        fix.GetProperty("properties").GetProperty("applicability").GetString().Should().Be("safe");
        change.GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("checklists/a.yaml");
        change.GetProperty("replacements").EnumerateArray().Select(edit => (Region(edit.GetProperty("deletedRegion")), edit.GetProperty("insertedContent").GetProperty("text").GetString()))
            .Should().Equal(((1, 5, 1, 5), "\""), ((1, 8, 1, 8), "\"##[x"));
    }

    [Fact]
    public void A_fix_without_an_edit_is_left_out() =>
        Run(Findings.At("[|a|]") with { Fix = new CodeFix("Nothing", FixApplicability.Unsafe, []) }).GetProperty("results")[0].GetProperty("fixes").GetArrayLength().Should().Be(0);

    [Theory]
    [InlineData("checklists/a b#1?%41.yaml", "checklists/a%20b%231%3F%2541.yaml")]
    [InlineData("\u00E4/\uD83D\uDE00:x.yaml", "%C3%A4/%F0%9F%98%80%3Ax.yaml")]
    [InlineData("./::error::x.yaml", "%3A%3Aerror%3A%3Ax.yaml")]
    public void A_path_is_a_relative_URI(string path, string uri)
    {
        var location = Run(Findings.At("[|a|]", path: path)).GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

        location.GetProperty("uri").GetString().Should().Be(uri);
        location.GetProperty("uriBaseId").GetString().Should().Be("%SRCROOT%");
    }

    [Fact]
    public void A_path_that_is_no_text_is_a_URI_too() => Findings.Report(new SarifReporter(), Findings.At("[|a|]", path: "\uD83D.yaml")).Should().Contain("\"%EF%BF%BD.yaml\"");

    [Theory]
    [InlineData("/tmp/a b.yaml", "file:///tmp/a%20b.yaml")]
    [InlineData("C:/a.yaml", "file:///C%3A/a.yaml")]
    public void A_path_outside_is_an_absolute_URI(string path, string uri)
    {
        var location = Run(Findings.At("[|a|]", path: path)).GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

        location.GetProperty("uri").GetString().Should().Be(uri);
        location.TryGetProperty("uriBaseId", out _).Should().BeFalse();
    }

    [Fact]
    public void Text_from_a_file_makes_no_link_no_placeholder_and_no_command()
    {
        var finding = Findings.At("[|a|]", Findings.Hostile + Findings.Broken);
        var text = Findings.Report(new SarifReporter(), finding with { Related = [new RelatedPlace(finding.Source, default, Findings.Hostile)] });
        var message = Parse(text).GetProperty("results")[0].GetProperty("message").GetProperty("text").GetString();

        text.Should().NotContain("##[").And.NotContain("\u001b").And.NotContain("\u202E").And.NotContain("\u0000");
        message.Should().Contain("[x] (http://x.example)").And.Contain("{ 0}").And.Contain("<b>&amp;").And.EndWith("a\uFFFDb\uFFFDc");
    }

    [Fact]
    public void A_fingerprint_stays_when_lines_move_and_differs_between_equal_lines()
    {
        var before = Fingerprints("  - id: [|a|]\n", "  - id: [|a|]\n");
        var moved = Fingerprints("new\n\n      -   id: [|a|]\r\n");

        before.Should().OnlyHaveUniqueItems();
        moved.Should().Equal(before[0]);
        Fingerprints("  - id: [|b|]\n").Should().NotContain(before);
        Run(Findings.At("  - id: [|a|]\n", descriptor: DescriptorCatalog.All[0])).GetProperty("results")[0].GetProperty("partialFingerprints").GetRawText().Should().NotContain(before[0]);
    }

    [Fact]
    public void More_than_code_scanning_takes_are_left_out_from_the_least_severe_on_and_it_says_so()
    {
        var source = SourceText.FromString("a.yaml", "a\n");
        var findings = Enumerable.Range(0, 25_003)
            .Select(i => new Diagnostic(Findings.Duplicate, source, new TextSpan(0, 1), $"m{i}") { Severity = i == 25_002 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning }).ToImmutableArray();
        var run = Run(findings);
        var results = run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("message").GetProperty("text").GetString()).ToArray();

        results.Should().HaveCount(25_000);
        results[0].Should().Be("m0");
        results[^2..].Should().Equal("m24998", "m25002");
        Notification(run).Should().StartWith("3 of 25003 findings are left out");
        Notification(Run(findings[..5_001])).Should().StartWith("There are 5001 findings");
    }

    private static string? Notification(JsonElement run) => run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString();

    /// <summary>Of findings that stand, one after the other, in one file.</summary>
    private static string[] Fingerprints(params string[] marked)
    {
        var parts = marked.Select(text => Findings.At(text)).ToArray();
        var source = SourceText.FromString("checklists/a.yaml", string.Concat(parts.Select(part => part.Source.Text)));
        var at = 0;
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var part in parts)
        {
            findings.Add(part with { Source = source, Span = new TextSpan(at + part.Span.Start, part.Span.Length) });
            at += part.Source.Text.Length;
        }

        return [.. Run(findings.ToImmutable()).GetProperty("results").EnumerateArray().Select(result => result.GetProperty("partialFingerprints").GetProperty("vegagateLine/v1").GetString()!)];
    }

    private static (int StartLine, int StartColumn, int EndLine, int EndColumn) Region(JsonElement region) => (
        region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32());

    private static JsonElement Run(params ImmutableArray<Diagnostic> diagnostics) => Parse(Findings.Report(new SarifReporter(), diagnostics));

    private static JsonElement Parse(string log)
    {
        log.Should().EndWith("}\n").And.NotContain(": null");
        using var document = JsonDocument.Parse(log);
        document.RootElement.GetProperty("version").GetString().Should().Be("2.1.0");
        return document.RootElement.GetProperty("runs")[0].Clone();
    }
}
