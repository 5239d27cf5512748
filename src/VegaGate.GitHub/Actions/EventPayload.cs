namespace VegaGate.GitHub.Actions;

/// <summary>What started a run, as far as it is used. Whatever the payload lacks is null.</summary>
public sealed record EventPayload
{
    /// <summary>For example <c>opened</c>.</summary>
    public string? Action { get; init; }

    public EventSender? Sender { get; init; }

    public PullRequestEvent? PullRequest { get; init; }

    /// <summary>The commit that a merge queue builds on; null for other events.</summary>
    public string? MergeGroupBaseSha { get; init; }

    public IssueEvent? Issue { get; init; }

    public CommentEvent? Comment { get; init; }

    /// <summary>What was pushed; null for other events.</summary>
    public PushEvent? Push { get; init; }
}

/// <summary>An account.</summary>
/// <param name="Type"><c>User</c>, <c>Bot</c>, or another kind of account.</param>
public sealed record EventSender(string? Login, long? Id, string? Type);

/// <summary>The pull request of an event.</summary>
/// <param name="HeadRepository"><c>owner/name</c>; null when the fork is gone.</param>
/// <param name="IsFork">Whether the changes come from another repository; true also where that cannot be said.</param>
public sealed record PullRequestEvent(int? Number, string? HeadSha, string? HeadRepository, string? BaseRef, string? BaseSha, bool IsFork);

/// <summary>The issue of an event.</summary>
/// <param name="IsPullRequest">Whether the issue is a pull request: comments on both are the same event.</param>
public sealed record IssueEvent(int? Number, bool IsPullRequest);

public sealed record CommentEvent(long? Id, EventSender? Author);

public sealed record PushEvent(string? Ref, string? Before, string? After);

/// <summary>A payload, or a sentence that says why there is none.</summary>
public readonly record struct EventReading(EventPayload? Payload, string? Problem);
