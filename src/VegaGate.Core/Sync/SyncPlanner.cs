using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>
/// Compares definition, base and live issues. Pure: the same input gives the same plan, and a plan made after it was applied holds nothing.
/// </summary>
public static class SyncPlanner
{
    /// <summary>Plans the issues of some lists.</summary>
    /// <param name="desired">What the definitions want.</param>
    /// <param name="scopes">The lists (and releases) that are planned: an issue of one of them that nobody wants is retired.</param>
    /// <param name="live">What there is.</param>
    /// <param name="adopts">Whether what is gone is made anew.</param>
    /// <param name="labels">As <see cref="LabelRename.Wanted"/> has it; null: nobody was renamed.</param>
    public static SyncPlan Plan(
        ImmutableArray<DesiredIssue> desired, IReadOnlyCollection<ItemId> scopes, IssueIndex live, bool adopts = false, IReadOnlyDictionary<string, string>? labels = null)
    {
        ImmutableArray<LabelRename> renames = labels is null || live.Doubt is not null ? [] : LabelRename.Possible(labels, desired, scopes, live);
        if (!renames.IsEmpty)
            live = live.Select(issue => renames.Aggregate(issue, (now, rename) => rename.Relabel(now)));
        var wanted = desired.Select(issue => issue.Id).ToHashSet();
        var changes = new List<PlannedChange>();
        var unchanged = 0;
        var withheld = 0;
        var mayCreate = live.Doubt is null && live.Broken.IsEmpty && live.Strays.IsEmpty;
        foreach (var issue in desired)
        {
            var found = FindOrMend(issue, live);
            var named = live.Named.GetValueOrDefault(issue.Id.ToString());
            if (found is null && named?.Obstacle is null && !mayCreate)
                withheld++;
            else if ((issue.Id.IsTracking ? TrackingPlan.Of(issue, found, live, wanted, changes, adopts)
                : named?.Obstacle is { } obstacle ? IssueComparison.Conflict(issue, named.Number, obstacle, [])
                : found is not null ? IssueComparison.Compare(issue, found) is { } difference ? difference with { IsSealed = live.SealOf(found.Marked.Issue.Number) is not null } : null
                : live.Missing.ContainsKey(issue.Id.ToString()) && !adopts ? Miss(issue, live)
                : named is not null ? Adopt(issue, named, live, changes)
                : Create(issue)) is { } change)
                changes.Add(change);
            else
                unchanged++;
        }

        if (live.Doubt is null)
        {
            changes.AddRange(live.Issues.Where(found => IsRetired(found, scopes, wanted, live)).Select(found => Retire(found, IssueBody.Read(found.Issue.Body))));
            changes.AddRange(Unmarked(live).Where(found => IsRetired(found, scopes, wanted, live)).Select(found => Retire(found, IssueBody.Read(IssueMarker.StripAll(found.Issue.Body)))));
            changes.AddRange(live.Twins.Where(twin => twin.Issue.IsOpen).Select(twin => CloseTwin(twin, live)));
        }

        return new SyncPlan([.. changes], [.. Notices(live, withheld)], unchanged) { Renames = renames };
    }

    /// <summary>What is compared with what is wanted; null where there is no issue.</summary>
    private static ComparedIssue? FindOrMend(DesiredIssue desired, IssueIndex live)
    {
        var identity = desired.Id.ToString();
        if (live.Find(identity) is { } found)
            return new ComparedIssue(found, IssueBody.Read(found.Issue.Body), IsMended: false);
        if (live.Misplaced.GetValueOrDefault(identity) is not { } misplaced)
            return null;

        // Nobody can tell what was written there last, so everything that differs is taken for a change of the file, and no earlier sign-off counts.
        var body = IssueBody.Read(IssueMarker.StripAll(misplaced.Body));
        var marker = new IssueMarker(
            identity,
            "-",
            null,
            ItemStatus.Todo.ToWord(),
            new MarkerBaseline(Fingerprints.Of(misplaced.Title), Fingerprints.Of(body.Block), IssueComparison.BaseOf(desired).Assignees, Fingerprints.Of(misplaced.Milestone ?? "")));
        return new ComparedIssue(new MarkedIssue(misplaced, marker), body, IsMended: true);
    }

