using System.Globalization;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>What an approver holds back is never shown as passed.</summary>
public sealed class WaiverTests
{
    private const string Title = "8.6 Confirm `GET /health`";

    [Fact]
    public async Task A_waived_item_is_out_of_the_way_and_shown_as_waived()
    {
        using var story = await Story.BeginAsync(Story.GoLive);
        var before = Holding(await story.GateAsync());
        Waive(story, "rr", Today(1));

        (await story.VerdictAsync(Title)).Should().Be($"waived waived: Waived by RR until {Today(1)}: measured by hand (#39)");
        var gate = await story.GateAsync();
        gate.Output.Should().NotContain("  waived ", "it holds nothing");
        Holding(gate).Should().Be(before - 1);
    }

    [Fact]
    public async Task It_holds_again_when_the_waiver_has_ended()
    {
        using var story = await Story.BeginAsync(Story.GoLive);
        Waive(story, "rr", Today(-1));

        (await story.VerdictAsync(Title)).Should().Be($"fail waiver-expired: The waiver by RR ended on {Today(-1)}, and without it: Open: it waits for Zev (zev.example). (#39)");
        (await story.GateAsync()).Exits(1).Output.Should().Contain("  waiver-expired             8.6 ");
    }

    [Fact]
    public async Task A_waiver_by_somebody_who_may_not_is_none()
    {
        using var story = await Story.BeginAsync(Story.GoLive);
        Waive(story, "zev", Today(1));

        var run = await story.GateAsync("--details");

        run.Output.Should().NotContain("  waived ");
        run.ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task A_list_of_waived_items_passes_and_shows_no_pass()
    {
        using var workspace = Workspace.With($$"""
            checklist: small
            title: Small
            people: { ann: { name: Ann, github: ann }, bea: { name: Bea, github: bea } }
            gate: { approvers: [bea] }
            sections:
              - id: all
                title: All
                items:
                  - { id: "1", title: One, owners: [ann], pass: It is there., waived: { by: bea, reason: not today, until: {{Today(1)}}, at: {{Today(-1)}}T00:00:00Z } }
            """);
        (await workspace.RunAsync("apply")).Exits(0);

        var run = (await workspace.RunAsync("gate", "--details")).Exits(0);

        run.Output.Should().Contain("  waived         waived ").And.NotContain("  pass           ");
        run.Lines[0].Should().StartWith("PASS: every required item has passed, but for those that are left out ");
        run.Lines.Should().Contain("  pass for release: 1 of 1 clear, 1 of them waived");
    }

    private static void Waive(Story story, string by, string until) => story.Workspace.Replace(
        Story.GoLive,
        "        pass: Health check passes.\n",
        $"        pass: Health check passes.\n        waived: {{ by: {by}, reason: measured by hand, until: {until}, at: {Today(-2)}T00:00:00Z }}\n");

    private static int Holding(ProgramRun gate) => gate.Lines.Count(line => line.StartsWith("  open ", StringComparison.Ordinal) || line.StartsWith("  sign-off-missing ", StringComparison.Ordinal));

    private static string Today(int days) => DateTimeOffset.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
