using VegaGate.Rules.Handoffs;

namespace VegaGate.Tests.Rules.Handoffs;

public sealed class PhaseWithoutReceiverTests
{
    private static readonly PhaseWithoutReceiver Rule = new();

    [Fact]
    public void Reports_a_phase_that_nobody_receives() => Rule.ShouldReport(
        """
        checklist: a
        phases:
          - { id: [|p|], title: P }
          - { id: q, handoff: { to: [|[]|] } }
          - { id: r, handoff: { to: zev } }
          - { id: s, handoff: { from: zev } }
          - { id: t, handoff: text }
          - { title: [|U|] }
          - { id: v }
        """,
        "Nobody receives this phase, and the next one would begin without a word; add a `handoff` with the receivers under `to`.",
        "Nobody receives this phase, and the hand-off could not be accepted; name the receivers.",
        "Nobody receives this phase, and the next one would begin without a word; add a `handoff` with the receivers under `to`.");

    [Fact]
    public void Reports_a_hand_off_to_nobody_of_the_last_phase_too() => Rule.ShouldReport(
        "checklist: a\nphases: [{ id: p, handoff: { to: [|[]|] } }]\n", "Nobody receives this phase, and the hand-off could not be accepted; name the receivers.");

    [Theory]
    [InlineData("sections: [{ id: s }, { id: t }]\n")]
    [InlineData("phases: [{ id: p }, { id: q }]\nsections: [{ id: s }]\n")]
    public void Leaves_sections_alone(string text) => Rule.ShouldBeSilent("checklist: a\n" + text);
}
