using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>An issue that is there, in its parts.</summary>
/// <param name="IsMended">Whether its own marker said nothing, or something else, and this one was made for it.</param>
internal sealed record ComparedIssue(MarkedIssue Marked, IssueBody Body, bool IsMended);

/// <summary>Compares one issue with what the definition wants of it, field by field and three ways: what was written last, what is there, what is wanted.</summary>
internal static class IssueComparison
{
    /// <summary>A comment with more is no longer read.</summary>
    private const int MaxDifference = 20_000;

    private const string Milestone = "milestone";

    /// <summary>The change that makes the issue what is wanted; null where it is that already.</summary>
    public static PlannedChange? Compare(DesiredIssue desired, ComparedIssue found)
    {
        var ((issue, marker), body, isMended) = found;
        if (body.With(desired.Block) is not { } wanted)
            return Conflict(desired, issue.Number, "the text on the issue leaves no room for the managed block; shorten it", []);
        desired = desired with { Block = wanted.Block };
        var baseline = BaseOf(desired);
        if (Conflicts(desired, issue, body, marker.Base, baseline) is { IsEmpty: false } conflicts)
        {
            var names = string.Join(" and ", conflicts.Select(field => field.Field));
            return Conflict(desired, issue.Number, $"changed here and in the file ({names}); make them equal in one of the two, or cut the managed block off to have it made anew", conflicts);
        }

        var isTextChanged = marker.Fingerprint != desired.Fingerprint;
        var isBack = marker.Status == IssueMarker.Retired;
        var status = isTextChanged || isBack ? ItemStatus.Todo.ToWord() : marker.Status;
        var draft = new Draft();
        CompareIdentity(draft, desired, marker, isMended);
        CompareTitle(draft, desired, issue, marker.Base);
        CompareBlock(draft, desired, body, marker.Base);
        CompareLabels(draft, desired, issue, status);
        CompareAssignees(draft, desired, issue, marker.Base.Assignees != baseline.Assignees);
        CompareMilestone(draft, desired, issue, marker.Base, baseline);
        var isReopened = (isTextChanged || isBack) && !issue.IsOpen;
        if (isTextChanged && !isMended)
            draft.Reasons.Add("what is signed off changed, so earlier sign-offs no longer count");
        if (isBack)
            draft.Reasons.Add("the item is back in the file");
        if (draft.Reasons.Count == 0)
            return null;
        return new PlannedChange(
            isReopened ? SyncAction.Reopen : SyncAction.Update,
            desired.Id.ToString(),
            issue.Number,
            desired.Title,
            string.Join("; ", draft.Reasons),
            [.. draft.Fields],
            new IssueMarker(desired.Id.ToString(), desired.Fingerprint, marker.Since, status, baseline),
            isTextChanged,
            wanted,
            isReopened ? draft.Update with { IsOpen = true } : draft.Update,
            isTextChanged && (isReopened || marker.Status == ItemStatus.InProgress.ToWord()) ? TextChange.Announce(Explain(desired, body, isMended)) : null)
        {
            Seen = issue,
        };
    }

    /// <summary>The fields in conflict that say what is signed off.</summary>
    public static ImmutableArray<string> TextConflicts(DesiredIssue desired, MarkedIssue found)
    {
        var body = IssueBody.Read(found.Issue.Body);
        desired = desired with { Block = body.With(desired.Block)?.Block ?? desired.Block };
        return [.. Conflicts(desired, found.Issue, body, found.Marker.Base, BaseOf(desired)).Select(conflict => conflict.Field).Where(field => field != Milestone)];
    }

    /// <summary>Shown only: nothing of the issue is written.</summary>
    public static PlannedChange Conflict(DesiredIssue desired, int number, string reason, ImmutableArray<FieldChange> fields) =>
        new(SyncAction.Conflict, desired.Id.ToString(), number, desired.Title, reason, fields, null, false, null, new IssueUpdate(), null);

    public static MarkerBaseline BaseOf(DesiredIssue desired) => new(
        Fingerprints.Of(desired.Title), Fingerprints.Of(desired.Block), Fingerprints.Of(desired.Assignees), Fingerprints.Of(desired.Milestone ?? ""));

