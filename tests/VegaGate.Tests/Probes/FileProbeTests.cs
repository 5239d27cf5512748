using VegaGate.Conditions;

namespace VegaGate.Tests.Probes;

public sealed class FileProbeTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ProbeScene _scene;

    public FileProbeTests()
    {
        _scene = new ProbeScene { Time = _clock };
        _scene.Files.Add("docs/guide.md", "text").Add("docs/empty.md", "").Add("docs/old.pdf", "x").Add("docs/new.pdf", "x").Add("docs/future.md", "x");
        _scene.Files.Changed["docs/old.pdf"] = _clock.GetUtcNow().AddDays(-40);
        _scene.Files.Changed["docs/new.pdf"] = _clock.GetUtcNow().AddDays(-10);
        _scene.Files.Changed["docs/future.md"] = _clock.GetUtcNow().AddDays(1);
    }

    [Theory]
    [InlineData("path: docs/guide.md", ProbeOutcome.Passed, "\"docs/guide.md\" is there")]
    [InlineData("path: './docs/guide.md'", ProbeOutcome.Passed, "\"docs/guide.md\" is there")]
    [InlineData("path: docs/Guide.md", ProbeOutcome.Failed, "no tracked file is \"docs/Guide.md\"")]
    [InlineData("path: docs", ProbeOutcome.Failed, "no tracked file is \"docs\"")]
    [InlineData("path: '../secret'", ProbeOutcome.Failed, "no tracked file is \"../secret\"")]
    [InlineData("path: 'docs/*.md', not-empty: true", ProbeOutcome.Passed, "\"docs/future.md\" is there")]
    [InlineData("path: docs/empty.md", ProbeOutcome.Passed, "\"docs/empty.md\" is there")]
    [InlineData("path: docs/empty.md, not-empty: false", ProbeOutcome.Passed, "\"docs/empty.md\" is there")]
    [InlineData("path: docs/empty.md, not-empty: true", ProbeOutcome.Failed, "\"docs/empty.md\" is empty")]
    [InlineData("path: docs/new.pdf, newer-than: 10d", ProbeOutcome.Passed, "\"docs/new.pdf\" was changed on 2026-02-20")]
    [InlineData("path: docs/new.pdf, newer-than: 9d", ProbeOutcome.Failed, "\"docs/new.pdf\" was last changed on 2026-02-20, which is too long ago")]
    [InlineData("path: 'docs/*.pdf', newer-than: 30d", ProbeOutcome.Passed, "\"docs/new.pdf\" was changed on 2026-02-20")]
    [InlineData("path: 'docs/*.pdf', newer-than: 1d", ProbeOutcome.Failed, "\"docs/*.pdf\" was last changed on 2026-02-20, which is too long ago")]
    [InlineData("path: docs/future.md, newer-than: 1d", ProbeOutcome.Unanswered, "the last commit of \"docs/future.md\" bears a time that has not come")]
    [InlineData("path: docs/guide.md, newer-than: 1d", ProbeOutcome.Unanswered, "no commit has \"docs/guide.md\"")]
    public async Task A_file_is_there_and_as_asked_for(string parameters, ProbeOutcome outcome, string evidence) =>
        (await _scene.AskAsync($"file: {{ {parameters} }}")).Should().Be(new ProbeAnswer(outcome, evidence));

    [Fact]
    public async Task Files_that_cannot_be_listed_are_no_answer()
    {
        _scene.Files.Problem = "the checkout is not there";

        (await _scene.AskAsync("file: { path: a }")).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "the checkout is not there"));
        (await _scene.AskAsync("text: { absent: a }")).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "the checkout is not there"));
    }
}
