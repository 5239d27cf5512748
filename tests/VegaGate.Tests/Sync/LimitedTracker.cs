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

    /// <summary>What is done to a listing before it is given.</summary>
    public Func<ImmutableArray<TrackedIssue>, ImmutableArray<TrackedIssue>> Lists { get; init; } = issues => issues;

    /// <summary>What becomes of a creation, by its number from 1 on: whether it is carried out, and whether its answer arrives.</summary>
    public Func<int, (bool IsDone, bool IsAnswered)> Creates { get; init; } = _ => (true, true);

    public RequestsLeft? RequestsLeft { get; init; }

    /// <summary>How many creations were sent.</summary>
    public int Creations { get; private set; }

    /// <summary>How many listings were asked for, of either kind.</summary>
    public int Listings { get; private set; }

    public string Description => tracker.Description;

    /// <summary>Who is said to write; null: who really does.</summary>
    public Actor? WritesAs { get; init; }

    public Actor Identity => WritesAs ?? tracker.Identity;

    public DateTimeOffset Now => tracker.Now;

    public async Task<ImmutableArray<TrackedIssue>> ListIssuesAsync(string label, CancellationToken cancellation)
    {
        Listings++;
        return Lists(await tracker.ListIssuesAsync(label, cancellation));
    }

    public Task<ImmutableArray<TrackedIssue>> ListIssuesByAuthorAsync(string login, DateTimeOffset? since, CancellationToken cancellation)
    {
        Listings++;
        return tracker.ListIssuesByAuthorAsync(login, since, cancellation);
    }

    public Task<TrackedIssue?> FindIssueAsync(int number, CancellationToken cancellation) => tracker.FindIssueAsync(number, cancellation);

    public Task<ImmutableArray<TimelineEvent>> ReadTimelineAsync(int number, CancellationToken cancellation) => tracker.ReadTimelineAsync(number, cancellation);

    public Task<ImmutableArray<TrackerLabel>> ListLabelsAsync(CancellationToken cancellation) => tracker.ListLabelsAsync(cancellation);

    public Task<bool> IsAssignableAsync(string login, CancellationToken cancellation) => tracker.IsAssignableAsync(login, cancellation);

    public async Task<TrackedIssue> CreateIssueAsync(IssueDraft draft, CancellationToken cancellation)
    {
        Spend();
        var (isDone, isAnswered) = Creates(++Creations);
        var created = isDone ? await tracker.CreateIssueAsync(Takes(draft), cancellation) : null;
        return isAnswered ? created! : throw new TrackerException(TrackerFailure.Unreachable, "No answer.");
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

    public Task<bool> RenameLabelAsync(string from, string to, CancellationToken cancellation) => tracker.RenameLabelAsync(from, to, cancellation);

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
