namespace VegaGate.Tracking;

/// <summary>Something that somebody did on an issue. Only what can change a status is kept.</summary>
/// <param name="Actor">Null where the account is gone.</param>
/// <param name="At">The server's time.</param>
public abstract record TimelineEvent(Actor? Actor, DateTimeOffset At)
{
    /// <summary>Where a person reads it; empty where there is no page.</summary>
    public string Url { get; init; } = "";
}

/// <summary>A comment.</summary>
/// <param name="IsEdited">Whether the text is no longer the one that was sent: then nobody can say what its author wrote.</param>
public sealed record Commented(Actor? Actor, DateTimeOffset At, long Id, string Body, bool IsEdited) : TimelineEvent(Actor, At)
{
    /// <summary>Whether an app wrote it in the name of the actor.</summary>
    public bool ByApp { get; init; }

    /// <summary>
    /// Whether it was acknowledged already, so that nothing needs to be sent. The tracker's own account did it; where the tracker only counts
    /// reactions, as GitHub's timeline does, somebody did.
    /// </summary>
    public bool IsAcknowledged { get; init; }
}

/// <summary>The issue was closed.</summary>
/// <param name="Reason">Null where the tracker does not say.</param>
/// <param name="CommitId">The commit or merge that closed it by its message.</param>
/// <param name="ByApp">Whether an app or a project automation acted in the name of the actor.</param>
public sealed record Closed(Actor? Actor, DateTimeOffset At, CloseReason? Reason, string? CommitId, bool ByApp) : TimelineEvent(Actor, At);

/// <summary>The issue was opened again.</summary>
public sealed record Reopened(Actor? Actor, DateTimeOffset At, bool ByApp) : TimelineEvent(Actor, At);
