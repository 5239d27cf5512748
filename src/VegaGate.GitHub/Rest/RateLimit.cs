using System.Globalization;
using System.Net;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>A request that GitHub refused for a limit: it was not carried out.</summary>
/// <param name="Wait">How long to wait before anything is sent again.</param>
internal readonly record struct RateLimit(TimeSpan Wait)
{
    /// <summary>
    /// The limit that an answer speaks of, or null when it speaks of something else.
    /// See https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately.
    /// </summary>
    /// <param name="message">What GitHub says in the body.</param>
    /// <param name="earlier">How many times in a row a limit without a stated time was met before, for this request.</param>
    public static RateLimit? Of(GitHubAnswer answer, string message, int earlier, DateTimeOffset now)
    {
        if (answer.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests))
            return null;
        if (answer.RetryAfter is { } wait)
            return Of(wait);
        var isSpent = answer.RateLimitRemaining?.Trim() is "0";
        // A token without a right is refused with the same status, also in the very moment in which its limit is used up.
        if (answer.Status == HttpStatusCode.Forbidden
            && (message.StartsWith("Resource not accessible", StringComparison.OrdinalIgnoreCase)
                || (!isSpent && !message.Contains("rate limit", StringComparison.OrdinalIgnoreCase)
                    && !message.Contains("abuse detection", StringComparison.OrdinalIgnoreCase))))
        {
            return null;
        }

        if (isSpent && long.TryParse(answer.RateLimitReset, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return Of(DateTimeOffset.FromUnixTimeSeconds(seconds) - (answer.Date ?? now));
        }

        return Of(TimeSpan.FromMinutes(1) * Math.Pow(2, Math.Min(earlier, 6)));
    }

    /// <summary>How many requests are left, and until when; null where the answer does not say.</summary>
    public static RequestsLeft? LeftOf(GitHubAnswer answer) =>
        int.TryParse(answer.RateLimitRemaining, NumberStyles.None, CultureInfo.InvariantCulture, out var left)
        && long.TryParse(answer.RateLimitReset, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new RequestsLeft(left, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;

    /// <summary>A wait as it is taken: a second where its end is past, since the headers know whole seconds only; at most a year.</summary>
    public static TimeSpan Bound(TimeSpan wait) =>
        TimeSpan.FromTicks(Math.Clamp(wait.Ticks, TimeSpan.TicksPerSecond, TimeSpan.FromDays(366).Ticks));

    private static RateLimit Of(TimeSpan wait) => new(Bound(wait));
}
