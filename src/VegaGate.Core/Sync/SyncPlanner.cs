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
    public static SyncPlan Plan(ImmutableArray<DesiredIssue> desired, IReadOnlyCollection<ItemId> scopes, IssueIndex live)
    {
        var changes = new List<PlannedChange>();
        var unchanged = 0;
        var withheld = 0;
        foreach (var issue in desired)
        {
            var found = live.Find(issue.Id.ToString());
            if (found is null && !live.Broken.IsEmpty)
                withheld++;
            else if ((found is null ? Create(issue) : Compare(issue, found)) is { } change)
                changes.Add(change);
            else
                unchanged++;
        }

        var wanted = desired.Select(issue => issue.Id).ToHashSet();
        changes.AddRange(live.Issues.Where(found => IsRetired(found, scopes, wanted)).Select(Retire));
        changes.AddRange(live.Twins.Where(twin => twin.Issue.IsOpen).Select(twin => CloseTwin(twin, live.Find(twin.Marker.Identity)!.Issue.Number)));
        return new SyncPlan([.. changes], [.. Notices(live, withheld)], unchanged);
    }

    private static PlannedChange Create(DesiredIssue desired) => new(
        SyncAction.Create,
        desired.Id.ToString(),
        null,
        desired.Title,
        "has no issue yet",
        [],
        new IssueMarker(desired.Id.ToString(), desired.Fingerprint, null, ItemStatus.Todo.ToWord(), BaseOf(desired)),
        false,
        IssueBody.New(desired.Block),
        new IssueUpdate
        {
            Title = desired.Title,
            Labels = Labels(desired, [], ItemStatus.Todo.ToWord()),
            Assignees = desired.Assignees,
            Milestone = desired.Milestone,
        },
        null);

    private static PlannedChange? Compare(DesiredIssue desired, MarkedIssue found)
    {
        var (issue, marker) = found;
        var isTextChanged = marker.Fingerprint != desired.Fingerprint;
        var isBack = marker.Status == IssueMarker.Retired;
        var status = isTextChanged || isBack ? ItemStatus.Todo.ToWord() : marker.Status;
        if (IssueBody.Read(issue.Body) is var body && body.With(desired.Block) is not { } wanted)
        {
            return new PlannedChange(
                SyncAction.Conflict, marker.Identity, issue.Number, desired.Title, "the text on the issue leaves no room for the managed block; shorten it", [], null, false, null, new IssueUpdate(), null);
        }

        desired = desired with { Block = wanted.Block };
        var labels = Labels(desired, issue.Labels, status);
        var fields = new List<FieldChange>();
        var reasons = new List<string>();
        var baseline = BaseOf(desired);
        var update = new IssueUpdate();

        if (issue.Title != desired.Title)
        {
            var isChangedThere = Fingerprints.Of(issue.Title) != marker.Base.Title;
            fields.Add(new FieldChange("title", issue.Title, desired.Title));
            if (isChangedThere && baseline.Title != marker.Base.Title)
                return new PlannedChange(
                    SyncAction.Conflict, marker.Identity, issue.Number, desired.Title, "the title was changed here and in the file; make them equal in one of the two", [.. fields], null, false, null, update, null);
            reasons.Add(isChangedThere ? "the title was changed on the issue, and the file decides it" : "the title changed in the file");
            update = update with { Title = desired.Title };
        }

        if (body.Block != desired.Block || !body.IsWhole)
        {
            fields.Add(new FieldChange("body", body.IsWhole ? "managed block" : "managed block damaged", "managed block as defined"));
            reasons.Add(!body.IsWhole ? "the managed block was damaged" : Fingerprints.Of(body.Block) != marker.Base.Block ? "the managed block was edited" : "the definition changed");
        }

        if (!SameSet(labels, issue.Labels))
        {
            fields.Add(new FieldChange("labels", string.Join(", ", issue.Labels), string.Join(", ", labels)));
            reasons.Add("labels differ");
            update = update with { Labels = labels };
        }

        if (marker.Base.Assignees != baseline.Assignees)
        {
            fields.Add(new FieldChange("assignees", string.Join(", ", issue.Assignees), string.Join(", ", desired.Assignees)));
            reasons.Add("owners changed");
            update = update with { Assignees = [.. issue.Assignees.Union(desired.Assignees, StringComparer.OrdinalIgnoreCase).Take(DesiredIssues.MaxAssignees)] };
        }

        if (desired.Milestone is { } milestone && issue.Milestone != milestone && marker.Base.Milestone != baseline.Milestone)
        {
            fields.Add(new FieldChange("milestone", issue.Milestone ?? "", milestone));
            reasons.Add("the milestone changed");
            update = update with { Milestone = milestone };
        }

        var isReopened = (isTextChanged || isBack) && !issue.IsOpen;
        if (isTextChanged)
            reasons.Add("what is signed off changed, so earlier sign-offs no longer count");
        if (isBack)
            reasons.Add("the item is back in the file");
        if (isReopened)
            update = update with { IsOpen = true };
        if (reasons.Count == 0)
            return null;

        return new PlannedChange(
            isReopened ? SyncAction.Reopen : SyncAction.Update,
            marker.Identity,
            issue.Number,
            desired.Title,
            string.Join("; ", reasons),
            [.. fields],
            new IssueMarker(marker.Identity, desired.Fingerprint, marker.Since, status, baseline),
            isTextChanged,
            wanted,
            update,
            isTextChanged && (isReopened || marker.Status != ItemStatus.Todo.ToWord()) ? TextChange.Announcement : null)
        {
            Seen = issue,
        };
    }

    private static MarkerBaseline BaseOf(DesiredIssue desired) => new(
        Fingerprints.Of(desired.Title), Fingerprints.Of(desired.Block), Fingerprints.Of(desired.Assignees), Fingerprints.Of(desired.Milestone ?? ""));

    /// <summary>People's labels stay; of ours exactly those that are wanted; what the file asks for besides is added.</summary>
    private static ImmutableArray<string> Labels(DesiredIssue desired, ImmutableArray<string> existing, string status) =>
    [
        .. desired.Labels.Append(LabelNames.Status(status))
            .Concat(existing.Where(label => !LabelNames.IsOurs(label)))
            .Concat(desired.ExtraLabels)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static bool SameSet(IEnumerable<string> a, IEnumerable<string> b) => a.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(b);

    private static bool IsRetired(MarkedIssue found, IReadOnlyCollection<ItemId> scopes, HashSet<ItemId> wanted) =>
        ItemId.Parse(found.Marker.Identity) is { } id
        && !wanted.Contains(id)
        && found.Marker.Status != IssueMarker.Retired
        && scopes.Any(scope => scope.Checklist == id.Checklist && scope.Release == id.Release);

    private static PlannedChange Retire(MarkedIssue found) => new(
        SyncAction.Retire,
        found.Marker.Identity,
        found.Issue.Number,
        found.Issue.Title,
        "the item is no longer in the file",
        [],
        found.Marker with { Status = IssueMarker.Retired },
        false,
        IssueBody.Read(found.Issue.Body) is var body ? body.With(body.Block) : null,
        found.Issue.IsOpen ? new IssueUpdate { IsOpen = false, CloseAs = CloseReason.NotPlanned } : new IssueUpdate(),
        "This item is no longer in the checklist.")
    {
        Seen = found.Issue,
    };

    private static PlannedChange CloseTwin(MarkedIssue twin, int original) => new(
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

    private static IEnumerable<string> Notices(IssueIndex live, int withheld)
    {
        foreach (var issue in live.Foreign)
            yield return $"#{issue.Number} by {issue.Author.Login} bears a copied marker and is ignored.";
        foreach (var issue in live.Broken)
            yield return $"#{issue.Number} has the label {LabelNames.All}, but its marker cannot be read; it is left alone. Put its first line back from the issue's history, or take the label off.";
        if (withheld > 0)
            yield return $"{withheld} issues are not made while there is one that cannot be read: it may be theirs.";
    }
}
