using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Checklists;
using VegaGate.Escalation;

namespace VegaGate.Tests.Escalation;

public sealed class WorkingTimeTests
{
    private const string Office = "hours: '09:00-18:00', days: [mon, tue, wed, thu, fri]";

    private static readonly string[] Calendars =
    [
        $"time-zone: Europe/Berlin, {Office}",
        "time-zone: Europe/Berlin, hours: '22:00-06:00', days: [mon, tue, wed, thu, fri, sat, sun]",
        "time-zone: Europe/Berlin, hours: '02:30-04:00', days: [mon, tue, wed, thu, fri, sat, sun]",
        "time-zone: Australia/Lord_Howe, hours: '01:45-02:15', days: [sat, sun]",
        "time-zone: America/Santiago, hours: '00:00-24:00', days: [mon, tue, wed, thu, fri, sat, sun], holidays: [2026-04-05, 2026-09-06]",
        "time-zone: America/St_Johns, hours: '23:30-00:30', days: [sat, sun, mon]",
        "time-zone: UTC, hours: '18:00-17:59', days: [wed]",
    ];

    [Theory]
    [InlineData("2026-03-02T09:00Z", "2026-03-02T10:30Z", "1:30")]
    [InlineData("2026-03-02T07:00Z", "2026-03-02T10:30Z", "1:30")]
    [InlineData("2026-03-02T17:30Z", "2026-03-03T09:15Z", "0:45")]
    [InlineData("2026-03-02T19:00Z", "2026-03-02T23:00Z", "0:00")]
    [InlineData("2026-03-06T17:00Z", "2026-03-09T10:00Z", "2:00")]
    [InlineData("2026-03-07T12:00Z", "2026-03-08T12:00Z", "0:00")]
    [InlineData("2026-03-02T10:00Z", "2026-03-02T09:00Z", "0:00")]
    public void Counts_the_hours_of_working_days_alone(string from, string to, string expected) => Between($"time-zone: UTC, {Office}", from, to).Should().Be(Span(expected));

    [Theory]
    // Berlin: 29 March 2026, 02:00 becomes 03:00; 25 October, 03:00 becomes 02:00.
    [InlineData("Europe/Berlin", "00:00-24:00", "2026-03-28T23:00Z", "2026-03-29T22:00Z", "23:00")]
    [InlineData("Europe/Berlin", "00:00-24:00", "2026-10-24T22:00Z", "2026-10-25T23:00Z", "25:00")]
    [InlineData("Europe/Berlin", "02:30-04:00", "2026-03-28T23:00Z", "2026-03-29T22:00Z", "1:00")]
    [InlineData("Europe/Berlin", "01:00-02:30", "2026-03-28T23:00Z", "2026-03-29T22:00Z", "1:00")]
    [InlineData("Europe/Berlin", "02:15-02:45", "2026-03-28T23:00Z", "2026-03-29T22:00Z", "0:00")]
    [InlineData("Europe/Berlin", "02:15-02:45", "2026-10-24T22:00Z", "2026-10-25T23:00Z", "0:30")]
    [InlineData("Europe/Berlin", "02:30-04:00", "2026-10-24T22:00Z", "2026-10-25T23:00Z", "2:30")]
    [InlineData("Europe/Berlin", "09:00-18:00", "2026-03-28T23:00Z", "2026-03-29T22:00Z", "9:00")]
    // Sydney, in the south: 5 April 2026, 03:00 becomes 02:00; 4 October, 02:00 becomes 03:00.
    [InlineData("Australia/Sydney", "00:00-24:00", "2026-04-04T13:00Z", "2026-04-05T14:00Z", "25:00")]
    [InlineData("Australia/Sydney", "00:00-24:00", "2026-10-03T14:00Z", "2026-10-04T13:00Z", "23:00")]
    // Lord Howe puts its clocks by half an hour.
    [InlineData("Australia/Lord_Howe", "00:00-24:00", "2026-04-04T13:00Z", "2026-04-05T13:30Z", "24:30")]
    public void Follows_the_clock_when_it_is_put_on_and_back(string zone, string hours, string from, string to, string expected) =>
        Between($"time-zone: {zone}, hours: '{hours}', days: [mon, tue, wed, thu, fri, sat, sun]", from, to).Should().Be(Span(expected));

    [Fact]
    public void Nine_in_the_morning_is_nine_in_the_morning_before_and_after_the_clock_is_put_on()
    {
        var time = Time($"time-zone: Europe/Berlin, {Office}");

        // Friday the 27th in winter time, Monday the 30th in summer time.
        time.After(At("2026-03-27T17:00Z"), TimeSpan.Zero).Should().Be(At("2026-03-30T07:00Z"));
        time.After(At("2026-03-27T16:30Z"), TimeSpan.FromHours(1)).Should().Be(At("2026-03-30T07:30Z"));
    }

    [Fact]
    public void A_night_shift_belongs_to_the_day_on_which_it_begins()
    {
        const string nights = "time-zone: UTC, hours: '22:00-06:00', days: [fri], holidays: [2026-03-13]";

        Between(nights, "2026-03-06T23:00Z", "2026-03-07T12:00Z").Should().Be(TimeSpan.FromHours(7));
        // Its Friday is off, and so is the Saturday's morning that belongs to it.
        Between(nights, "2026-03-07T06:00Z", "2026-03-20T22:00Z").Should().Be(TimeSpan.Zero);
        Time(nights).After(At("2026-03-07T05:00Z"), TimeSpan.FromHours(2)).Should().Be(At("2026-03-20T23:00Z"));
    }

