using System.Text.Json;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>The first hand-off of the example, from the team that gives to the team that receives.</summary>
public sealed class HandoffStoryTests
{
    private const string Handoff = "#handoff/secrets-and-merge";
    private const string Title = "Hand-off: Secrets & Merge";
    private const string Accept = "/accept 4/5 2026-01-12 all six, minutes #12";

    [Fact]
    public async Task A_critical_phase_is_handed_over_by_its_items_its_artifacts_a_request_and_an_acceptance_with_a_note()
    {
        using var story = await Story.BeginAsync(Story.Protocol);
        (await story.VerdictAsync(Title)).Should().StartWith("pending waits-for: 6 of 6 items of the phase have not passed. 2 artifacts are missing: ");

        await story.SignOffWhatHoldsAsync("--phase", "secrets-and-merge");
        (await story.VerdictAsync(Title)).Should().StartWith("fail artifact-missing: 2 artifacts are missing: SECRETS_GENERATION_REPORT.md does not exist; pull request 7 is on GitHub, ");

        (await story.SayAsync(Handoff, Accept, "cline-1")).Exits(1).Error.Should().Contain("has not asked for acceptance yet");
        (await story.SayAsync(Handoff, "/done", "cline-1")).Exits(1).Error.Should().Contain("does not own");
        (await story.SayAsync(Handoff, "/done", "kilo-1")).Exits(1).Error.Should()
            .Be("not counted: The request of kilo-1.example came before the phase was ready. These artifacts are missing: `SECRETS_GENERATION_REPORT.md`, PR #7 merge approval. Once it is ready, ask again with /done.\n");
        story.Workspace.Write("SECRETS_GENERATION_REPORT.md", "# Report\n");
        (await story.VerdictAsync(Title)).Should().StartWith("fail probe-error: An artifact is missing: pull request 7 is on GitHub, and the embedded tracker cannot ask for it.");
        (await story.GateAsync("--phase", "secrets-and-merge")).Exits(1).Lines[0].Should().StartWith("HOLD (probe-error): ");

        // What was refused does not begin to count.
        await WithoutPullRequestAsync(story);
        (await story.VerdictAsync(Title)).Should().StartWith("pending handoff-not-accepted: Ready: the giver has not asked for acceptance yet (`/done`).");
        (await story.SayAsync(Handoff, "/done", "kilo-1")).Exits(0).Output.Should().Contain(" is in-progress ");
        (await story.SayAsync(Handoff, Accept, "kilo-2")).Exits(1).Error.Should()
            .Be("not counted: kilo-2.example does not receive vauntico-deployment/#handoff/secrets-and-merge; it is accepted by Cline (Operations) (cline-1.example, cline-2.example).\n");
        (await story.SayAsync(Handoff, "/accept 4/5 all six", "cline-1")).Exits(1).Error.Should().Be(
            "not counted: This hand-off takes a meeting, and the note of it lacks the date of the meeting (2026-01-12) and a link to its minutes (an address, or an issue such as #12). "
            + "Say it all in one line, such as: /accept 4/5 2026-01-12 Ann and Ben, minutes https://minutes.example/12\n");
        (await story.SayAsync(Handoff, Accept, "cline-1")).Exits(0);
        (await story.GateAsync("--phase", "secrets-and-merge")).Exits(0);
    }

    [Fact]
    public async Task Who_asks_and_accepts_before_the_items_are_done_changes_nothing()
    {
        using var story = await Story.BeginAsync(Story.Protocol);
        story.Workspace.Write("SECRETS_GENERATION_REPORT.md", "# Report\n");
        await WithoutPullRequestAsync(story);
        (await story.SayAsync(Handoff, "/done", "kilo-1")).Exits(1).Error.Should().Contain("These items have not passed: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6.");
        (await story.SayAsync(Handoff, Accept, "cline-1")).Exits(1).Error.Should().Contain("has not asked for acceptance yet");
        await story.SignOffWhatHoldsAsync("--phase", "secrets-and-merge");
        (await story.VerdictAsync(Title)).Should().StartWith("pending handoff-not-accepted: ").And.Contain("The request of kilo-1.example came before the phase was ready, and does not count: ask again.");
        IsOpen(story).Should().BeTrue();

        (await story.SayAsync(Handoff, "/done", "kilo-1")).Exits(0);
        (await story.SayAsync(Handoff, Accept, "cline-1")).Exits(0);
        (await story.GateAsync("--phase", "secrets-and-merge")).Exits(0);
    }

