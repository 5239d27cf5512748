using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>The first hand-off of the example, from the team that gives to the team that receives.</summary>
public sealed class HandoffStoryTests
{
    private const string Handoff = "#handoff/secrets-and-merge";
    private const string Title = "Hand-off: Secrets & Merge";

    [Fact]
    public async Task A_critical_phase_is_handed_over_by_its_items_its_artifacts_a_request_and_an_acceptance_with_a_note()
    {
        using var story = await Story.BeginAsync(Story.Protocol);
        (await story.VerdictAsync(Title)).Should().StartWith("pending waits-for: 6 of 6 items of the phase have not passed. 2 artifacts are missing: ");

        await story.SignOffWhatHoldsAsync("--phase", "secrets-and-merge");
        (await story.VerdictAsync(Title)).Should().StartWith("fail artifact-missing: 2 artifacts are missing: SECRETS_GENERATION_REPORT.md does not exist; pull request 7 is on GitHub, ");

        (await story.SayAsync(Handoff, "/accept met on Monday", "cline-1")).Exits(1).Error.Should().Contain("has not asked for acceptance yet");
        (await story.SayAsync(Handoff, "/done", "cline-1")).Exits(1).Error.Should().Contain("does not own");
        (await story.SayAsync(Handoff, "/done", "kilo-1")).Exits(0).Output.Should().Contain(" is in-progress ");
        (await story.SayAsync(Handoff, "/accept met on Monday", "kilo-2")).Exits(1).Error.Should()
            .Be("not counted: kilo-2.example does not receive vauntico-deployment/#handoff/secrets-and-merge; it is accepted by Cline (Operations) (cline-1.example, cline-2.example).\n");
        (await story.SayAsync(Handoff, "/accept", "cline-1")).Exits(1).Error.Should()
            .Be("not counted: This hand-off takes a meeting: note it (when, who was there) behind /accept.\n");
        (await story.SayAsync(Handoff, "/accept met on Monday, all six", "cline-1")).Exits(0).Output.Should().Contain(" is done ");

        // Accepted or not: what is missing is missing, and what cannot be asked for is not there.
        (await story.VerdictAsync(Title)).Should().StartWith("fail artifact-missing: ");
        (await story.GateAsync("--phase", "secrets-and-merge")).Exits(1).Output.Should().Contain($"  {Title}: open. 2 artifacts are missing: SECRETS_GENERATION_REPORT.md does not exist; ");
        story.Workspace.Write("SECRETS_GENERATION_REPORT.md", "# Report\n");
        (await story.VerdictAsync(Title)).Should().StartWith("fail probe-error: An artifact is missing: pull request 7 is on GitHub, and the embedded tracker cannot ask for it.");
        (await story.GateAsync("--phase", "secrets-and-merge")).Exits(1).Lines[0].Should().StartWith("HOLD (probe-error): ");
    }

    [Fact]
    public async Task A_phase_without_anything_to_ask_GitHub_for_opens_the_next_one()
    {
        using var story = await Story.BeginAsync(Story.Protocol);
        story.Workspace.Write("SECRETS_GENERATION_REPORT.md", "# Report\n");
        story.Workspace.Replace(Story.Protocol, "          pull-request: 7\n", "");
        await story.ApplyAsync();
        await story.SignOffWhatHoldsAsync("--phase", "secrets-and-merge");
        (await story.SayAsync("2.1", "/done", "cline-1")).Exits(0);
        (await story.VerdictAsync("2.1 Execute")).Should().StartWith("pending phase-order: Signed off before the phase \"Secrets & Merge\" was handed over.");
        (await story.VerdictAsync(Title)).Should().StartWith("pending handoff-not-accepted: Ready: the giver has not asked");

        (await story.SayAsync(Handoff, "/done", "kilo-1")).Exits(0);
        (await story.VerdictAsync(Title)).Should().StartWith("pending handoff-not-accepted: The receiving team has not accepted yet");
        (await story.SayAsync(Handoff, "/accept met on Monday", "cline-2")).Exits(0);

        (await story.GateAsync("--phase", "secrets-and-merge")).Exits(0);
        (await story.VerdictAsync("2.1 Execute")).Should().StartWith("pass signed-off: ");
        (await story.GateAsync()).Exits(1);
    }

    [Fact]
    public async Task A_receiver_takes_an_acceptance_back()
    {
        using var story = await Story.BeginAsync(Story.Protocol);
        (await story.SayAsync(Handoff, "/done", "kilo-1")).Exits(0);
        (await story.SayAsync(Handoff, "/accept met on Monday", "cline-1")).Exits(0).Output.Should().Contain(" is done ");

        (await story.SayAsync(Handoff, "/undo", "cline-1")).Exits(0).Output.Should().Contain(" is in-progress ");

        story.Workspace.Tracker.Find($"vauntico-deployment/{Handoff}").IsOpen.Should().BeTrue();
    }
}
