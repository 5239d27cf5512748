using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Tests.Gate;

/// <summary>A tracker that tells what was written to it, and which timelines were read.</summary>
internal sealed class LoggingTracker(IIssueTracker tracker) : IIssueTracker
{
    public List<string> Writes { get; } = [];

    public List<int> TimelinesRead { get; } = [];

    public string Description => tracker.Description;

    public Actor Identity => tracker.Identity;

    public DateTimeOffset Now => tracker.Now;

    public Task<ImmutableArray<TrackedIssue>> ListIssuesAsync(string label, CancellationToken cancellation) => tracker.ListIssuesAsync(label, cancellation);

    public Task<ImmutableArray<TrackedIssue>> ListIssuesByAuthorAsync(string login, DateTimeOffset? since, CancellationToken cancellation) => tracker.ListIssuesByAuthorAsync(login, since, cancellation);

    public Task<TrackedIssue?> FindIssueAsync(int number, CancellationToken cancellation) => tracker.FindIssueAsync(number, cancellation);

    public Task<ImmutableArray<TrackerLabel>> ListLabelsAsync(CancellationToken cancellation) => tracker.ListLabelsAsync(cancellation);

    public Task<bool> IsAssignableAsync(string login, CancellationToken cancellation) => tracker.IsAssignableAsync(login, cancellation);

    public Task<ImmutableArray<TimelineEvent>> ReadTimelineAsync(int number, CancellationToken cancellation)
    {
        TimelinesRead.Add(number);
        return tracker.ReadTimelineAsync(number, cancellation);
    }

    public Task<TrackedIssue> CreateIssueAsync(IssueDraft draft, CancellationToken cancellation)
    {
        Writes.Add("create");
        return tracker.CreateIssueAsync(draft, cancellation);
    }

    public Task<TrackedIssue> UpdateIssueAsync(int number, IssueUpdate update, CancellationToken cancellation)
    {
        Writes.Add($"update {number}");
        return tracker.UpdateIssueAsync(number, update, cancellation);
    }

    public Task<Commented> AddCommentAsync(int number, string body, CancellationToken cancellation)
    {
        Writes.Add($"comment {number}");
        return tracker.AddCommentAsync(number, body, cancellation);
    }

    public Task AcknowledgeAsync(long comment, CancellationToken cancellation)
    {
        Writes.Add($"acknowledge {comment}");
        return tracker.AcknowledgeAsync(comment, cancellation);
    }

    public Task<bool> RenameLabelAsync(string from, string to, CancellationToken cancellation) => tracker.RenameLabelAsync(from, to, cancellation);

    public Task CreateLabelAsync(TrackerLabel label, CancellationToken cancellation)
    {
        Writes.Add("label");
        return tracker.CreateLabelAsync(label, cancellation);
    }

    public Task EnsureMilestoneAsync(string title, CancellationToken cancellation)
    {
        Writes.Add("milestone");
        return tracker.EnsureMilestoneAsync(title, cancellation);
    }
}
