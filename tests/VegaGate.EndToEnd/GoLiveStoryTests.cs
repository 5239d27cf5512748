using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>The go-live of the example, from the first sign-off to the last stage.</summary>
public sealed class GoLiveStoryTests
{
    [Fact]
    public async Task Each_stage_opens_when_its_items_are_signed_off_and_no_earlier()
    {
        using var story = await Story.BeginAsync(Story.GoLive);

        await story.SignOffWhatHoldsAsync("--for", "deploy");
        (await story.GateAsync("--for", "deploy")).Exits(0).Lines.Should().Contain("  pass for deploy: 35 of 35 clear").And.EndWith("decision: pass");
        (await story.GateAsync("--for", "go-live")).Exits(1).Lines.Should().Contain("  hold for go-live: 35 of 60 clear").And.EndWith("decision: hold");

        await story.SignOffWhatHoldsAsync("--for", "go-live");
        (await story.GateAsync("--for", "go-live")).Exits(0);
        (await story.GateAsync()).Exits(1).Lines.Should().Contain("  hold for close: 60 of 64 clear");

        await story.SignOffWhatHoldsAsync();
        (await story.GateAsync()).Exits(0).Lines.Should().Contain("  pass for close: 64 of 64 clear").And.EndWith("decision: pass");
        story.Workspace.Tracker.Issues.Should().OnlyContain(issue => issue.Identity.EndsWith("/#tracking") ? issue.IsOpen : !issue.IsOpen && issue.Labels.Contains("status:done"));
        (await story.ApplyAsync()).Output.Should().Contain("plan: nothing changed, 65 as they should be");

        // What was signed off is what stood there: another word, and it is open again.
        story.Workspace.Replace(Story.GoLive, "title: Run automated tests.", "title: Run all automated tests.");
        (await story.GateAsync("--for", "deploy")).Exits(1).Lines.Should().Contain(line => line.StartsWith("  not-synced                 10.1 Run all automated tests. (#", StringComparison.Ordinal));
        (await story.ApplyAsync()).Output.Should().Contain("plan: 1 to reopen, 64 as they should be");
        (await story.GateAsync("--for", "deploy")).Exits(1).Lines.Should().Contain(line => line.StartsWith("  sign-off-void              10.1 Run all automated tests. (#", StringComparison.Ordinal));
        (await story.SayAsync("10.1", "/done", "zev")).Exits(0);
        (await story.GateAsync()).Exits(0);
    }
}
