using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Phases;

namespace VegaGate.Tests.Gate;

/// <summary>A hand-off is asked for and accepted when its phase is ready, and not before.</summary>
public sealed class HandoffOrderTests
{
    private const string Phases =
        """
        checklist: list
        title: A list
        people: { zev: { name: Zev, github: zev }, rr: { name: RR, github: rr }, kate: { name: Kate, github: kate } }
        gate: { approvers: kate }
        phases:
          - id: build
            title: Build
            owners: [zev, kate]
            items: [{ id: a, title: A }, { id: b, title: B }]
            handoff: { from: zev, to: rr, artifacts: [{ name: Report, path: REPORT.md }] }
          - id: run
            title: Run
            owners: rr
            items: [{ id: c, title: C }]
            handoff: { to: zev }

        """;

    private const string Steps = "handoff-steps: { after: [Watch it, Look back] }\n";

    [Fact]
    public void What_was_said_before_the_phase_was_ready_does_not_count_when_it_is()
    {
        var scene = Scene().Say("#build", "zev", "/done").Say("#build", "rr", "/accept 5/5");
        scene.Verdict("#build").Reason.Should().Be(ReasonCode.WaitsFor);

        scene.Say("a", "zev", "/done").Say("b", "zev", "/done");
        Sentence(scene).Should().Be("Ready: the giver has not asked for acceptance yet (`/done`). The request of zev and the acceptance of rr came before the phase was ready, and do not count: ask and accept again.");
        scene.Verdict("#build").Reason.Should().Be(ReasonCode.HandoffNotAccepted);

        scene.Say("#build", "zev", "/done");
        Sentence(scene).Should().Be("The receiving team has not accepted yet (`/accept`). The acceptance of rr came before the phase was ready, and does not count: accept again.");
        scene.Say("#build", "rr", "/accept 4/5").Verdict("#build").Verdict.Should().Be(Verdict.Pass);
    }

    [Fact]
    public void A_request_between_two_items_does_not_count_either()
    {
        var scene = Scene().Say("a", "zev", "/done").Say("#build", "zev", "/done").Say("b", "zev", "/done").Say("#build", "rr", "/accept");

        Sentence(scene).Should().StartWith("Ready: ").And.Contain("The request of zev came before the phase was ready, and does not count: ask again.");
        Sentence(scene.Say("#build", "zev", "/done")).Should().Be("The receiving team has not accepted yet (`/accept`).", "it accepted what nobody had asked for");
    }

    [Theory]
    [InlineData("a", "zev", "/done again")]
    [InlineData("a", "kate", "/done")]
    [InlineData("a", "kate", "/waive 2026-12-31 later")]
    [InlineData("#build", "zev", "/done")]
    [InlineData("#build", "rr", "/accept 3/5")]
    public void What_is_only_said_again_after_an_acceptance_takes_nothing_from_it(string on, string who, string text) =>
        Accepted().Say(on, who, text).Verdict("#build").Verdict.Should().Be(Verdict.Pass);

    [Fact]
    public void An_item_that_was_undone_or_whose_text_changed_needs_another_acceptance()
    {
        var undone = Accepted().Say("a", "zev", "/undo");
        undone.Verdict("#build").Reason.Should().Be(ReasonCode.WaitsFor);
        undone.Say("a", "kate", "/done").Verdict("#build").Handoff!.Step.Should().Be(HandoffStep.Ready);

        var changed = Accepted().TextChanges("b");
        changed.Verdict("#build").Reason.Should().Be(ReasonCode.WaitsFor);
        changed.Say("b", "zev", "/done").Verdict("#build").Handoff!.Step.Should().Be(HandoffStep.Ready);

        changed.Say("#build", "zev", "/done").Say("#build", "rr", "/accept").Verdict("#build").Verdict.Should().Be(Verdict.Pass);
    }

    [Theory]
    [InlineData("/waive 2026-12-31 later")]
    [InlineData("/na no such thing")]
    public void An_excuse_completes_a_phase_as_a_sign_off_does(string excuse)
    {
        var scene = Scene().Say("a", "zev", "/done").Say("#build", "zev", "/done").Say("#build", "rr", "/accept").Say("b", "kate", excuse).Say("b", "zev", "/na no such thing");
        scene.Verdict("#build").Handoff!.Step.Should().Be(HandoffStep.Ready);

        scene.Say("#build", "zev", "/done").Say("#build", "rr", "/accept").Verdict("#build").Verdict.Should().Be(Verdict.Pass);
    }

