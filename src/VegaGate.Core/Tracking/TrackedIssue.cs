using System.Collections.Immutable;

namespace VegaGate.Tracking;

/// <summary>Why an issue is closed.</summary>
public enum CloseReason
{
    Completed,
    NotPlanned,
    Duplicate,
}

/// <summary>An issue as the tracker holds it at one moment.</summary>
public sealed record TrackedIssue
{
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary>Null while the issue is open, or where the tracker does not say.</summary>
    public CloseReason? ClosedAs { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Logins.</summary>
    public ImmutableArray<string> Assignees { get; init; } = [];

    /// <summary>The milestone's title.</summary>
    public string? Milestone { get; init; }

    /// <summary>Whether it is known that nobody has ever commented on it, closed or reopened it: then its timeline need not be read.</summary>
    public bool IsUntouched { get; init; }

    /// <summary>Whether only those with write access may still speak on it.</summary>
    public bool IsLocked { get; init; }

    public required Actor Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Where a person reads the issue; empty where there is no page.</summary>
    public string Url { get; init; } = "";

    /// <summary>Whether everything is the same that a write replaces. What happened on the issue besides, as a comment, does not matter.</summary>
    public bool SaysTheSameAs(TrackedIssue other) =>
        Title == other.Title && Body == other.Body && IsOpen == other.IsOpen && Milestone == other.Milestone
        && Labels.ToHashSet(StringComparer.Ordinal).SetEquals(other.Labels) && Assignees.ToHashSet(StringComparer.Ordinal).SetEquals(other.Assignees);
}

/// <summary>A label of the repository.</summary>
/// <param name="Name">At most 50 characters; compared without regard to case.</param>
/// <param name="Color">Six hex digits.</param>
/// <param name="Description">At most 100 characters.</param>
public sealed record TrackerLabel(string Name, string Color, string Description);

/// <summary>What a new issue is made of.</summary>
public sealed record IssueDraft
{
    /// <summary>At most 256 characters.</summary>
    public required string Title { get; init; }

    /// <summary>At most 65,536 characters.</summary>
    public required string Body { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Logins that can be assigned; one that cannot makes the whole creation fail.</summary>
    public ImmutableArray<string> Assignees { get; init; } = [];

    public string? Milestone { get; init; }
}

/// <summary>What is to change of an issue; null leaves a field as it is. Labels and assignees are replaced as whole sets.</summary>
public sealed record IssueUpdate
{
    public string? Title { get; init; }

    public string? Body { get; init; }

    public ImmutableArray<string>? Labels { get; init; }

    public ImmutableArray<string>? Assignees { get; init; }

    public string? Milestone { get; init; }

    /// <summary>Takes the milestone away; without effect where <see cref="Milestone"/> names one.</summary>
    public bool ClearsMilestone { get; init; }

    /// <summary>True reopens, false closes.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>Goes with a closing.</summary>
    public CloseReason? CloseAs { get; init; }
}