    private static PlannedChange Adopt(DesiredIssue desired, NamedIssue named, IssueIndex live, List<PlannedChange> changes)
    {
        var scope = TrackingMap.ScopeOf(desired.Id.ToString());
        var adopted = (live.Maps.GetValueOrDefault(scope)?.AdoptedCount ?? 0) + changes.Count(change => change is { Action: SyncAction.Adopt, IsSealed: true } && change.Identity.StartsWith(scope, StringComparison.OrdinalIgnoreCase));
        return adopted >= TrackingMap.MostAdopted && !named.IsOurs
            ? IssueComparison.Conflict(desired, named.Number, $"the tracking issue of a list has room for {TrackingMap.MostAdopted} issues that others opened; split the list, or take `issue` away from the item", [])
            : Adoption.Of(desired, named);
    }

    private static PlannedChange Create(DesiredIssue desired) => new(
        SyncAction.Create,
        desired.Id.ToString(),
        null,
        desired.Title,
        "has no issue yet",
        [],
        new IssueMarker(desired.Id.ToString(), desired.Fingerprint, null, ItemStatus.Todo.ToWord(), IssueComparison.BaseOf(desired)),
        false,
        IssueBody.New(desired.Block),
        new IssueUpdate
        {
            Title = desired.Title,
            Labels = IssueComparison.Labels(desired, [], ItemStatus.Todo.ToWord()),
            Assignees = desired.Assignees,
            Milestone = desired.Milestone,
        },
        null);

    private static PlannedChange Miss(DesiredIssue desired, IssueIndex live)
    {
        var number = live.Missing[desired.Id.ToString()];
        return IssueComparison.Conflict(
            desired, number, $"#{number} is gone: deleted, transferred, or no issue any more. `apply --adopt` makes a new one; or remove the item, or give it a new id", []);
    }

    private static bool IsRetired(MarkedIssue found, IReadOnlyCollection<ItemId> scopes, HashSet<ItemId> wanted, IssueIndex live) =>
        ItemId.Parse(live.Today(found.Marker.Identity)) is { IsTracking: false } id
        && !wanted.Contains(id)
        && found.Marker.Status != IssueMarker.Retired
        && scopes.Any(scope => scope.Checklist == id.Checklist && scope.Release == id.Release);

    /// <summary>Issues of ours that only the map knows, with a marker as a mended one has it. One that somebody else opened, and whose marker is lost, is theirs again.</summary>
    private static IEnumerable<MarkedIssue> Unmarked(IssueIndex live) => live.Misplaced.Where(entry => live.SealOf(entry.Value.Number) is null).Select(entry => new MarkedIssue(
        entry.Value, new IssueMarker(entry.Key, "-", null, ItemStatus.Todo.ToWord(), new MarkerBaseline("-", "-", "-", "-"))));

    private static PlannedChange Retire(MarkedIssue found, IssueBody body) => new(
        SyncAction.Retire,
        found.Marker.Identity,
        found.Issue.Number,
        found.Issue.Title,
        "the item is no longer in the file",
        [],
        found.Marker with { Status = IssueMarker.Retired },
        false,
        body.With(body.Block),
        found.Issue.IsOpen ? new IssueUpdate { IsOpen = false, CloseAs = CloseReason.NotPlanned } : new IssueUpdate(),
        "This item is no longer in the checklist.")
    {
        Seen = found.Issue,
    };

    private static PlannedChange CloseTwin(MarkedIssue twin, IssueIndex live)
    {
        var identity = live.Today(twin.Marker.Identity);
        var original = live.Find(identity)?.Issue.Number ?? live.Misplaced[identity].Number;
        return new PlannedChange(
            SyncAction.Close,
            twin.Marker.Identity,
            twin.Issue.Number,
            twin.Issue.Title,
            $"#{original} is the same item",
            [],
            null,
            false,
            null,
            new IssueUpdate { IsOpen = false, CloseAs = CloseReason.Duplicate },
            $"This is the same item as #{original}, which stays.")
        {
            Seen = twin.Issue,
        };
    }

    private static IEnumerable<string> Notices(IssueIndex live, int withheld)
    {
        foreach (var issue in live.Foreign)
            yield return $"#{issue.Number} by {issue.Author.Login} bears a copied marker and is ignored.";
        foreach (var issue in live.Broken)
            yield return $"#{issue.Number} has the label {LabelNames.All}, but its marker cannot be read; it is left alone. Put its first line back from the issue's history, or take the label off.";
        foreach (var (issue, marker) in live.Strays)
            yield return $"#{issue.Number} says that it is {marker.Identity}, and nobody can tell why it is not known as that. Look at it; `apply --adopt` takes it over.";
        if (live.Doubt is { } doubt)
            yield return doubt;
        if (withheld > 0)
            yield return $"{withheld} {(withheld == 1 ? "issue is" : "issues are")} not made while there is something that nobody can explain: it may be theirs.";
    }
}
