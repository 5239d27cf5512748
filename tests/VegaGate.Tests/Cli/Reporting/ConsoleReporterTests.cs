using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;

namespace VegaGate.Tests.Cli.Reporting;

/// <summary>The lines that people read, and the problem matcher that reads them in a job's log.</summary>
public sealed class ConsoleReporterTests
{
    [Fact]
    public void Shows_the_line_and_a_caret_under_the_token() => Findings.Report(new ConsoleReporter(), Findings.At("a: 1\n  id: [|xyz|]\n")).Should().Be(
        "checklists/a.yaml:2:7: error VG1007: It is taken.\n  2 |   id: xyz\n    |       ^^^\n1 file checked: 1 error\n");

    [Theory]
    [InlineData("日本語: { [|状態|]: 1 }\n", "  1 | 日本語: { 状態: 1 }\n    |           ^^^^\n")]
    [InlineData("Cafe\u0301: [|x|]\n", "  1 | Cafe\u0301: x\n    |       ^\n")]
    [InlineData("🎯: [|x|]\n", "  1 | 🎯: x\n    |     ^\n")]
    [InlineData("a:\t日[|b|]\n", "  1 | a:\t日b\n    |   \t  ^\n")]
    public void The_caret_stands_under_the_token_behind_characters_of_any_width(string marked, string lines) =>
        Findings.Report(new ConsoleReporter(), Findings.At(marked)).Should().Contain(lines);

    [Fact]
    public void A_window_of_a_long_line_cuts_no_character_in_half() =>
        Findings.Report(new ConsoleReporter(), Findings.At(string.Concat(Enumerable.Repeat("🎯", 201)) + " [|x|] " + string.Concat(Enumerable.Repeat("🎯", 301)) + "\n"))
            .EnumerateRunes().Should().NotContain(Rune.ReplacementChar);

    [Fact]
    public void Invisible_characters_beyond_the_first_plane_are_shown() =>
        Findings.Report(new ConsoleReporter(), Findings.At("a: \U000E0041[|x|]\n")).Should().Contain("  1 | a: ??x\n");

    [Fact]
    public void No_finding_shows_a_secret_in_the_line_of_its_token()
    {
        var secret = "ghp" + "_" + new string('a', 18) + new string('B', 18);

        var text = Findings.Report(new ConsoleReporter(), Findings.At($"- {{ id: \"2\", title: \"x {secret}\", status: [|In progress|] }}\n"));

        text.Should().NotContain(secret).And.Contain(new string('*', secret.Length)).And.Contain("^^^^^^^^^^^");
    }

    [Theory]
    [InlineData("checklists/a.yaml", DiagnosticSeverity.Error)]
    [InlineData("check lists/my list.yaml", DiagnosticSeverity.Warning)]
    [InlineData("/tmp/a: b.yaml", DiagnosticSeverity.Notice)]
    public void The_problem_matcher_finds_every_part_of_a_line(string path, DiagnosticSeverity severity)
    {
        var text = Findings.Report(new ConsoleReporter(), Findings.At("a: 1\n  id: [|xyz|]\n", "Not: b.yaml:1:2: error VG0001: this.", path) with { Severity = severity });

        var match = Matches(text).Should().ContainSingle().Which;

        Part(match, "file").Should().Be(path);
        Part(match, "line").Should().Be("2");
        Part(match, "column").Should().Be("7");
        Part(match, "severity").Should().Be(ConsoleReporter.Word(severity));
        Part(match, "code").Should().Be("VG1007");
        Part(match, "message").Should().Be("Not: b.yaml:1:2: error VG0001: this.");
    }

    [Fact]
    public void The_problem_matcher_takes_neither_source_lines_nor_related_places_for_findings()
    {
        var finding = Findings.At("x.yaml:1:1: error VG0001: [|a|]\n", Findings.Hostile.Replace("\n", "", StringComparison.Ordinal));
        var text = Findings.Report(new ConsoleReporter(), finding with { Related = [new RelatedPlace(finding.Source, default, "error VG0001: x.")] });

        Matches(text).Should().ContainSingle();
    }

    private static JsonElement Pattern { get; } = JsonDocument.Parse(Repository.ReadText(".github/vegagate-problem-matcher.json")).RootElement.GetProperty("problemMatcher")[0].GetProperty("pattern")[0];

    /// <summary>With the options of the runner, which are what JavaScript has too.</summary>
    private static Match[] Matches(string text) =>
        [.. text.Split('\n').Select(line => Regex.Match(line, Pattern.GetProperty("regexp").GetString()!, RegexOptions.ECMAScript)).Where(match => match.Success)];

    private static string Part(Match match, string name) => match.Groups[Pattern.GetProperty(name).GetInt32()].Value;
}
