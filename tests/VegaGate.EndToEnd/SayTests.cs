using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>What people say on an item, and what comes of it.</summary>
public sealed class SayTests
{
    private const string Health = "8.6 Confirm `GET /health`";
    private const string Stats = "8.7 Confirm `/stats`";

    [Fact]
    public async Task An_owner_signs_off_and_a_stranger_does_not()
    {
        using var story = await Story.BeginAsync(Story.GoLive);

        var stranger = (await story.SayAsync("8.6", "/done", "mallory")).Exits(1);
        stranger.Error.Should().Be("not counted: mallory does not own vega77-go-live/8.6; it can be signed off by Zev (zev.example).\n");
        stranger.Output.Should().Be("vega77-go-live/8.6 is todo (embedded tracker, .vegagate/tracker.json)\n");
        (await story.VerdictAsync(Health)).Should().Be("pending open: Open: it waits for Zev (zev.example). (#39)");

        (await story.SayAsync("8.6", "/done", "kate")).Exits(1).Error.Should().StartWith("not counted: kate.example does not own vega77-go-live/8.6");
        (await story.SayAsync("8.6", "/done", "ZEV.EXAMPLE")).Exits(0).Output.Should().StartWith("vega77-go-live/8.6 is done");
        (await story.VerdictAsync(Health)).Should().StartWith("pass signed-off: Signed off by ");
        var issue = story.Workspace.Tracker.Find("vega77-go-live/8.6");
        (issue.IsOpen, issue.Status).Should().Be((false, "done"));
    }

    [Fact]
    public async Task A_closing_counts_as_the_sign_off_of_whoever_closed_and_of_nobody_else()
    {
        using var story = await Story.BeginAsync(Story.GoLive);

        (await story.CloseAsync("8.7", "mallory")).Exits(1).Error.Should().StartWith("not counted: mallory does not own vega77-go-live/8.7");
        story.Workspace.Tracker.Find("vega77-go-live/8.7").IsOpen.Should().BeTrue("it is opened again");
        (await story.VerdictAsync(Stats)).Should().StartWith("pending open: ");

        (await story.CloseAsync("8.7", "zev")).Exits(0).Output.Should().StartWith("vega77-go-live/8.7 is done");
        (await story.VerdictAsync(Stats)).Should().StartWith("pass signed-off: ");

        (await story.ReopenAsync("8.7", "zev")).Exits(0).Output.Should().StartWith("vega77-go-live/8.7 is todo");
        (await story.VerdictAsync(Stats)).Should().StartWith("pending open: ");
    }

    [Fact]
    public async Task A_strangers_reopening_takes_nothing_back()
    {
        using var story = await Story.BeginAsync(Story.GoLive);
        (await story.SayAsync("8.7", "/done", "zev")).Exits(0);

        (await story.ReopenAsync("8.7", "mallory")).Output.Should().StartWith("vega77-go-live/8.7 is done");

        story.Workspace.Tracker.Find("vega77-go-live/8.7").IsOpen.Should().BeFalse();
        (await story.VerdictAsync(Stats)).Should().StartWith("pass signed-off: ");
    }

    [Fact]
    public async Task Each_word_has_its_effect_and_undo_takes_the_last_one_back()
    {
        using var story = await Story.BeginAsync(Story.GoLive);

        await SaysAsync("/start", "zev", "in-progress", "pending open: In progress: it waits for Zev (zev.example).");
        await SaysAsync("/block the vendor is down", "kate", "blocked", "fail blocked: Blocked by kate.example since ");
        (await story.SayAsync("8.6", "/unblock", "rr")).Exits(1).Error.Should().StartWith("not counted: rr.example may not unblock");
        await SaysAsync("/unblock", "zev", "in-progress", "pending open: In progress");
        await SaysAsync("/done it answers", "zev", "done", "pass signed-off: ");
        await SaysAsync("/object it did not for me", "kate", "done", "fail objection: kate.example objects: it did not for me");
        await SaysAsync("/undo", "kate", "done", "pass signed-off: ");
        await SaysAsync("/undo", "zev", "in-progress", "pending open: In progress");
        await SaysAsync("/undo", "zev", "todo", "pending open: Open");
        (await story.SayAsync("8.6", "/undo", "zev")).Exits(1).Error.Should().Be("not counted: zev.example has said nothing on vega77-go-live/8.6 that could be taken back.\n");

        async Task SaysAsync(string text, string speaker, string status, string verdict)
        {
            (await story.SayAsync("8.6", text, speaker)).Exits(0).Output.Should().StartWith($"vega77-go-live/8.6 is {status} ");
            story.Workspace.Tracker.Find("vega77-go-live/8.6").Status.Should().Be(status);
            (await story.VerdictAsync(Health)).Should().StartWith(verdict);
        }
    }

    [Theory]
    [InlineData("> /done")]
    [InlineData("    /done")]
    [InlineData("```\n/done\n```")]
    [InlineData("<!--\n/done\n-->")]
    [InlineData("I said /done")]
    public async Task A_command_that_is_quoted_is_no_command(string text)
    {
        using var story = await Story.BeginAsync(Story.GoLive);

        (await story.SayAsync("8.6", text, "zev")).Exits(0).Output.Should().StartWith("vega77-go-live/8.6 is todo ");
    }

    [Fact]
    public async Task Signed_off_is_not_passed_while_what_it_needs_is_open()
    {
        using var story = await Story.BeginAsync(Story.GoLive);

        (await story.SayAsync("8.3", "/done", "zev")).Exits(0);

        (await story.VerdictAsync("8.3 Confirm Caddy")).Should().StartWith("pending waits-for: Signed off, but it needs 8.2, which has not passed.");
    }

    [Fact]
    public async Task A_list_that_is_broken_takes_no_words_and_passes_no_gate()
    {
        using var story = await Story.BeginAsync(Story.GoLive);
        var before = story.Workspace.TrackerBytes;
        story.Workspace.Replace(Story.GoLive, "checklist: vega77-go-live", "checklst: vega77-go-live");

        foreach (var run in new[] { await story.SayAsync("8.6", "/done", "zev"), await story.GateAsync(), await story.Workspace.RunAsync("apply") })
        {
            run.Exits(1).Output.Should().BeEmpty();
            run.Error.Should().Contain("checklst");
        }

        story.Workspace.TrackerBytes.Should().Equal(before);
    }
}
