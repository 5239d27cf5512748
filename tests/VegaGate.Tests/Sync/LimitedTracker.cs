using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Tests.Sync;

/// <summary>A tracker that stops at a limit after some writes, and may drop what a token without rights sends.</summary>
internal sealed class LimitedTracker(IIssueTracker tracker, int writes) : IIssueTracker
{
    private int _left = writes;

    public static DateTimeOffset ResumeAt { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What is done to a draft before it is taken.</summary>
    public Func<IssueDraft, IssueDraft> Takes { get; init; } = draft => draft;

    public string Description => tracker.Description;

    public Actor Identity => tracker.Identity;

    public DateTimeOffset Now => tracker.Now;

    public Task<ImmutableArray<TrackedIssue>> ListIssuesAsync(string label, CancellationToken cancellation) => tracker.ListIssuesAsync(label, cancellation);

    public Task<ImmutableArray<TrackedIssue>> ListIssuesByAuthorAsync(string login, DateTimeOffset? since, CancellationToken cancellation) =>
        tracker.ListIssuesByAuthorAsync(login, since, cancellation);

    public Task<TrackedIssue?> FindIssueAsync(int number, CancellationToken cancellation) => tracker.FindIssueAsync(number, cancellation);

    public Task<ImmutableArray<TimelineEvent>> ReadTimelineAsync(int number, CancellationToken cancellation) => tracker.ReadTimelineAsync(number, cancellation);

    public Task<ImmutableArray<TrackerLabel>> ListLabelsAsync(CancellationToken cancellation) => tracker.ListLabelsAsync(cancellation);

    public Task<bool> IsAssignableAsync(string login, CancellationToken cancellation) => tracker.IsAssignableAsync(login, cancellation);

    public async Task<TrackedIssue> CreateIssueAsync(IssueDraft draft, CancellationToken cancellation)
    {
        Spend();
        return await tracker.CreateIssueAsync(Takes(draft), cancellation);
    }

    public async Task<TrackedIssue> UpdateIssueAsync(int number, IssueUpdate update, CancellationToken cancellation)
    {
        Spend();
        return await tracker.UpdateIssueAsync(number, update, cancellation);
    }

    public async Task<Commented> AddCommentAsync(int number, string body, CancellationToken cancellation)
    {
        Spend();
        return await tracker.AddCommentAsync(number, body, cancellation);
    }

    public async Task AcknowledgeAsync(long comment, CancellationToken cancellation)
    {
        Spend();
        await tracker.AcknowledgeAsync(comment, cancellation);
    }

    public async Task CreateLabelAsync(TrackerLabel label, CancellationToken cancellation)
    {
        Spend();
        await tracker.CreateLabelAsync(label, cancellation);
    }

    public async Task EnsureMilestoneAsync(string title, CancellationToken cancellation)
    {
        Spend();
        await tracker.EnsureMilestoneAsync(title, cancellation);
    }

    private void Spend()
    {
        if (_left-- <= 0)
            throw new TrackerException(TrackerFailure.RateLimited, "The limit is reached.") { ResumeAt = ResumeAt };
    }
}
