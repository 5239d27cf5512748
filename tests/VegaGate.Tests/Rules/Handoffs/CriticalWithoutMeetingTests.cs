using VegaGate.Rules.Handoffs;

namespace VegaGate.Tests.Rules.Handoffs;

public sealed class CriticalWithoutMeetingTests
{
    private static readonly CriticalWithoutMeeting Rule = new();

    private const string Phases =
        """
        phases:
          - { id: p, handoff: { to: zev, critical: [|true|] } }
          - { id: q, handoff: { to: zev, critical: false } }
          - { id: r, handoff: { to: zev } }
          - { id: s }

        """;

    [Theory]
    [InlineData("")]
    [InlineData("communication: { meetings: { other: required } }\n")]
    [InlineData("communication: { meetings: { critical: perhaps } }\n")]
    public void Reports_a_critical_hand_off_without_a_declared_meeting(string communication) => Rule.ShouldReport(
        "checklist: a\n" + Phases + communication, "This hand-off is critical, but no meeting is declared; set `communication.meetings.critical` to `required`.");

    [Fact]
    public void Names_the_place_that_makes_the_meeting_optional() => Rule.ShouldReport(
            "checklist: a\n" + Phases + "communication: { meetings: { critical: optional } }\n", "This hand-off is critical, but the meeting is declared as optional; make it `required`.")
        .Single().Related.Should().ContainSingle().Which.Message.Should().Be("It is optional here.");

    [Fact]
    public void Is_silent_where_the_meeting_is_required() => Rule.ShouldBeSilent("checklist: a\n" + Markup.Parse(Phases).Text + "communication: { meetings: { critical: required } }\n");
}
