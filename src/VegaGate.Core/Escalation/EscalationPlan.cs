using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate.Blocking;
using VegaGate.Tracking;

namespace VegaGate.Escalation;

/// <summary>An issue on which a blocker is spoken of.</summary>
public sealed record EscalatedIssue(TrackedIssue Issue, ImmutableArray<TimelineEvent> Timeline);

/// <summary>What is to be said on an issue, and why.</summary>
internal sealed record EscalationComment(EscalationMark Mark, EscalationNotice Notice);

/// <summary>What has to happen on one issue so that it shows what its blockers have reached.</summary>
/// <param name="Comments">Not said yet.</param>
/// <param name="Twins">Comments of ours that another one makes needless.</param>
/// <param name="Label">The one of the highest level; null where nothing escalates any more.</param>
internal sealed record EscalationPlan(EscalatedIssue Issue, ImmutableArray<EscalationComment> Comments, ImmutableArray<Commented> Twins, string? Label)
{
    /// <summary>Whether the labels of the issue show it.</summary>
    public static bool IsShown(string? label, TrackedIssue issue) => LabelsOf(label, issue).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(issue.Labels);

    /// <summary>The labels of the issue with this one of ours, and no other of the escalation.</summary>
    public static ImmutableArray<string> LabelsOf(string? label, TrackedIssue issue) => [.. issue.Labels.Where(name => !LabelNames.IsEscalation(name)), .. label is null ? Array.Empty<string>() : [label]];
}

/// <summary>Plans what an escalation does: pure, and the same however often and however late it is asked.</summary>
/// <param name="identities">Our own logins.</param>
internal sealed class EscalationPlanner(Checklist checklist, IReadOnlyCollection<string> identities)
{
    private readonly EscalationSchedule _schedule = EscalationSchedule.Of(checklist);

    /// <summary>Plans one issue.</summary>
    /// <param name="blockers">All that are spoken of on it.</param>
    public EscalationPlan Plan(EscalatedIssue issue, ImmutableArray<BlockerRecord> blockers, DateTimeOffset now)
    {
        var marks = EscalationMark.ReadAll(issue.Timeline, identities);
        var comments = ImmutableArray.CreateBuilder<EscalationComment>();
        foreach (var ended in blockers.Where(blocker => blocker is { Since: not null, Ended: not null }))
        {
            var key = EscalationMark.KeyOf(ended);
            var levels = marks.Where(pair => pair.Mark.Blocker == key).ToImmutableArray();
            if (!levels.IsEmpty && !levels.Any(pair => pair.Mark.IsOver))
                comments.Add(new EscalationComment(new EscalationMark(key, []), Notice(ended, [], levels.SelectMany(pair => pair.Mark.Levels), issue, now)));
        }

        // Of several that stand, the oldest speaks for the issue: nobody is called twice for what is blocked twice.
        var standing = blockers.Where(blocker => blocker is { IsOpen: true, Ended: null }).OrderBy(blocker => blocker.Since)
            .Select(blocker => (Blocker: blocker, Reached: _schedule.Reached(blocker, now))).FirstOrDefault(pair => !pair.Reached.IsEmpty);
        if (standing.Blocker is null)
            return new EscalationPlan(issue, comments.ToImmutable(), EscalationMark.TwinsAmong(marks), null);
        var begun = EscalationMark.KeyOf(standing.Blocker);
        var said = marks.Where(pair => pair.Mark.Blocker == begun).SelectMany(pair => pair.Mark.Levels).ToHashSet();
        var news = standing.Reached.Where(level => !said.Contains(level.Number)).ToImmutableArray();
        if (!news.IsEmpty)
            comments.Add(new EscalationComment(new EscalationMark(begun, [.. news.Select(level => level.Number)]), Notice(standing.Blocker, news, [], issue, now)));
        return new EscalationPlan(issue, comments.ToImmutable(), EscalationMark.TwinsAmong(marks), LabelNames.Escalation(standing.Reached[^1].Number));
    }

    /// <summary>What people are told of a blocker.</summary>
    /// <param name="told">The numbers of the levels whose people hear that it is over.</param>
    private EscalationNotice Notice(BlockerRecord blocker, ImmutableArray<EscalationLevel> levels, IEnumerable<int> told, EscalatedIssue issue, DateTimeOffset now)
    {
        var heard = levels.IsEmpty ? checklist.Escalation!.Levels.Where(level => told.Contains(level.Number)) : levels;
        return new EscalationNotice(
            blocker,
            checklist.Title,
            TitleOf(blocker),
            issue.Issue.Url,
            levels,
            [.. heard.SelectMany(level => level.Notify).Select(name => name.Value).Distinct(StringComparer.Ordinal).Select(slug => new Recipient(slug, checklist.People.NameOf(slug), [.. checklist.People.LoginsOf(slug)]))],
            _schedule.Time.Between(blocker.Since!.Value, blocker.Ended?.At ?? now),
            checklist.TargetOf(blocker.Severity));
    }

    private string TitleOf(BlockerRecord blocker) =>
        blocker.Item is null ? checklist.Title
        : checklist.ItemsById().TryGetValue(blocker.Item.Item, out var item) ? $"{item.Id!.Value} {item.Title?.Value}"
        : checklist.Sections.FirstOrDefault(section => section.Id?.Value == blocker.Phase) is { } phase ? $"Hand-off: {phase.Title}" : blocker.Item.Item;
}
