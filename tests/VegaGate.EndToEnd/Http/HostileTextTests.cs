using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>The Big List of Naughty Strings, and what GitHub and its runner obey, in every place of a list that takes text.</summary>
public sealed class HostileTextTests : HttpTests
{
    private static readonly string[] Commands =
    [
        "::error::made by a title", "  ::set-output name=decision::pass", "##[error]made by a title", "x ##[set-output name=decision;]pass", "::stop-commands::here", "::add-mask::decision",
        "%0A::error::x", "@zev please", "see #1, GH-1, acme/widgets#1 and 0123456789abcdef0123456789abcdef01234567", "closes #1", "https://example.com/a www.example.com", "<img src=x onerror=alert(1)>",
        "<!-- vegagate v=1 id=other/1.1 -->", "<!-- vegagate:end -->", "a | b | c", "`@zev` and ``#1`` and ` @zev", "- [ ] task", "![x](https://example.com/x.png)", "[x](javascript:alert(1))", "&#64;zev &commat;zev",
        "> quote", "```", "~~~", "# heading", "1. one", "***bold***", "</details><script>alert(1)</script>", "$(touch pwned) `touch pwned` ${{ github.token }}", "\\@zev \\#1", "@zev's", "a@zev.example", "<https://example.com>", "_@zev_ *#1*",
    ];

    private Uri Ours => new(GitHub.Address, "/acme/widgets/issues/");

    [Fact]
    public async Task Naughty_strings_stay_text_in_the_log_the_summary_and_every_issue()
    {
        var strings = await NaughtyAsync();
        var accepted = strings.Where(text => !IsRefused(text)).ToImmutableArray();
        accepted.Length.Should().BeGreaterThan(450);
        using var repository = await TestRepository.CreateAsync(GitHub, Sections(accepted), "checklists/hostile @zev #1 ::error::x.yaml");
        repository.Write(".vegagate.yaml", "budget: { per-run: 5000, per-hour: 5000, reserve: 1 }\n");
        await repository.Write("checklists/b `@zev` <img src=x>.yaml", Phases(accepted)).CommitAsync();

        var validate = (await Events.Push(OneStep.Write(repository, "validate")).RunAsync(repository, GitHub)).Ends("success");
        // Each text is a label, too, and all of them are more than a token may ask for in an hour.
        List<WorkflowReport> applies = [];
        do
        {
            applies.Add((await Events.Push(OneStep.Write(repository, "apply")).RunAsync(repository, GitHub)).Ends("success"));
            (await GitHub.ViolationsAsync()).Should().BeEmpty();
            await GitHub.ResetAsync();
        }
        while (applies[^1].Step().Outputs["remaining"] is not ("" or "0") && applies.Count < 5);
        var plan = (await Events.Push(OneStep.Write(repository, "plan")).RunAsync(repository, GitHub)).Ends("success");
        var gate = (await Events.Push(OneStep.Write(repository, "gate")).RunAsync(repository, GitHub)).Ends("failure");

        foreach (var report in (WorkflowReport[])[validate, .. applies, plan, gate])
        {
            report.Commands.Should().BeEmpty();
            // A string is title and pass condition at once, and several differ in case only, which rules note.
            report.Annotations.Where(annotation => !annotation.Message.StartsWith("Process completed", StringComparison.Ordinal) && !annotation.Message.StartsWith("A limit is reached: ", StringComparison.Ordinal) && annotation.Title is not ("VG2006 look-alike-names" or "VG5004 pass-repeats-title" or "VG6006 duplicate-artifact")).Should().BeEmpty();
            report.Jobs[OneStep.Job].Outputs.Should().BeEmpty();
            foreach (var summary in report.Summaries)
                RenderedMarkdown.Surprises(summary.Text, Ours).Should().BeEmpty();
        }

        gate.SummaryOf(OneStep.Job, OneStep.Name).Should().StartWith("# Hold: ");
        gate.Step().Outputs.Should().Contain("decision", "hold");
        JsonDocument.Parse(gate.Step().Outputs["result"]).RootElement.GetProperty("open-items").GetInt32().Should().BeGreaterThan(accepted.Length);
        await IssuesAreTextAsync(accepted);
        await AnswersAreTextAsync(repository);
    }

    [Fact]
    public async Task Strings_with_controls_are_refused_with_annotations_only()
    {
        string[] controls = [.. (await NaughtyAsync()).Where(IsRefused), "\u0000", "\u001b[31m::error::x", "a\u0085b", "a\u2028::error::x", "a\r::error::x", "a\u202eb", "\u0007"];
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        var text = new StringBuilder("checklist: controls\ntitle: Controls\npeople:\n  zev: { name: Zev, github: zev }\nsections:\n  - id: all\n    title: All\n    items:\n");
        foreach (var (number, control) in controls.Index())
            text.Append(CultureInfo.InvariantCulture, $"      - {{ id: \"i{number}\", owners: [zev], title: \"x{control.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\", pass: y }}\n");
        await repository.Write("checklists/controls.yaml", text.ToString()).CommitAsync();

        var report = (await Events.Push(OneStep.Write(repository, "validate")).RunAsync(repository, GitHub)).Ends("failure");

        report.Commands.Should().BeEmpty();
        report.Annotations.Where(annotation => annotation.File is not null).Should().NotBeEmpty().And.OnlyContain(annotation => annotation.File == "checklists/controls.yaml" && annotation.Level == "error" && annotation.Line > 8);
        report.Annotations.Where(annotation => annotation.File is null).Should().OnlyContain(annotation => annotation.Message == "Process completed with exit code 1.");
        foreach (var summary in report.Summaries)
            RenderedMarkdown.Surprises(summary.Text, Ours).Should().BeEmpty();
    }

