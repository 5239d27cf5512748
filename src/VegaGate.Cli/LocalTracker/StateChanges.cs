using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Cli.LocalTracker;

/// <summary>What may happen to a tracker, each as a function from one state to the next. A change that changes nothing gives the same state.</summary>
internal static class StateChanges
{
    /// <summary>The color that GitHub gives to a label that an issue names and nobody made.</summary>
    private const string Grey = "ededed";

    public static (TrackerState State, TrackedIssue Issue) Create(this TrackerState state, IssueDraft draft, Actor author, DateTimeOffset at)
    {
        var (labelled, labels) = state.WithLabels(draft.Labels);
        var issue = new TrackedIssue
        {
            Number = state.LastNumber + 1,
            Title = Refusals.Title(draft.Title),
            Body = Refusals.Body(draft.Body),
            IsOpen = true,
            Labels = labels,
            Assignees = Refusals.Assignees(draft.Assignees),
            Milestone = draft.Milestone is null ? null : state.Milestone(draft.Milestone),
            Author = author,
            CreatedAt = at,
            UpdatedAt = at,
        };
        return (labelled with { LastNumber = issue.Number, Issues = state.Issues.Add(new StoredIssue(issue, [])) }, issue);
    }

    public static (TrackerState State, TrackedIssue Issue) Update(this TrackerState state, int number, IssueUpdate update, Actor actor, DateTimeOffset at)
    {
        var (before, timeline) = state.Issue(number);
        var after = before with
        {
            Title = update.Title is null ? before.Title : Refusals.Title(update.Title),
            Body = update.Body is null ? before.Body : Refusals.Body(update.Body),
            Assignees = update.Assignees is { } assignees ? Unless(before.Assignees, Refusals.Assignees(assignees)) : before.Assignees,
            Milestone = update.Milestone is { } title ? state.Milestone(title) : update.ClearsMilestone ? null : before.Milestone,
        };
        if (update.Labels is { } names)
        {
            (state, var labels) = state.WithLabels(names);
            after = after with { Labels = Unless(before.Labels, labels) };
        }

        if (update.IsOpen is { } open && open != before.IsOpen)
        {
            var reason = update.CloseAs ?? CloseReason.Completed;
            after = after with { IsOpen = open, ClosedAs = open ? null : reason };
            timeline = timeline.Add(open ? new Reopened(actor, at, ByApp: false) : new Closed(actor, at, reason, CommitId: null, ByApp: false));
        }

        if (after == before)
            return (state, before);
        after = after with { UpdatedAt = at };
        return (state.Replace(state.Issue(number) with { Issue = after, Timeline = timeline }), after);
    }

    public static (TrackerState State, Commented Comment) Comment(this TrackerState state, int number, string body, Actor actor, DateTimeOffset at)
    {
        var stored = state.Issue(number);
        var comment = new Commented(actor, at, state.LastCommentId + 1, Refusals.Comment(body), IsEdited: false);
        state = state.Replace(stored with { Issue = stored.Issue with { UpdatedAt = at }, Timeline = stored.Timeline.Add(comment) });
        return (state with { LastCommentId = comment.Id }, comment);
    }

    /// <summary>A reaction is no change of the issue, so its time stays.</summary>
    public static TrackerState Acknowledge(this TrackerState state, long comment, Actor actor)
    {
        var stored = state.Issues.FirstOrDefault(stored => stored.Timeline.OfType<Commented>().Any(known => known.Id == comment))
            ?? throw Refusals.Refused($"There is no comment {comment}.");
        var acknowledgement = new Acknowledgement(comment, actor.Login);
        return stored.Has(acknowledgement) ? state : state.Replace(stored with { Acknowledgements = stored.Acknowledgements.Add(acknowledgement) });
    }

    public static TrackerState CreateLabel(this TrackerState state, TrackerLabel label)
    {
        var kept = Refusals.Label(label);
        if (state.Label(kept.Name) is { } twin)
            throw Refusals.Refused($"There is a label \"{twin.Name}\" already; case makes no difference.");
        return state with { Labels = state.Labels.Add(kept) };
    }

    public static TrackerState EnsureMilestone(this TrackerState state, string title)
    {
        var kept = Refusals.MilestoneTitle(title);
        return state.Milestones.Contains(kept, StringComparer.Ordinal) ? state : state with { Milestones = state.Milestones.Add(kept) };
    }

    public static StoredIssue Issue(this TrackerState state, int number) =>
        state.Find(number) ?? throw Refusals.Refused($"There is no issue #{number}.");

    public static (TrackerState State, bool IsRenamed) RenameLabel(this TrackerState state, string from, string to)
    {
        if (state.Label(from) is not { } label || state.Label(to) is not null)
            return (state, false);
        var name = Refusals.LabelName(to);
        return (state with
        {
            Labels = state.Labels.Replace(label, label with { Name = name }),
            Issues = [.. state.Issues.Select(stored => stored.HasLabel(label.Name) ? stored with { Issue = stored.Issue with { Labels = stored.Issue.Labels.Replace(label.Name, name, StringComparer.Ordinal) } } : stored)],
        }, true);
    }

    private static TrackerLabel? Label(this TrackerState state, string name) =>
        state.Labels.FirstOrDefault(label => string.Equals(label.Name, name, StringComparison.OrdinalIgnoreCase));

    private static string Milestone(this TrackerState state, string title)
    {
        var kept = Refusals.MilestoneTitle(title);
        return state.Milestones.Contains(kept, StringComparer.Ordinal)
            ? kept
            : throw Refusals.Refused($"There is no milestone \"{kept}\"; it has to be made first.");
    }

    /// <summary>The names in the spelling of the labels that exist; the missing ones are made.</summary>
    private static (TrackerState State, ImmutableArray<string> Labels) WithLabels(this TrackerState state, ImmutableArray<string> names)
    {
        var labels = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names.Select(Refusals.LabelName).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (state.Label(name) is not { } label)
            {
                label = new TrackerLabel(name, Grey, "");
                state = state with { Labels = state.Labels.Add(label) };
            }

            labels.Add(label.Name);
        }

        return (state, labels.ToImmutable());
    }

    /// <summary>The earlier list where the later one says the same: equality of these lists is by reference.</summary>
    private static ImmutableArray<string> Unless(ImmutableArray<string> before, ImmutableArray<string> after) =>
        before.SequenceEqual(after, StringComparer.Ordinal) ? before : after;
}
