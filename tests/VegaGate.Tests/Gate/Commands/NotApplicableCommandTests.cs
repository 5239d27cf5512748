using VegaGate.Gate;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate.Commands;

/// <summary>The scene's list has zev and rr as owners and kate as the approver.</summary>
public sealed class NotApplicableCommandTests
{
    [Fact]
    public void Takes_an_owner_and_an_approver_in_either_order()
    {
        var verdict = OneItem().Say("x", "zev", "/na We have no such server").Say("x", "kate", "/na Right").Verdict("x");

        (verdict.Verdict, verdict.Reason, verdict.Sentence).Should().Be((Verdict.NotApplicable, ReasonCode.NotApplicable, "Does not apply, say an owner and an approver, last kate: Right"));
        OneItem().Say("x", "kate", "/na Right").Say("x", "zev", "/na Yes").Verdict("x").Reason.Should().Be(ReasonCode.NotApplicable);
    }

    [Theory]
    [InlineData("zev", "rr")]
    [InlineData("zev", "zev")]
    [InlineData("kate", "kate")]
    public void Neither_half_is_enough_nor_is_the_same_half_twice(string first, string second) =>
        OneItem().Say("x", first, "/na No need").Say("x", second, "/na No need").Verdict("x").Reason.Should().Be(ReasonCode.Open);

    [Fact]
    public void Who_owns_and_approves_cannot_confirm_alone()
    {
        var scene = Of("{ approvers: zev }", "{ id: x, title: Do it, owners: [zev, rr] }").Say("x", "zev", "/na No need").Say("x", "zev", "/na Really");

        scene.Verdict("x").Reason.Should().Be(ReasonCode.Open);
        scene.Say("x", "rr", "/na So it is").Verdict("x").Reason.Should().Be(ReasonCode.NotApplicable);
    }

    [Theory]
    [InlineData("mallory", "/na No need", "mallory neither owns list/x nor approves; Zev (zev) or RR (rr) asks with /na, and an approver confirms with the same: Kate (kate).")]
    [InlineData("zev", "/na", "Say why it does not apply: /na reason.")]
    public void Refuses_what_does_not_count_and_says_what_would(string who, string text, string refusal) =>
        OneItem().Say("x", who, text).State("x").Ledger.Refusals.Should().ContainSingle().Which.Text.Should().Be(refusal);

    [Fact]
    public void Is_void_when_the_text_changes() =>
        OneItem().Say("x", "zev", "/na No need").TextChanges("x").Say("x", "kate", "/na Right").Verdict("x").Reason.Should().Be(ReasonCode.Open);
}