    [Fact]
    public void A_phase_is_not_ready_before_the_one_before_it_is_handed_over_and_work_from_that_time_is_early()
    {
        var scene = Scene().Say("#build", "zev", "/done").Say("#build", "rr", "/accept").Say("c", "rr", "/done").Say("#run", "rr", "/done").Say("#run", "zev", "/accept")
            .Say("a", "zev", "/done").Say("b", "zev", "/done").Say("#build", "zev", "/done").Say("#build", "rr", "/accept");

        scene.Verdict("c").Should().BeEquivalentTo(new { IsEarly = true, Verdict = Verdict.Pass, Sentence = "Signed off by rr. It was begun before the phase \"Build\" was handed over." });
        scene.Verdict("#run").Sentence.Should().Contain("The request of rr and the acceptance of zev came before the phase was ready");
    }

    [Fact]
    public void What_we_have_answered_as_too_early_stays_so_whatever_comes_later()
    {
        var scene = Scene().Say("a", "zev", "/done").Say("b", "zev", "/done").Say("#build", "zev", "/done").Say("#build", "rr", "/accept");
        var mark = new EarlyMark(scene.Now, "rr").ToString();
        scene.Verdict("#build").Verdict.Should().Be(Verdict.Pass);

        scene.Say("#build", "kate", $"{mark}\nnot counted").Verdict("#build").Verdict.Should().Be(Verdict.Pass, "anybody can copy it");
        scene.Say("#build", GateScene.Ours, $"{mark}\nnot counted");
        Sentence(scene).Should().EndWith("The acceptance of rr came before the phase was ready, and does not count: accept again.");
        scene.State("#build").Ledger.Heard.Should().ContainSingle("only the request counted");
    }

    [Fact]
    public void The_steps_after_a_hand_off_are_due_until_a_member_of_either_side_covers_them()
    {
        foreach (var who in new[] { "zev", "rr" })
        {
            var scene = Accepted(Phases + Steps);
            scene.Verdict("#build").Should().BeEquivalentTo(new { Verdict = Verdict.Pass, State = new { Status = ItemStatus.InProgress }, Handoff = new { Step = HandoffStep.Accepted, FollowUpDue = new[] { "Watch it", "Look back" } } });
            State(scene).Should().EndWith("; 2 steps to follow up");

            scene.Close("#build", GateScene.Person("kate")).Verdict("#build").Handoff!.FollowUpDue.Should().HaveCount(2, "she is of neither side");
            scene.Reopen("#build", GateScene.Ours).Close("#build", GateScene.Person(who));
            scene.Verdict("#build").Should().BeEquivalentTo(new { Verdict = Verdict.Pass, State = new { Status = ItemStatus.Done }, Handoff = new { FollowUpDue = Array.Empty<string>() } });
            State(scene).Should().NotContain("follow up");

            scene.Reopen("#build", GateScene.Person("rr")).Verdict("#build").Should().BeEquivalentTo(new { Verdict = Verdict.Pass, State = new { Status = ItemStatus.InProgress } }, "what follows is open again, and the phase is handed over all the same");
        }
    }

    [Fact]
    public void A_word_that_covers_what_follows_is_taken_back_without_the_request_and_the_acceptance()
    {
        foreach (var who in new[] { "zev", "rr" })
        {
            Accepted(Phases + Steps).Say("#build", who, "/done").Say("#build", who, "/undo").Verdict("#build")
                .Should().BeEquivalentTo(new { Verdict = Verdict.Pass, State = new { Status = ItemStatus.InProgress } });
        }
    }

    [Fact]
    public void Nothing_follows_where_nothing_is_accepted()
    {
        Scene(Phases + Steps).Say("#build", "rr", "/done").State("#build").Ledger.Refusals.Should().ContainSingle().Which.Text.Should().Contain("rr does not own");
        Accepted().Verdict("#build").State!.Status.Should().Be(ItemStatus.Done, "no step follows here");
    }

    [Fact]
    public void A_word_that_covered_what_follows_covers_nothing_of_the_next_acceptance()
    {
        var scene = Accepted(Phases + Steps).Say("#build", "zev", "/done").Say("a", "zev", "/undo").Say("a", "zev", "/done").Say("#build", "zev", "/done").Say("#build", "rr", "/accept");

        scene.Verdict("#build").Should().BeEquivalentTo(new { Verdict = Verdict.Pass, Handoff = new { FollowUpDue = new[] { "Watch it", "Look back" } } });
    }

    private static GateScene Scene(string list = Phases) => new(ValidList.Parse(list));

    private static GateScene Accepted(string list = Phases) => Scene(list).Say("a", "zev", "/done").Say("b", "zev", "/done").Say("#build", "zev", "/done").Say("#build", "rr", "/accept");

    private static string Sentence(GateScene scene) => scene.Verdict("#build").Sentence;

    private static string State(GateScene scene) => TrackingMatrix.Of(ValidList.Parse(Phases + Steps), null, scene.Ask().Lists.Single()).Rows[0].State;
}
