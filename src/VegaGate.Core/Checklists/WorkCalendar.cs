using System.Collections.Immutable;
using System.Globalization;
using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>When people work, as the file says it. What it comes to on the clock, <c>Escalation.WorkingTime</c> computes.</summary>
/// <param name="TimeZone">A zone of the IANA database.</param>
/// <param name="Hours">Such as 09:00-18:00.</param>
/// <param name="Days">Words of <see cref="DayWords"/>.</param>
/// <param name="DaysKey">The key of the days.</param>
/// <param name="Holidays">Dates.</param>
public sealed record WorkCalendar(Located<string> TimeZone, Located<string> Hours, ImmutableArray<Located<string>> Days, Located<string> DaysKey, ImmutableArray<Located<string>> Holidays)
{
    private static readonly string[] Words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>From Monday on.</summary>
    public static IReadOnlyList<string> DayWords => Words;

    /// <summary>The working days, from 1 for Monday to 7 for Sunday.</summary>
    public ImmutableArray<int> DayNumbers => [.. Days.Select(day => Array.IndexOf(Words, day.Value) + 1).Where(number => number > 0)];

    /// <summary>The hours as numbers; null when they are malformed.</summary>
    public WorkingHours? ReadHours() => Hours.Value.Split('-') is [var from, var to] && MinuteOf(from) is { } start && MinuteOf(to) is { } end && start < WorkingHours.MinutesOfDay && start != end
        ? new WorkingHours(start, end > start ? end : end + WorkingHours.MinutesOfDay)
        : null;

    private static int? MinuteOf(string text) =>
        text == "24:00" ? WorkingHours.MinutesOfDay
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.Hour * 60 + time.Minute
        : null;
}

/// <summary>The working hours of a day, in minutes since its midnight.</summary>
/// <param name="End">Later than <paramref name="Start"/>; over midnight, beyond <see cref="MinutesOfDay"/>.</param>
public sealed record WorkingHours(int Start, int End)
{
    public const int MinutesOfDay = 24 * 60;
}
