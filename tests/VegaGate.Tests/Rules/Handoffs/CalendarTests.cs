using VegaGate.Rules.Handoffs;

namespace VegaGate.Tests.Rules.Handoffs;

public sealed class CalendarTests
{
    [Fact]
    public void Reports_a_zone_that_nobody_knows_and_guesses_the_one_that_was_meant()
    {
        new UnknownTimeZone().ShouldReport(
            "checklist: a\nescalation: { calendar: { time-zone: [|Europe/berlin|], hours: '09:00-18:00', days: [mon] } }\n", "There is no time zone `Europe/berlin`; did you mean `Europe/Berlin`?");
        new UnknownTimeZone().ShouldReport(
            "checklist: a\nescalation: { calendar: { time-zone: [|somewhere else|], hours: '09:00-18:00', days: [mon] } }\n",
            "There is no time zone `somewhere else`; name one of the IANA database, such as `Europe/Berlin` or `UTC`.");
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Australia/Lord_Howe")]
    public void Knows_the_zones_of_the_database(string zone) => new UnknownTimeZone().ShouldBeSilent(
        $"checklist: a\nescalation: {{ calendar: {{ time-zone: {zone}, hours: '09:00-18:00', days: [mon] }} }}\n");

    [Theory]
    [InlineData("9-5")]
    [InlineData("9:00-17:00")]
    [InlineData("09:00")]
    [InlineData("09:00-09:00")]
    [InlineData("24:00-09:00")]
    [InlineData("09:00-25:00")]
    [InlineData("09:60-10:00")]
    [InlineData("09:00–18:00")]
    [InlineData("09:00-12:00-18:00")]
    [InlineData("٠٩:٠٠-١٨:٠٠")]
    public void Reports_hours_that_are_not_two_times(string hours) => new MalformedHours().ShouldReport(
        $"checklist: a\nescalation: {{ calendar: {{ time-zone: UTC, hours: [|\"{hours}\"|], days: [mon] }} }}\n",
        $"The hours `{hours}` are not two times of a day; write them as `09:00-18:00`, over midnight as `22:00-06:00`.");

    [Theory]
    [InlineData("00:00-24:00", 0, 1440)]
    [InlineData("09:00-00:00", 540, 1440)]
    [InlineData("22:00-06:00", 1320, 1800)]
    [InlineData("09:05-18:00", 545, 1080)]
    public void Reads_hours_of_a_day_and_of_a_night(string hours, int start, int end)
    {
        var list = $"checklist: a\nescalation: {{ calendar: {{ time-zone: UTC, hours: '{hours}', days: [mon] }} }}\n";

        new MalformedHours().ShouldBeSilent(list);
        VegaGate.Checklists.ChecklistBinder.Bind(RuleChecking.Read(list))!.Escalation!.Calendar!.ReadHours().Should().Be(new VegaGate.Checklists.WorkingHours(start, end));
    }

    [Fact]
    public void Reports_a_calendar_without_a_day() => new NoWorkingDays().ShouldReport(
        "checklist: a\nescalation: { calendar: { time-zone: UTC, hours: '09:00-18:00', [|days|]: [] } }\n", "No day is a working day, so no working time ever passes; name the days, or leave the calendar out.");

    [Fact]
    public void Reports_a_holiday_that_stands_twice() => new DuplicateHoliday().ShouldReport(
            "checklist: a\nescalation: { calendar: { time-zone: UTC, hours: '09:00-18:00', days: [mon], holidays: [2026-12-25, 2026-12-26, [|2026-12-25|]] } }\n",
            "The holiday `2026-12-25` is listed already; remove one of the two, or write the day that was meant.")[0]
        .Related.Should().ContainSingle();

    [Theory]
    [InlineData("{ levels: [{ after: [|unresolved|], notify: a, do: D }] }", "", "`targets.blocker-resolution` has none")]
    [InlineData("{ severity: critical, levels: [{ after: [|unresolved|], notify: a, do: D }] }", "targets: { blocker-resolution: { high: 2h } }", "`targets.blocker-resolution` has none for `critical`")]
    public void Reports_a_level_that_waits_for_no_target(string escalation, string targets, string missing) => new UnresolvedWithoutTarget().ShouldReport(
        $"checklist: a\nescalation: {escalation}\n{targets}\n", $"This level comes when a target has passed, and {missing}; set one, or give the level a time.");

    [Theory]
    [InlineData("{ levels: [{ after: unresolved, notify: a, do: D }] }", "targets: { blocker-resolution: { high: 2h } }")]
    [InlineData("{ severity: critical, levels: [{ after: 1h, notify: a, do: D }] }", "")]
    public void Leaves_a_level_alone_that_comes(string escalation, string targets) => new UnresolvedWithoutTarget().ShouldBeSilent($"checklist: a\nescalation: {escalation}\n{targets}\n");
}
