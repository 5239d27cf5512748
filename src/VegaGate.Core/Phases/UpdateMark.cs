using System.Globalization;
using VegaGate.Tracking;

namespace VegaGate.Phases;

/// <summary>The hidden first line of a comment of ours that is an update: by it the next one knows what was told already.</summary>
public static class UpdateMark
{
    private const string Begin = "<!-- vegagate update=";
    private const string End = " -->";

    /// <summary>The mark of an update that speaks of everything up to a time.</summary>
    public static string Of(DateTimeOffset at) => $"{Begin}{at.UtcTicks.ToString(CultureInfo.InvariantCulture)}{End}";

    /// <summary>Up to when the last update spoke; null where there was none.</summary>
    /// <param name="identities">Our own logins; what others copied is theirs.</param>
    public static DateTimeOffset? FindLast(IEnumerable<TimelineEvent> timeline, IReadOnlyCollection<string> identities) =>
        OwnComments.Of(timeline, identities).Select(comment => Read(comment.Body)).Max();

    private static DateTimeOffset? Read(string body) =>
        body.StartsWith(Begin, StringComparison.Ordinal) && body.IndexOf(End, StringComparison.Ordinal) is var end and > 0
        && long.TryParse(body[Begin.Length..end], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;
}
