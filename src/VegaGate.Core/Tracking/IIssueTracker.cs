using System.Collections.Immutable;

namespace VegaGate.Tracking;

/// <summary>
/// Where items become issues. Every call may throw <see cref="TrackerException"/>; nothing else is thrown for what the other side does.
/// </summary>
public interface IIssueTracker
{
    /// <summary>What a person is told about where the issues are, for example "GitHub acme/widgets".</summary>
    string Description { get; }

    /// <summary>The account that writes. An issue is ours only if this account made it.</summary>
    Actor Identity { get; }

    /// <summary>The login that really writes; null where the tracker does not say.</summary>
    Task<string?> FindLoginAsync(CancellationToken cancellation) => Task.FromResult<string?>(Identity.Login);

    /// <summary>The tracker's clock, not ours, as of the last answer. Throws before the first one.</summary>
    DateTimeOffset Now { get; }

    /// <summary>What the account may still ask for, as of the last answer; null where that is not limited, or not known.</summary>
    RequestsLeft? RequestsLeft => null;

    /// <summary>All issues with a label, open and closed, every page, in rising order of number.</summary>
    Task<ImmutableArray<TrackedIssue>> ListIssuesAsync(string label, CancellationToken cancellation);

    /// <summary>All issues that an account made, open and closed, every page, in rising order of number.</summary>
    /// <param name="since">Leaves out what has not changed since.</param>
    Task<ImmutableArray<TrackedIssue>> ListIssuesByAuthorAsync(string login, DateTimeOffset? since, CancellationToken cancellation);

    /// <summary>One issue, or null when there is none of that number (any more).</summary>
    Task<TrackedIssue?> FindIssueAsync(int number, CancellationToken cancellation);

    /// <summary>
    /// Whether an issue is still as it was read, in all that a write could undo. Asked right before a write, so what the tracker wants to have waited
    /// before one goes by first.
    /// </summary>
    async Task<bool> IsStillAsync(TrackedIssue seen, CancellationToken cancellation) => await FindIssueAsync(seen.Number, cancellation) is { } now && now.SaysTheSameAs(seen);

    /// <summary>Makes an issue and gives it as the tracker took it, which may be less than the draft.</summary>
    Task<TrackedIssue> CreateIssueAsync(IssueDraft draft, CancellationToken cancellation);

    /// <summary>Changes an issue and gives it as the tracker took it.</summary>
    Task<TrackedIssue> UpdateIssueAsync(int number, IssueUpdate update, CancellationToken cancellation);

    Task<Commented> AddCommentAsync(int number, string body, CancellationToken cancellation);

    /// <summary>Shows at a comment, by one reaction of ours, that it was read. Doing so again changes nothing.</summary>
    /// <param name="comment">The comment's <see cref="Commented.Id"/>.</param>
    Task AcknowledgeAsync(long comment, CancellationToken cancellation);

    /// <summary>Comments, closings and reopenings of an issue in the order in which they happened, every page.</summary>
    Task<ImmutableArray<TimelineEvent>> ReadTimelineAsync(int number, CancellationToken cancellation);

    /// <summary>All labels of the repository.</summary>
    Task<ImmutableArray<TrackerLabel>> ListLabelsAsync(CancellationToken cancellation);

    Task CreateLabelAsync(TrackerLabel label, CancellationToken cancellation);

    /// <summary>Gives a label another name, and so to every issue that has it. False where that cannot be: there is no such label, or one of the new name.</summary>
    Task<bool> RenameLabelAsync(string from, string to, CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Whether issues can be assigned to the account.</summary>
    Task<bool> IsAssignableAsync(string login, CancellationToken cancellation);

    /// <summary>Makes the milestone unless there is one of that title, open or closed.</summary>
    Task EnsureMilestoneAsync(string title, CancellationToken cancellation);
}

/// <summary>What is left of a limit on requests.</summary>
/// <param name="ResetAt">When the whole limit is there again.</param>
public sealed record RequestsLeft(int Count, DateTimeOffset ResetAt);