    [Fact]
    public void A_leap_day_is_a_day_like_any_other()
    {
        const string calendar = "time-zone: UTC, hours: '09:00-18:00', days: [mon, tue, wed, thu, fri]";

        Between(calendar, "2028-02-28T00:00Z", "2028-03-02T00:00Z").Should().Be(TimeSpan.FromHours(27), "Monday the 28th, Tuesday the 29th and Wednesday the 1st");
        Between(calendar + ", holidays: [2028-02-29]", "2028-02-28T00:00Z", "2028-03-02T00:00Z").Should().Be(TimeSpan.FromHours(18));
        Between(calendar, "2026-02-27T17:00Z", "2026-03-02T10:00Z").Should().Be(TimeSpan.FromHours(2));
    }

    [Fact]
    public void A_calendar_that_closes_for_a_week_waits_for_the_week()
    {
        const string closed = $"time-zone: Europe/Berlin, {Office}, holidays: [2026-12-24, 2026-12-25, 2026-12-28, 2026-12-29, 2026-12-30, 2026-12-31, 2027-01-01]";

        Time(closed).After(At("2026-12-23T16:30Z"), TimeSpan.FromHours(1)).Should().Be(At("2027-01-04T08:30Z"));
        Between(closed, "2026-12-23T17:00Z", "2027-01-04T08:00Z").Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Around_the_clock_every_hour_counts()
    {
        WorkingTime.AroundTheClock.Between(At("2026-03-28T23:00Z"), At("2026-03-30T23:00Z")).Should().Be(TimeSpan.FromHours(48));
        WorkingTime.AroundTheClock.After(At("2026-03-28T23:00Z"), TimeSpan.FromHours(2)).Should().Be(At("2026-03-29T01:00Z"));
    }

    [Fact]
    public void What_never_comes_is_null_and_what_cannot_be_read_is_no_calendar()
    {
        Time("time-zone: UTC, hours: '09:00-18:00', days: []").After(At("2026-03-02T09:00Z"), TimeSpan.FromMinutes(1)).Should().BeNull();
        Time("time-zone: UTC, hours: '09:00-18:00', days: []").Between(At("2026-03-02T09:00Z"), At("2027-03-02T09:00Z")).Should().Be(TimeSpan.Zero);
        Time("time-zone: UTC, hours: '09:00-09:01', days: [mon]").After(At("2026-03-02T09:00Z"), TimeSpan.FromDays(7 * 9_999)).Should().BeNull();
        FluentActions.Invoking(() => Time("time-zone: Europe/Nowhere, hours: '09:00-18:00', days: [mon]")).Should().Throw<InvalidOperationException>().WithMessage("*09:00-18:00 in Europe/Nowhere*");
    }

    [Fact]
    public void It_adds_up_never_falls_and_is_never_more_than_the_time_that_went_by() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Cases, sample =>
    {
        var (time, from, first, second) = sample;
        var (middle, to) = (from + first, from + first + second);

        var whole = time.Between(from, to);

        (time.Between(from, middle) + time.Between(middle, to)).Should().Be(whole);
        whole.Should().BeGreaterThanOrEqualTo(time.Between(from, middle)).And.BeLessThanOrEqualTo(to - from);
    }));

    [Fact]
    public void When_something_is_due_is_the_first_moment_at_which_so_much_time_has_passed() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Cases, sample =>
    {
        var (time, from, working, _) = sample;

        var due = time.After(from, working)!.Value;

        time.Between(from, due).Should().Be(working);
        if (working > TimeSpan.Zero)
            time.Between(from, due.AddTicks(-1)).Should().BeLessThan(working);
    }));

    /// <summary>Around both changes of the clock in 2026, and far from them; up to forty days of working time.</summary>
    private static Arbitrary<(WorkingTime Time, DateTimeOffset From, TimeSpan First, TimeSpan Second)> Cases => Arb.From(
        from calendar in Gen.Elements(Calendars)
        from start in Gen.Elements(At("2026-03-27T00:00Z"), At("2026-04-03T00:00Z"), At("2026-09-04T00:00Z"), At("2026-10-03T00:00Z"), At("2026-10-23T00:00Z"), At("2027-11-05T00:00Z"), At("2028-02-27T00:00Z"))
        from seconds in Gen.Choose(0, 5 * 86_400)
        from first in Gen.Choose(0, 3 * 86_400)
        from second in Gen.Choose(0, 40 * 86_400)
        select (Time(calendar), start.AddSeconds(seconds), TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(second)));

    private static TimeSpan Between(string calendar, string from, string to) => Time(calendar).Between(At(from), At(to));

    private static WorkingTime Time(string calendar) => WorkingTime.Of(ChecklistBinder.Bind(Rules.RuleChecking.Read($"checklist: a\nescalation: {{ calendar: {{ {calendar} }} }}\n"))!.Escalation!.Calendar);

    private static DateTimeOffset At(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static TimeSpan Span(string text) => text.Split(':') is [var hours, var minutes] ? new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0) : throw new FormatException(text);
}
