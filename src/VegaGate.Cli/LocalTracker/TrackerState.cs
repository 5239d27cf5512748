using System.Collections.Immutable;
using System.Text.Json.Serialization;
using VegaGate.Tracking;

namespace VegaGate.Cli.LocalTracker;

/// <summary>Everything that the tracker holds at one moment, in the shape of its file.</summary>
internal sealed record TrackerState
{
    /// <summary>The format that this program reads and writes.</summary>
    public const int CurrentVersion = 1;

    public static readonly TrackerState Empty =
        new() { Version = CurrentVersion, LastNumber = 0, LastCommentId = 0, Labels = [], Milestones = [], Issues = [] };

    public required int Version { get; init; }

    /// <summary>The highest number ever given, so that an issue that was taken out of the file by hand frees none.</summary>
    public required int LastNumber { get; init; }

    public required long LastCommentId { get; init; }

    public required ImmutableArray<TrackerLabel> Labels { get; init; }

    public required ImmutableArray<string> Milestones { get; init; }

    /// <summary>In rising order of number.</summary>
    public required ImmutableArray<StoredIssue> Issues { get; init; }

    /// <summary>When the last thing happened; every change of an issue moves its time.</summary>
    [JsonIgnore]
    public DateTimeOffset LastTime => Issues.IsEmpty ? DateTimeOffset.MinValue : Issues.Max(issue => issue.UpdatedAt);

    public StoredIssue? Find(int number)
    {
        var at = IndexOf(number);
        return at < 0 ? null : Issues[at];
    }

    public TrackerState Replace(StoredIssue issue) => this with { Issues = Issues.SetItem(IndexOf(issue.Number), issue) };

    private int IndexOf(int number)
    {
        var (low, high) = (0, Issues.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Issues[middle].Number == number)
                return middle;
            (low, high) = Issues[middle].Number < number ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}

internal sealed record StoredIssue
{
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public required bool IsOpen { get; init; }

    public CloseReason? ClosedAs { get; init; }

    public required ImmutableArray<string> Labels { get; init; }

    public required ImmutableArray<string> Assignees { get; init; }

    public string? Milestone { get; init; }

    public required Actor Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>In the order in which it happened.</summary>
    public required ImmutableArray<StoredEvent> Timeline { get; init; }

    public bool HasLabel(string name) => Labels.Contains(name, StringComparer.OrdinalIgnoreCase);

    public TrackedIssue ToTracked() => new()
    {
        Number = Number,
        Title = Title,
        Body = Body,
        IsOpen = IsOpen,
        ClosedAs = ClosedAs,
        Labels = Labels,
        Assignees = Assignees,
        Milestone = Milestone,
        Author = Author,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(StoredComment), "commented")]
[JsonDerivedType(typeof(StoredClosing), "closed")]
[JsonDerivedType(typeof(StoredReopening), "reopened")]
internal abstract record StoredEvent(
    [property: JsonPropertyOrder(-2)] Actor Actor,
    [property: JsonPropertyOrder(-1)] DateTimeOffset At)
{
    public abstract TimelineEvent ToTimeline();
}

internal sealed record StoredComment(Actor Actor, DateTimeOffset At, long Id, string Body) : StoredEvent(Actor, At)
{
    public override Commented ToTimeline() => new(Actor, At, Id, Body, IsEdited: false);
}

internal sealed record StoredClosing(Actor Actor, DateTimeOffset At, CloseReason Reason) : StoredEvent(Actor, At)
{
    public override Closed ToTimeline() => new(Actor, At, Reason, CommitId: null, ByApp: false);
}

internal sealed record StoredReopening(Actor Actor, DateTimeOffset At) : StoredEvent(Actor, At)
{
    public override Reopened ToTimeline() => new(Actor, At, ByApp: false);
}
