namespace VegaGate.Tests.Checklists;

public sealed class MeetingsTests
{
    [Theory]
    [InlineData("true", "", true)]
    [InlineData("true", "critical: optional", false)]
    [InlineData("true", "other: required", true)]
    [InlineData("false", "", false)]
    [InlineData("false", "other: optional", false)]
    [InlineData("false", "critical: required, other: required", true)]
    public void A_critical_hand_off_takes_a_meeting_unless_it_is_optional_and_another_one_where_the_list_asks_for_it(string isCritical, string meetings, bool expected)
    {
        var list = ValidList.Parse(
            $$"""
            checklist: list
            title: A list
            people: { zev: { github: zev }, rr: { github: rr } }
            phases: [{ id: build, title: Build, owners: zev, items: [{ id: a, title: A }], handoff: { to: rr, critical: {{isCritical}} } }]
            communication: { meetings: { {{meetings}} } }
            """);

        list.NeedsMeeting(list.Sections[0].Handoff!).Should().Be(expected);
    }
}
