namespace VegaGate.Cli.Reporting;

/// <summary>Times for people: as exact as an estimate is.</summary>
internal static class Durations
{
    public static string Show(TimeSpan time)
    {
        var minutes = (long)Math.Ceiling(time.TotalMinutes);
        return minutes < 60 ? Count(minutes, "minute") : minutes % 60 == 0 ? Count(minutes / 60, "hour") : $"{Count(minutes / 60, "hour")} {Count(minutes % 60, "minute")}";
    }

    private static string Count(long number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")}";
}
