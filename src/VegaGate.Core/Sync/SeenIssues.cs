using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>
/// Knows whether an issue is still what the plan found. It asks for all that changed since with one request, and only when some time has gone by: a read
/// for each issue would double the requests of a run. One that somebody else opened is asked for alone: there may be as many authors as issues.
/// </summary>
/// <param name="readAt">The tracker's time at which the plan's issues were read.</param>
internal sealed class SeenIssues(IIssueTracker tracker, DateTimeOffset readAt, ImmutableArray<PlannedChange> writes)
{
    /// <summary>What was read is taken for current so long.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    /// <summary>Clocks on the other side need not agree to the second.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private readonly ImmutableArray<string> _authors = [.. writes.Where(change => !change.IsSealed).Select(change => change.Seen?.Author.Login).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    private readonly Dictionary<int, TrackedIssue> _changed = [];
    private readonly DateTimeOffset _plannedAt = readAt;
    private DateTimeOffset _readAt = readAt;

    public async Task<bool> IsAsSeenAsync(TrackedIssue seen, CancellationToken cancellation)
    {
        if (!_authors.Contains(seen.Author.Login, StringComparer.OrdinalIgnoreCase))
            return tracker.Now - _plannedAt <= MaxAge || await tracker.FindIssueAsync(seen.Number, cancellation) is { } current && IsSame(current, seen);
        if (tracker.Now - _readAt > MaxAge)
            await ReadAsync(cancellation);
        return !_changed.TryGetValue(seen.Number, out var now) || IsSame(now, seen);
    }

    private static bool IsSame(TrackedIssue now, TrackedIssue seen) =>
        now.Title == seen.Title && now.Body == seen.Body && now.IsOpen == seen.IsOpen && now.Milestone == seen.Milestone
        && now.Labels.ToHashSet(StringComparer.Ordinal).SetEquals(seen.Labels) && now.Assignees.ToHashSet(StringComparer.Ordinal).SetEquals(seen.Assignees);

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var since = _readAt - Tolerance;
        foreach (var author in _authors)
        {
            foreach (var issue in await tracker.ListIssuesByAuthorAsync(author, since, cancellation))
                _changed[issue.Number] = issue;
        }

        _readAt = tracker.Now;
    }
}
