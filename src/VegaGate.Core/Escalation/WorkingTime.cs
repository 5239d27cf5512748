using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;
using VegaGate.Checklists;
using VegaGate.Format;

namespace VegaGate.Escalation;

/// <summary>
/// How much of a stretch of time counts: all of it, or only the hours of a calendar. Hours belong to the day on which they begin, so a holiday takes the whole night
/// shift that begins on it. Where the clock is put on or back, an hour of the calendar begins or ends at the first moment at which the clock shows its time or a later one.
/// </summary>
public sealed class WorkingTime
{
    /// <summary>Beyond this nobody waits, and a calendar without a working day ends.</summary>
    private const int HorizonInDays = 366 * 30;

    private static readonly ZoneLocalMappingResolver FirstMomentOf = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly DateTimeZone? _zone;
    private readonly WorkingHours _hours;
    private readonly ImmutableArray<int> _days;
    private readonly ImmutableHashSet<LocalDate> _holidays;

    private WorkingTime(DateTimeZone? zone, WorkingHours hours, ImmutableArray<int> days, ImmutableHashSet<LocalDate> holidays) => (_zone, _hours, _days, _holidays) = (zone, hours, days, holidays);

    /// <summary>Every hour counts.</summary>
    public static WorkingTime AroundTheClock { get; } = new(null, new WorkingHours(0, WorkingHours.MinutesOfDay), [], []);

    /// <summary>The names of all time zones.</summary>
    public static IEnumerable<string> ZoneNames => DateTimeZoneProviders.Tzdb.Ids;

    /// <summary>The working time of a list; around the clock where it has no calendar.</summary>
    /// <exception cref="InvalidOperationException">The calendar is one that the rules refuse.</exception>
    public static WorkingTime Of(WorkCalendar? calendar)
    {
        if (calendar is null)
            return AroundTheClock;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(calendar.TimeZone.Value);
        return zone is null || calendar.ReadHours() is not { } hours
            ? throw new InvalidOperationException($"The calendar cannot be used: {calendar.Hours.Value} in {calendar.TimeZone.Value}.")
            : new WorkingTime(zone, hours, calendar.DayNumbers, [.. calendar.Holidays.Select(day => Scalars.ParseDate(day.Value)).OfType<DateOnly>().Select(LocalDate.FromDateOnly)]);
    }

    /// <summary>Whether there is a time zone of that name.</summary>
    public static bool IsZone(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null;

    /// <summary>The working time from one moment to another; none where the second is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
            return TimeSpan.Zero;
        if (_zone is null)
            return to - from;
        var (start, end) = (Instant.FromDateTimeOffset(from), Instant.FromDateTimeOffset(to));
        var sum = Duration.Zero;
        foreach (var (opens, closes) in Shifts(start))
        {
            if (opens >= end)
                break;
            sum += Instant.Min(closes, end) - Instant.Max(opens, start);
        }

        return sum.ToTimeSpan();
    }

    /// <summary>
    /// The first moment at which so much working time has passed; for none, the first moment of working time. Null where that is not within thirty years.
    /// </summary>
    public DateTimeOffset? After(DateTimeOffset from, TimeSpan working)
    {
        if (_zone is null)
            return from + working;
        var start = Instant.FromDateTimeOffset(from);
        var left = Duration.FromTimeSpan(working);
        foreach (var (opens, closes) in Shifts(start))
        {
            var begins = Instant.Max(opens, start);
            if (closes - begins is var length && (length > left || length == left && left > Duration.Zero))
                return (begins + left).ToDateTimeOffset();
            left -= length;
        }

        return null;
    }

    /// <summary>The stretches of work that end after a moment, in their order; none overlaps another.</summary>
    private IEnumerable<(Instant Opens, Instant Closes)> Shifts(Instant from)
    {
        var first = from.InZone(_zone!).Date.PlusDays(-2);
        for (var passed = 0; passed < HorizonInDays; passed++)
        {
            var day = first.PlusDays(passed);
            if (!_days.Contains((int)day.DayOfWeek) || _holidays.Contains(day))
                continue;
            var (opens, closes) = (MomentOf(day, _hours.Start), MomentOf(day, _hours.End));
            if (closes > opens && closes > from)
                yield return (opens, closes);
        }
    }

    private Instant MomentOf(LocalDate day, int minute) => _zone!.ResolveLocal(day.AtMidnight().PlusMinutes(minute), FirstMomentOf).ToInstant();
}