    /// <summary>People's labels stay; of ours exactly those that are wanted; what the file asks for besides is added.</summary>
    /// <param name="status">Null where the issue has none.</param>
    public static ImmutableArray<string> Labels(DesiredIssue desired, ImmutableArray<string> existing, string? status) =>
    [
        .. desired.Labels.Concat(status is null ? [] : [LabelNames.Status(status)])
            .Concat(existing.Where(label => !LabelNames.IsOurs(label)))
            .Concat(desired.ExtraLabels)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    public static void CompareIdentity(Draft draft, DesiredIssue desired, IssueMarker marker, bool isMended)
    {
        if (isMended)
            draft.Reasons.Add("its marker was lost, so earlier sign-offs no longer count");
        else if (!string.Equals(marker.Identity, desired.Id.ToString(), StringComparison.OrdinalIgnoreCase))
            draft.Add("identity", marker.Identity, desired.Id.ToString(), "it was renamed");
    }

    public static void CompareTitle(Draft draft, DesiredIssue desired, TrackedIssue issue, MarkerBaseline before)
    {
        if (issue.Title == desired.Title)
            return;
        draft.Add(
            "title",
            issue.Title,
            desired.Title,
            Fingerprints.Of(issue.Title) != before.Title ? "the title was changed on the issue, and the file decides it" : "the title changed in the file");
        draft.Update = draft.Update with { Title = desired.Title };
    }

    public static void CompareLabels(Draft draft, DesiredIssue desired, TrackedIssue issue, string? status)
    {
        var labels = Labels(desired, issue.Labels, status);
        if (labels.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(issue.Labels))
            return;
        draft.Add("labels", string.Join(", ", issue.Labels), string.Join(", ", labels), "labels differ");
        draft.Update = draft.Update with { Labels = labels };
    }

    /// <summary>The file decides when it changed; otherwise people may put an issue into another one.</summary>
    public static void CompareMilestone(Draft draft, DesiredIssue desired, TrackedIssue issue, MarkerBaseline before, MarkerBaseline baseline)
    {
        if (before.Milestone == baseline.Milestone || issue.Milestone == desired.Milestone)
            return;
        if (desired.Milestone is { } milestone)
        {
            draft.Add(Milestone, issue.Milestone ?? "", milestone, "the milestone changed");
            draft.Update = draft.Update with { Milestone = milestone };
        }
        else if (Fingerprints.Of(issue.Milestone!) == before.Milestone)
        {
            draft.Add(Milestone, issue.Milestone!, "", "the file names no milestone any more");
            draft.Update = draft.Update with { ClearsMilestone = true };
        }
    }

    private static void CompareBlock(Draft draft, DesiredIssue desired, IssueBody body, MarkerBaseline before)
    {
        if (body.Block == desired.Block && body.IsWhole)
            return;
        draft.Add(
            "body",
            body.IsWhole ? "managed block" : "managed block damaged",
            "managed block as defined",
            !body.IsWhole ? "the managed block was damaged" : Fingerprints.Of(body.Block) != before.Block ? "the managed block was edited" : "the definition changed");
    }

    /// <summary>Who has left the file stays on the issue: people may be there for reasons of their own.</summary>
    public static void CompareAssignees(Draft draft, DesiredIssue desired, TrackedIssue issue, bool isChanged)
    {
        if (!isChanged)
            return;
        var assignees = issue.Assignees.Union(desired.Assignees, StringComparer.OrdinalIgnoreCase).Take(DesiredIssues.MaxAssignees).ToImmutableArray();
        draft.Add("assignees", string.Join(", ", issue.Assignees), string.Join(", ", assignees), "owners changed");
        draft.Update = draft.Update with { Assignees = assignees };
    }

    /// <summary>What was changed on the issue and in the file to different values. Labels and assignees are sets to which both sides add.</summary>
    private static ImmutableArray<FieldChange> Conflicts(DesiredIssue desired, TrackedIssue issue, IssueBody body, MarkerBaseline before, MarkerBaseline baseline)
    {
        var conflicts = ImmutableArray.CreateBuilder<FieldChange>();
        if (Differ(issue.Title, desired.Title, before.Title, baseline.Title))
            conflicts.Add(new FieldChange("title", issue.Title, desired.Title));
        if (body.IsWhole && Differ(body.Block, desired.Block, before.Block, baseline.Block))
            conflicts.Add(new FieldChange("body", body.Block, desired.Block));
        if (desired.Milestone is { } milestone && issue.Milestone is { } there && Differ(there, milestone, before.Milestone, baseline.Milestone))
            conflicts.Add(new FieldChange(Milestone, there, milestone));
        return conflicts.ToImmutable();
    }

    private static bool Differ(string there, string wanted, string before, string baseline) => there != wanted && baseline != before && Fingerprints.Of(there) != before;

    private static string Explain(DesiredIssue desired, IssueBody body, bool isMended)
    {
        if (isMended)
            return "The hidden first line of this issue was lost, so nobody can tell what was signed off. Please look at it again and sign off once more.";
        const string changed = "What this item asks for has changed, so the sign-offs that it had no longer count. Please look at it again and sign off once more.";
        var difference = body.IsWhole ? UnifiedDiff.Of(desired.Id.ToString(), body.Block + "\n", desired.Block + "\n") : "";
        return difference.Length == 0 ? changed : $"{changed}\n\n{MarkdownText.Fenced(DesiredIssues.CutLines(difference.TrimEnd('\n'), MaxDifference))}";
    }

    /// <summary>What comes of a comparison so far.</summary>
    internal sealed class Draft
    {
        public List<FieldChange> Fields { get; } = [];

        public List<string> Reasons { get; } = [];

        public IssueUpdate Update { get; set; } = new();

        public void Add(string field, string before, string after, string reason)
        {
            Fields.Add(new FieldChange(field, before, after));
            Reasons.Add(reason);
        }
    }
}
