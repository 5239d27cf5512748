using System.Collections.Immutable;

namespace VegaGate.Tracking;

/// <summary>
/// What was read of issues before, so that only those are read again on which something happened. It may forget at any time. Never asked for a release,
/// which reads everything anew.
/// </summary>
public interface ITimelineStore
{
    /// <summary>The timeline of the issue as it is now; null when it has to be read.</summary>
    ImmutableArray<TimelineEvent>? Find(TrackedIssue issue);

    /// <summary>Keeps what was read.</summary>
    /// <param name="readAt">The tracker's time, by which something may have happened since that its <see cref="TrackedIssue.UpdatedAt"/> does not tell.</param>
    void Keep(TrackedIssue issue, DateTimeOffset readAt, ImmutableArray<TimelineEvent> timeline);
}
