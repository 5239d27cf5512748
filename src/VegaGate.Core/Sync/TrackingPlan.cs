using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>Plans a list's tracking issue: its map, and what every issue has. Where the list stands is written when issues are answered, and kept here.</summary>
internal static class TrackingPlan
{
    /// <summary>In the place of a status word, which it has none of.</summary>
    private const string Status = "tracking";

    /// <summary>The change; null where the issue is as it should be.</summary>
    /// <param name="found">The tracking issue; null where there is none.</param>
    /// <param name="wanted">Everything that the definitions want.</param>
    /// <param name="changes">What is planned for the items of the list.</param>
    /// <param name="adopts">Whether what is gone is made anew, and so forgotten here.</param>
    public static PlannedChange? Of(DesiredIssue desired, ComparedIssue? found, IssueIndex live, HashSet<ItemId> wanted, IEnumerable<PlannedChange> changes, bool adopts)
    {
        // What cannot be believed changes no map.
        if (live.Doubt is not null)
            return null;
        var scope = TrackingMap.ScopeOf(desired.Id.ToString());
        var isAwaited = changes.Any(change => change is { Action: SyncAction.Create or SyncAction.Adopt } or { IsSealed: true, IsNewText: true } && change.Identity.StartsWith(scope, StringComparison.OrdinalIgnoreCase));
        var map = Known(scope, live, wanted, adopts);
        return found is null ? Create(desired, map) : Compare(desired, found, map, isAwaited);
    }

    private static TrackingMap Known(string scope, IssueIndex live, HashSet<ItemId> wanted, bool adopts)
    {
        var entries = live.Issues.Select(issue => KeyValuePair.Create(live.Today(issue.Marker.Identity), issue.Issue.Number))
            .Concat(live.Misplaced.Where(entry => live.SealOf(entry.Value.Number) is null || ItemId.Parse(entry.Key) is { } id && wanted.Contains(id)).Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Number)))
            .Concat(live.Missing.Where(entry => !adopts && ItemId.Parse(entry.Key) is { } id && wanted.Contains(id)))
            .Where(entry => entry.Key.StartsWith(scope, StringComparison.OrdinalIgnoreCase) && ItemId.Parse(entry.Key) is { IsTracking: false });
        return entries.Aggregate(TrackingMap.Empty, (map, entry) => map.With(TrackingMap.KeyOf(entry.Key), entry.Value, live.SealOf(entry.Value)));
    }

    private static PlannedChange Create(DesiredIssue desired, TrackingMap map) => new(
        SyncAction.Create,
        desired.Id.ToString(),
        null,
        desired.Title,
        "says where the list stands, and has no issue yet",
        [],
        MarkerOf(desired, null),
        false,
        IssueBody.New(new TrackingBlock("", map).Render()),
        new IssueUpdate { Title = desired.Title, Labels = IssueComparison.Labels(desired, [], null), Milestone = desired.Milestone },
        null)
    {
        Map = map,
    };

    private static PlannedChange? Compare(DesiredIssue desired, ComparedIssue found, TrackingMap map, bool isAwaited)
    {
        var ((issue, marker), body, isMended) = found;
        var block = TrackingBlock.Parse(body.Block);
        // A map outside the block is left of a damage, and would contradict the one inside.
        body = body with { Before = TrackingMap.Strip(body.Before), After = TrackingMap.Strip(body.After), IsWhole = body.IsWhole && !TrackingMap.IsIn(body.Before + body.After) };
        if (body.With((block with { Map = map }).Render()) is not { } wanted || TrackingMap.Read(wanted.Block) is null)
            return IssueComparison.Conflict(desired, issue.Number, "the text on the issue leaves no room for the managed block; shorten it", []);
        var baseline = IssueComparison.BaseOf(desired);
        var draft = new IssueComparison.Draft();
        IssueComparison.CompareIdentity(draft, desired, marker, isMended);
        IssueComparison.CompareTitle(draft, desired, issue, marker.Base);
        IssueComparison.CompareLabels(draft, desired, issue, null);
        IssueComparison.CompareMilestone(draft, desired, issue, marker.Base, baseline);
        var isMapChanged = isAwaited || !map.Equals(block.Map);
        if (isMapChanged)
            draft.Add("map", block.Map is { } old ? Count(old) : "none", isAwaited ? "with the issues that are made" : Count(map), "which issue is which item's changed");
        else if (wanted.Block != body.Block || !body.IsWhole)
            draft.Add("body", "managed block damaged", "managed block as defined", "the managed block was damaged");
        if (draft.Reasons.Count == 0)
            return null;
        return new PlannedChange(
            SyncAction.Update,
            desired.Id.ToString(),
            issue.Number,
            desired.Title,
            string.Join("; ", draft.Reasons),
            [.. draft.Fields],
            MarkerOf(desired, marker.Since),
            isMapChanged,
            wanted,
            draft.Update,
            null)
        {
            Seen = issue,
            Map = map,
        };
    }

    private static IssueMarker MarkerOf(DesiredIssue desired, DateTimeOffset? since) => new(desired.Id.ToString(), desired.Fingerprint, since, Status, IssueComparison.BaseOf(desired));

    private static string Count(TrackingMap map) => $"{map.Count} {(map.Count == 1 ? "entry" : "entries")}";
}
