using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>Makes an issue that is there already, and that the file names, the issue of an item. What people wrote there stays, below the managed block.</summary>
internal static class Adoption
{
    private const string NoRoom = "the text on the issue leaves no room for the managed block; shorten it";

    /// <summary>The change, or why there can be none.</summary>
    public static PlannedChange Of(DesiredIssue desired, NamedIssue named)
    {
        var issue = named.Issue!;
        // A marker in what people wrote was copied, and two markers in one body say nothing. A run that was stopped before the map was written left a whole block.
        var text = IssueMarker.StripAll(issue.Body);
        var parts = IssueMarker.Read(issue.Body) is not null && IssueBody.Read(text) is { IsWhole: true } whole ? whole : IssueBody.Above(text);
        if (parts.With(desired.Block) is not { } body)
            return IssueComparison.Conflict(desired, named.Number, NoRoom, []);
        desired = desired with { Block = body.Block };
        var baseline = IssueComparison.BaseOf(desired);
        var draft = new IssueComparison.Draft();
        IssueComparison.CompareTitle(draft, desired, issue, baseline);
        draft.Add("body", "as people wrote it", "the same, below the managed block", "");
        IssueComparison.CompareLabels(draft, desired, issue, ItemStatus.Todo.ToWord());
        IssueComparison.CompareAssignees(draft, desired, issue, !desired.Assignees.All(login => issue.Assignees.Contains(login, StringComparer.OrdinalIgnoreCase)));
        if (desired.Milestone is not null)
            IssueComparison.CompareMilestone(draft, desired, issue, baseline with { Milestone = "" }, baseline);
        if (!issue.IsOpen)
            draft.Add("state", "closed", "open", "");
        return new PlannedChange(
            SyncAction.Adopt,
            desired.Id.ToString(),
            named.Number,
            desired.Title,
            issue.IsOpen ? "the file names it for this item" : "the file names it for this item; what was closed before has no sign-off yet, so it is opened again",
            [.. draft.Fields],
            new IssueMarker(desired.Id.ToString(), desired.Fingerprint, null, ItemStatus.Todo.ToWord(), baseline),
            true,
            body,
            issue.IsOpen ? draft.Update : draft.Update with { IsOpen = true },
            issue.IsOpen ? null : TextChange.Announce("This issue is an item of a checklist now. It was closed before anybody could sign off what the item asks for, so it is open again. Please look at it, and close it as completed or comment `/done`."))
        {
            Seen = issue,
            IsSealed = !named.IsOurs,
        };
    }
}
