using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>Writes where a list stands into its tracking issue, and leaves everything else of that issue as it is.</summary>
public sealed class TrackingIssueWriter(IIssueTracker tracker)
{
    /// <summary>Writes the progress where it differs, and says whether it did. Without a tracking issue there is nothing to write to: a sync makes it.</summary>
    /// <param name="index">As read in this run.</param>
    /// <param name="release">The release for a list that is walked per release, otherwise null.</param>
    /// <param name="progress">As <see cref="TrackingProgress.Render"/> makes it.</param>
    public async Task<bool> UpdateAsync(IssueIndex index, string checklist, string? release, string progress, CancellationToken cancellation)
    {
        if (index.Find(ItemId.ForTracking(checklist, release).ToString()) is not var (issue, marker))
            return false;
        var body = IssueBody.Read(issue.Body);
        // Without its map, the issue is mended by the next sync: it knows the numbers.
        if (!body.IsWhole || TrackingBlock.Parse(body.Block) is not { Map: not null } block || body.With((block with { Progress = progress }).Render()) is not { } wanted || wanted.Block == body.Block)
            return false;
        await tracker.UpdateIssueAsync(issue.Number, new IssueUpdate { Body = wanted.Compose(marker) }, cancellation);
        return true;
    }
}