    [Fact]
    public async Task A_text_that_is_cut_to_its_limit_is_not_cut_open()
    {
        // Each word becomes a code span, and wherever the text is cut is inside one or beside it.
        var items = Enumerable.Range(0, 4).Select(shift => $"      - {{ id: \"1.{shift}\", owners: [zev], title: \"{new string('x', shift)} {Repeat("@zev #1 ", 60)}\", pass: \"{new string('x', shift)} {Repeat("@zev <b> #1 ", 5_300)}\" }}\n");
        using var repository = await TestRepository.CreateAsync(GitHub, $"checklist: long\ntitle: Long\npeople:\n  zev: {{ name: Zev, github: zev }}\nsections:\n  - id: all\n    title: All\n    items:\n{string.Concat(items)}");

        (await Events.Push(OneStep.Write(repository, "apply")).RunAsync(repository, GitHub)).Ends("success");

        foreach (var issue in await GitHub.ItemsAsync())
        {
            issue.Title.Should().HaveLength(256);
            RenderedMarkdown.Surprises(issue.Body, Ours).Should().BeEmpty();
            issue.Body.Contains("comment `/done`", StringComparison.Ordinal).Should().BeTrue("who reads the issue must still learn what to do");
            issue.Body.EndsWith("<!-- vegagate:end -->\n", StringComparison.Ordinal).Should().BeTrue();
        }
    }

    private async Task IssuesAreTextAsync(ImmutableArray<string> strings)
    {
        var issues = await GitHub.IssuesAsync();
        issues.Should().HaveCountGreaterThan(strings.Length).And.OnlyContain(issue => issue.Title.Length <= 256 && issue.IsOpen);
        issues.Select(issue => issue.Identity).Should().OnlyHaveUniqueItems().And.NotContain("other/1.1");
        issues.SelectMany(issue => RenderedMarkdown.Surprises(issue.Body, Ours).Select(found => $"{issue.Title}: {found}")).Should().BeEmpty();
    }

    /// <summary>What we say in comments is of the same text: the names of those who are still needed, and what somebody else had written.</summary>
    private async Task AnswersAreTextAsync(TestRepository repository)
    {
        var respond = OneStep.Write(repository, "respond");
        foreach (var identity in new[] { "hostile/i7", "hostile/i11", "hostile/i14" })
        {
            var issue = await GitHub.IssueAsync(identity);
            await GitHub.CommentAsync(TestSeed.Guest, issue.Number, "/waive 2099-01-01 @zev #1 <img src=x>\n/block ::error::x @zev\n/waive @zev #1 <b>");
            await GitHub.CloseAsync(TestSeed.Triager, issue.Number);

            var report = (await (Events.Issue("closed", issue.Number, TestSeed.Triager) with { Workflow = respond }).RunAsync(repository, GitHub)).Ends("success");

            report.Commands.Should().BeEmpty();
            var answers = (await GitHub.CommentsAsync(issue.Number)).Where(said => said.Login == TestSeed.Bot).ToArray();
            answers.Should().HaveCountGreaterThan(1);
            answers.SelectMany(said => RenderedMarkdown.Surprises(said.Body, Ours)).Should().BeEmpty();
        }
    }

    private async Task<ImmutableArray<string>> NaughtyAsync()
    {
        var run = (await NodeScript.RunAsync("hostile-strings.mjs", [], TimeSpan.FromMinutes(1))).Exits(0);
        return [.. Commands, .. JsonSerializer.Deserialize<string[]>(run.Output)!.Where(text => !string.IsNullOrWhiteSpace(text))];
    }

    /// <summary>What the format refuses, also when it is written as an escape.</summary>
    private static bool IsRefused(string text) => text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Sections(ImmutableArray<string> strings)
    {
        var text = new StringBuilder("checklist: hostile\ntitle: ").Append(Quote(Commands[7])).Append("\npeople:\n");
        foreach (var (number, name) in strings.Index())
            text.Append(CultureInfo.InvariantCulture, $"  p{number}: {{ name: {Quote(name)}, github: p{number} }}\n");
        text.Append("sections:\n");
        foreach (var (number, title) in strings.Index())
        {
            if (number % 25 == 0)
                text.Append(CultureInfo.InvariantCulture, $"  - id: s{number}\n    title: {Quote(title)}\n    items:\n");
            text.Append(CultureInfo.InvariantCulture, $"      - {{ id: i{number}, title: {Quote(title)}, owners: [p{number}], pass: {Quote(title)}, notes: {Quote(title)}, evidence: {Quote(title)} }}\n");
        }

        return text.ToString();
    }

    /// <summary>Phases with hand-offs, whose criteria and artifacts are the strings.</summary>
    private static string Phases(ImmutableArray<string> strings)
    {
        var text = new StringBuilder("checklist: phases\ntitle: Phases\npeople:\n  zev: { name: Zev, github: zev }\n  kate: { name: Kate, github: kate }\nphases:\n");
        foreach (var (number, some) in strings.Chunk(50).Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: p{number}\n    title: {Quote(some[0])}\n    objective: {Quote(some[1])}\n    owners: [zev]\n    items:\n      - {{ id: \"{number}.1\", title: Item, pass: Done. }}\n");
            text.Append("    handoff:\n      to: kate\n      criteria:\n");
            foreach (var criterion in some)
                text.Append(CultureInfo.InvariantCulture, $"        - {Quote(criterion)}\n");
            text.Append("      artifacts:\n");
            foreach (var artifact in some)
                text.Append(CultureInfo.InvariantCulture, $"        - {{ name: {Quote(artifact)} }}\n");
        }

        return text.ToString();
    }

    /// <summary>A YAML scalar in double quotes, which is what JSON with its escapes is.</summary>
    private static string Quote(string text) => JsonValue.Create(text).ToJsonString();

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
