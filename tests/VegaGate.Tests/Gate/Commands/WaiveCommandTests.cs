using VegaGate.Gate;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate.Commands;

/// <summary>The scene's list has zev and rr as owners and kate as the approver; its time is 2026-03-01.</summary>
public sealed class WaiveCommandTests
{
    [Fact]
    public void An_approver_lets_an_item_wait_until_a_day()
    {
        var verdict = OneItem().Say("x", "KATE", "/waive 2026-03-05 The vendor delivers next week").Verdict("x");

        (verdict.Verdict, verdict.Reason).Should().Be((Verdict.Waived, ReasonCode.Waived));
        verdict.Sentence.Should().Be("Waived by KATE until 2026-03-05: The vendor delivers next week");
    }

    [Fact]
    public void A_waiver_holds_through_its_last_day_and_ends_by_itself()
    {
        var scene = OneItem().Say("x", "kate", "/waive 2026-03-05 later");

        scene.Now = new DateTimeOffset(2026, 3, 5, 23, 59, 59, TimeSpan.Zero);
        scene.Verdict("x").Reason.Should().Be(ReasonCode.Waived);
        scene.Now = new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.Zero);
        var after = scene.Verdict("x");
        (after.Verdict, after.Reason).Should().Be((Verdict.Fail, ReasonCode.WaiverExpired));
        after.Sentence.Should().StartWith("The waiver by kate ended on 2026-03-05, and without it: Open: it waits for");
    }

    [Fact]
    public void What_was_signed_off_meanwhile_passes_when_the_waiver_is_over()
    {
        var scene = OneItem().Say("x", "kate", "/waive 2026-03-05 later").Say("x", "zev", "/done");

        scene.Now = new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.Zero);
        scene.Verdict("x").Reason.Should().Be(ReasonCode.SignedOff);
    }

    [Fact]
    public void A_waiver_is_never_shown_as_passed_also_when_everything_is_signed_off()
    {
        var result = OneItem().Say("x", "kate", "/waive 2026-03-05 later").Ask();

        (result.Holds, result.Lists.Single().Items.Single().Verdict).Should().Be((false, Verdict.Waived));
    }

    [Theory]
    [InlineData("zev", "/waive 2026-03-05 later", "zev may not waive list/x; that takes an approver: Kate (kate).")]
    [InlineData("mallory", "/waive 2026-03-05 later", "mallory may not waive list/x; that takes an approver: Kate (kate).")]
    [InlineData("kate", "/waive 2026-03-05", "A waiver needs its last day and a reason: /waive 2026-12-31 reason.")]
    [InlineData("kate", "/waive", "A waiver needs its last day and a reason: /waive 2026-12-31 reason.")]
    [InlineData("kate", "/waive soon because", "A waiver needs its last day and a reason: /waive 2026-12-31 reason.")]
    [InlineData("kate", "/waive 2026-02-30 because", "A waiver needs its last day and a reason: /waive 2026-12-31 reason.")]
    [InlineData("kate", "/waive 2026-02-28 because", "2026-02-28 is over already, so there is nothing to waive until then.")]
    public void Refuses_what_does_not_count_and_says_what_would(string who, string text, string refusal)
    {
        var scene = OneItem().Say("x", who, text);

        scene.State("x").Ledger.Refusals.Should().ContainSingle().Which.Text.Should().Be(refusal);
        scene.Verdict("x").Reason.Should().Be(ReasonCode.Open);
    }

    [Fact]
    public void Is_bound_to_the_text_that_was_waived() =>
        OneItem().Say("x", "kate", "/waive 2026-03-05 later").TextChanges("x").Verdict("x").Reason.Should().Be(ReasonCode.Open);

    [Fact]
    public void Is_taken_back_like_any_word() =>
        OneItem().Say("x", "kate", "/waive 2026-03-05 later").Say("x", "kate", "/undo").Verdict("x").Reason.Should().Be(ReasonCode.Open);

    [Fact]
    public void Does_not_silence_an_objection() =>
        OneItem().Say("x", "rr", "/object Not like this").Say("x", "kate", "/waive 2026-03-05 later").Verdict("x").Reason.Should().Be(ReasonCode.Objection);
}
