using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>Writes where a list stands into its tracking issue, and leaves everything else of that issue as it is.</summary>
public sealed class TrackingIssueWriter(IIssueTracker tracker)
{
    /// <summary>Writes what <see cref="Compare"/> found.</summary>
    public Task WriteAsync(TrackingUpdate update, CancellationToken cancellation) => tracker.UpdateIssueAsync(update.Number, new IssueUpdate { Body = update.Body }, cancellation);

    /// <summary>What is to be written; null where the tracking issue says so already, and where there is none: a sync makes it.</summary>
    /// <param name="index">As read in this run.</param>
    /// <param name="release">The release for a list that is walked per release, otherwise null.</param>
    /// <param name="progress">As <see cref="TrackingProgress.Render"/> makes it.</param>
    public static TrackingUpdate? Compare(IssueIndex index, string checklist, string? release, string progress)
    {
        if (index.Find(ItemId.ForTracking(checklist, release).ToString()) is not var (issue, marker))
            return null;
        var body = IssueBody.Read(issue.Body);
        // Without its map, the issue is mended by the next sync: it knows the numbers.
        if (!body.IsWhole || TrackingBlock.Parse(body.Block) is not { Map: not null } block || body.With((block with { Progress = progress }).Render()) is not { } wanted || wanted.Block == body.Block)
            return null;
        return new TrackingUpdate(issue.Number, wanted.Compose(marker));
    }
}

/// <summary>The body that a tracking issue is to have.</summary>
public sealed record TrackingUpdate(int Number, string Body);
