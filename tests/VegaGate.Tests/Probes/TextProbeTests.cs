using System.Text;
using VegaGate.Conditions;
using VegaGate.Rules.PassConditions;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Probes;

public sealed class TextProbeTests
{
    /// <summary>In two parts, so that no file of the repository holds it.</summary>
    private const string Secret = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789";

    private readonly ProbeScene _scene = new();

    public TextProbeTests() => _scene.Files.Add("README.md", "# Title\n\nReleased as 1.2\n").Add("src/a.cs", "// TODO: later\n").Add("src/b.cs", "done").Add("logo.png", [0x89, 0, 0xFF, 0x54]);

    [Theory]
    [InlineData("present: Released", ProbeOutcome.Passed, "it stands in \"README.md\"")]
    [InlineData("present: released", ProbeOutcome.Failed, "\"released\" stands in none of 4 files")]
    [InlineData("in: src/, present: Released", ProbeOutcome.Failed, "\"Released\" stands in none of 2 files")]
    [InlineData("absent: FIXME", ProbeOutcome.Passed, "it stands in none of 4 files")]
    [InlineData("absent: TODO", ProbeOutcome.Failed, "\"TODO\" stands in \"src/a.cs\", line 1")]
    [InlineData("in: [README.md, src/b.cs], absent: TODO", ProbeOutcome.Passed, "it stands in none of 2 files")]
    [InlineData("in: [README.md, src/c.cs], absent: TODO", ProbeOutcome.Failed, "no tracked file is \"src/c.cs\"")]
    [InlineData("in: docs/, absent: TODO", ProbeOutcome.Failed, "no tracked file is \"docs/\"")]
    [InlineData("in: '../**', absent: TODO", ProbeOutcome.Failed, "no tracked file is \"../**\"")]
    [InlineData("present: { pattern: '^Released as [0-9.]+$' }", ProbeOutcome.Passed, "it stands in \"README.md\"")]
    [InlineData("absent: { pattern: 'TODO|FIXME' }", ProbeOutcome.Failed, "something that fits \"TODO|FIXME\" stands in \"src/a.cs\", line 1")]
    [InlineData("absent: { pattern: '(?i)fixme' }", ProbeOutcome.Passed, "it stands in none of 4 files")]
    [InlineData("absent: { pattern: 'a(?=b)' }", ProbeOutcome.Unanswered, "its pattern cannot be run: it uses what needs backtracking (a look-ahead, a look-behind, a backreference or an atomic group), or grows too large")]
    [InlineData("absent: { pattern: '(' }", ProbeOutcome.Unanswered, "its pattern cannot be run: it is no regular expression: an opening parenthesis is never closed, at its character 1")]
    [InlineData("present: Title, absent: Title", ProbeOutcome.Failed, "\"Title\" stands in \"README.md\", line 1")]
    [InlineData("secrets: absent", ProbeOutcome.Passed, "it stands in none of 4 files")]
    public async Task Files_are_searched(string parameters, ProbeOutcome outcome, string evidence) =>
        (await _scene.AskAsync($"text: {{ {parameters} }}")).Should().Be(new ProbeAnswer(outcome, evidence));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_secret_is_found_and_not_shown(string encoding)
    {
        var coding = Encoding.GetEncoding(encoding);
        _scene.Files.Add("config/.env", [.. coding.GetPreamble(), .. coding.GetBytes($"A=1\nTOKEN={Secret}\n")]);

        (await _scene.AskAsync("text: { secrets: absent }")).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, "a GitHub token seems to stand in \"config/.env\", line 2"));
    }

    [Fact]
    public async Task What_makes_a_file_no_text_hides_nothing()
    {
        _scene.Files.Add("blob.bin", [0, 0xC3, 0x28, .. Encoding.ASCII.GetBytes(" " + Secret), 0, 0xFF]);

        (await _scene.AskAsync("text: { secrets: absent }")).Outcome.Should().Be(ProbeOutcome.Failed);
        (await _scene.AskAsync($"text: {{ in: blob.bin, present: {Secret[..12]} }}")).Outcome.Should().Be(ProbeOutcome.Passed);
    }

    [Fact]
    public async Task What_is_too_large_to_be_searched_is_no_answer()
    {
        _scene.Files.PretendedSize = (10 * 1024 * 1024) + 1;
        (await _scene.AskAsync("text: { absent: a }")).Evidence.Should().Be("\"README.md\" is larger than 10 MiB; say with `in` which files are searched");

        _scene.Files.PretendedSize = 10 * 1024 * 1024;
        for (var i = 0; i < 30; i++)
            _scene.Files.Add($"file{i}", "");
        (await _scene.AskAsync("text: { absent: a }")).Evidence.Should().Be("the files are larger than 256 MiB together; say with `in` which are searched");
    }

    [Fact]
    public async Task An_expression_that_other_engines_never_end_takes_the_time_of_its_text()
    {
        _scene.Files.Add("evil.txt", new string('a', 200_000) + "!");

        (await _scene.AskAsync("text: { in: evil.txt, absent: { pattern: '^(a+)+$' } }")).Outcome.Should().Be(ProbeOutcome.Passed);
        (await _scene.AskAsync("text: { in: evil.txt, absent: { pattern: '(x+x+)+y' } }")).Outcome.Should().Be(ProbeOutcome.Passed);
    }

    [Theory]
    [InlineData("((a{99}){99}){99}")]
    [InlineData("(((((a{10}){10}){10}){10}){10})")]
    [InlineData("a{5000}b{5000}")]
    [InlineData("\\p{L}{9999}")]
    public void An_expression_that_grows_too_large_is_refused(string pattern) => SearchPattern.Parse(pattern).Problem.Should().Be("its repetitions are too many");

    [Theory]
    [InlineData("[0-9]{1,3}(\\.[0-9]{1,3}){3}")]
    [InlineData("^v[0-9]+\\.[0-9]+$")]
    [InlineData("[a-f0-9]{40}")]
    public void An_expression_of_everyday_can_be_run(string pattern) => SearchPattern.Parse(pattern).Problem.Should().BeNull();

    [Theory]
    [InlineData("present: { pattern: [|'a(?=b)'|] }", "The pattern cannot be run: it uses what needs backtracking (a look-ahead, a look-behind, a backreference or an atomic group), or grows too large.")]
    [InlineData("absent: { pattern: [|'(a)\\1'|] }", "The pattern cannot be run: it uses what needs backtracking (a look-ahead, a look-behind, a backreference or an atomic group), or grows too large.")]
    [InlineData("absent: { pattern: [|'[a'|] }", "The pattern cannot be run: it is no regular expression: an opening bracket is never closed, at its character 2.")]
    public void Reports_a_pattern_that_cannot_be_run(string sought, string message) =>
        new InvalidPattern().ShouldReport($"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ text: {{ {sought} }} }}] }}] }}]\n", message);

    [Theory]
    [InlineData("text: { present: { pattern: 'a+' } }")]
    [InlineData("text: { present: 'a(?=b)' }")]
    [InlineData("text: { present: { pattern: ~ } }")]
    [InlineData("text: x")]
    [InlineData("file: { path: 'a(?=b)' }")]
    public void Leaves_other_texts_alone(string probe) => new InvalidPattern().ShouldBeSilent($"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ {probe} }}] }}] }}]\n");
}