    [Fact]
    public async Task An_accepted_phase_stays_open_for_what_follows_is_closed_by_either_side_and_opened_again_when_an_item_is_undone()
    {
        using var story = await Story.BeginAsync(Story.Protocol);
        await AcceptAsync(story);
        IsOpen(story).Should().BeTrue("five steps follow");
        (await StateAsync(story)).Should().MatchRegex(@"^accepted by cline-1\.example on \d{4}-\d\d-\d\d \(4/5\); 4 criteria signed off by both; 5 steps to follow up$");
        (await story.VerdictAsync("2.1 Execute")).Should().StartWith("pending open: ");

        await story.CloseAsync(Handoff, "executive");
        IsOpen(story).Should().BeTrue("the executive is of neither side");
        (await story.CloseAsync(Handoff, "kilo-2")).Exits(0).Output.Should().Contain(" is done ");
        IsOpen(story).Should().BeFalse();
        (await StateAsync(story)).Should().EndWith("; 4 criteria signed off by both");

        (await story.SayAsync("1.1", "/undo", "kilo-1")).Exits(0);
        IsOpen(story).Should().BeTrue("it is not handed over any more");
        (await story.SayAsync("1.1", "/done", "kilo-1")).Exits(0);
        (await story.VerdictAsync(Title)).Should().StartWith("pending handoff-not-accepted: Ready: ").And.Contain("ask and accept again");
    }

    [Fact]
    public async Task A_phase_without_anything_to_ask_GitHub_for_opens_the_next_one()
    {
        using var story = await Story.BeginAsync(Story.Protocol);
        story.Workspace.Write("SECRETS_GENERATION_REPORT.md", "# Report\n");
        await WithoutPullRequestAsync(story);
        await story.SignOffWhatHoldsAsync("--phase", "secrets-and-merge");
        (await story.SayAsync("2.1", "/done", "cline-1")).Exits(0);
        (await story.VerdictAsync("2.1 Execute")).Should().StartWith("pending phase-order: Signed off before the phase \"Secrets & Merge\" was handed over.");
        (await story.VerdictAsync(Title)).Should().StartWith("pending handoff-not-accepted: Ready: the giver has not asked");

        (await story.SayAsync(Handoff, "/done", "kilo-1")).Exits(0);
        (await story.VerdictAsync(Title)).Should().StartWith("pending handoff-not-accepted: The receiving team has not accepted yet");
        (await story.SayAsync(Handoff, Accept, "cline-2")).Exits(0);

        (await story.GateAsync("--phase", "secrets-and-merge")).Exits(0);
        (await story.VerdictAsync("2.1 Execute")).Should().StartWith("pass signed-off: Signed off by cline-1.example. It was begun before the phase \"Secrets & Merge\" was handed over.");
        (await story.GateAsync()).Exits(1);
    }

    [Fact]
    public async Task A_receiver_takes_an_acceptance_back()
    {
        using var story = await Story.BeginAsync(Story.Protocol);
        await AcceptAsync(story);

        (await story.SayAsync(Handoff, "/undo", "cline-1")).Exits(0).Output.Should().Contain(" is in-progress ");

        IsOpen(story).Should().BeTrue();
        (await story.VerdictAsync(Title)).Should().StartWith("pending handoff-not-accepted: The receiving team has not accepted yet");
    }

    /// <summary>The first phase, from its first item to its acceptance.</summary>
    private static async Task AcceptAsync(Story story)
    {
        story.Workspace.Write("SECRETS_GENERATION_REPORT.md", "# Report\n");
        await WithoutPullRequestAsync(story);
        await story.SignOffWhatHoldsAsync("--phase", "secrets-and-merge");
        (await story.SayAsync(Handoff, "/done", "kilo-1")).Exits(0);
        (await story.SayAsync(Handoff, Accept, "cline-1")).Exits(0).Output.Should().Contain(" is in-progress ");
    }

    /// <summary>The embedded tracker cannot ask for one.</summary>
    private static async Task WithoutPullRequestAsync(Story story)
    {
        story.Workspace.Replace(Story.Protocol, "          pull-request: 7\n", "");
        await story.ApplyAsync();
    }

    private static bool IsOpen(Story story) => story.Workspace.Tracker.Find($"vauntico-deployment/{Handoff}").IsOpen;

    private static async Task<string> StateAsync(Story story) =>
        JsonDocument.Parse((await story.Workspace.RunAsync("matrix", Story.Protocol, "--format", "json")).Exits(0).Output).RootElement.GetProperty("checklists")[0].GetProperty("phases")[0].GetProperty("state").GetString()!;
}
