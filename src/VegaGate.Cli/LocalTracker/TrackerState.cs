using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Cli.LocalTracker;

/// <summary>Everything that the tracker holds at one moment.</summary>
internal sealed record TrackerState
{
    public static readonly TrackerState Empty = new();

    /// <summary>The highest number ever given, so that an issue that was taken out of the file by hand frees none.</summary>
    public int LastNumber { get; init; }

    public long LastCommentId { get; init; }

    public ImmutableArray<TrackerLabel> Labels { get; init; } = [];

    public ImmutableArray<string> Milestones { get; init; } = [];

    /// <summary>In rising order of number.</summary>
    public ImmutableArray<StoredIssue> Issues { get; init; } = [];

    /// <summary>When the last thing happened; every change of an issue moves its time.</summary>
    public DateTimeOffset LastTime
    {
        get
        {
            var last = DateTimeOffset.MinValue;
            foreach (var stored in Issues)
            {
                if (stored.Issue.UpdatedAt > last)
                    last = stored.Issue.UpdatedAt;
            }

            return last;
        }
    }

    public StoredIssue? Find(int number)
    {
        var at = IndexOf(number);
        return at < 0 ? null : Issues[at];
    }

    public TrackerState Replace(StoredIssue stored) => this with { Issues = Issues.SetItem(IndexOf(stored.Issue.Number), stored) };

    private int IndexOf(int number)
    {
        var (low, high) = (0, Issues.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = Issues[middle].Issue.Number;
            if (found == number)
                return middle;
            (low, high) = found < number ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}

/// <summary>An issue and what happened on it, in that order.</summary>
internal sealed record StoredIssue(TrackedIssue Issue, ImmutableArray<TimelineEvent> Timeline)
{
    /// <summary>Which comments were acknowledged, and by whom.</summary>
    public ImmutableArray<Acknowledgement> Acknowledgements { get; init; } = [];

    public bool Has(Acknowledgement acknowledgement) =>
        Acknowledgements.Any(known => known.Comment == acknowledgement.Comment && string.Equals(known.Login, acknowledgement.Login, StringComparison.OrdinalIgnoreCase));

    /// <summary>What happened, as an account sees it: acknowledged is what that account acknowledged.</summary>
    public ImmutableArray<TimelineEvent> TimelineFor(Actor actor) => Acknowledgements.IsEmpty
        ? Timeline
        : [.. Timeline.Select(happened => happened is Commented comment && Has(new Acknowledgement(comment.Id, actor.Login)) ? comment with { IsAcknowledged = true } : happened)];

    public bool HasLabel(string name) => Issue.Labels.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Somebody's reaction to a comment.</summary>
internal sealed record Acknowledgement(long Comment, string Login);
