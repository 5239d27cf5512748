using VegaGate.Rules.SignOffs;

namespace VegaGate.Tests.Rules.SignOffs;

public sealed class DuplicateStageTests
{
    private static readonly DuplicateStage Rule = new();

    [Fact]
    public void Reports_the_second_place() => Rule.ShouldReport(
        "checklist: a\ngate: { stages: [deploy, go-live, [|deploy|]] }\n", "The stage `deploy` is listed already; remove one of the two.");

    [Fact]
    public void Is_silent_about_stages_that_differ() => Rule.ShouldBeSilent("checklist: a\ngate: { stages: [deploy, go-live] }\n");
}
