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
        var speaker = _schedule.FindSpeaker(blockers, now);
        return new EscalationPlan(
            issue,
            // What ends is said before what begins.
            [.. EscalationMark.KeysOf(blockers).Select(pair => Comment(pair.Blocker, pair.Key)).OfType<EscalationComment>().OrderByDescending(comment => comment.Notice.Kind)],
            EscalationMark.TwinsAmong(marks),
            speaker is null ? null : LabelNames.Escalation(speaker.Levels[^1].Number));

        // Who was not called is not told of progress or of an end either.
        EscalationComment? Comment(BlockerRecord blocker, long key)
        {
            var said = marks.Where(pair => pair.Mark.Blocker == key).SelectMany(pair => pair.Mark.Says).ToHashSet();
            ImmutableArray<EscalationLevel> told = [.. checklist.Escalation!.Levels.Where(level => said.Contains(level.Number))];
            var ending = blocker.Resolved is not null ? new EscalationMark(key, []) : blocker.Progressed is { } progressed ? new EscalationMark(key, [], progressed.At.UtcTicks) : null;
            if (ending is not null)
                return said.Count == 0 || said.IsSupersetOf(ending.Says) ? null : new EscalationComment(ending, Notice(blocker, [], told, null));
            if (!ReferenceEquals(blocker, speaker?.Blocker))
                return null;
            ImmutableArray<EscalationLevel> news = [.. speaker.Levels.Except(told)];
            return news.IsEmpty ? null : new EscalationComment(new EscalationMark(key, [.. news.Select(level => level.Number)]), Notice(blocker, news, news, _schedule.FindNext(speaker)));
        }

        EscalationNotice Notice(BlockerRecord blocker, ImmutableArray<EscalationLevel> news, ImmutableArray<EscalationLevel> heard, DueLevel? next) => new(
            blocker,
            checklist.Title,
            TitleOf(blocker),
            issue.Issue.Url,
            [.. news.Select(level => new CalledLevel(level.Number, level.Do, [.. RecipientsOf(level)]))],
            [.. heard.SelectMany(RecipientsOf).DistinctBy(recipient => recipient.Slug, StringComparer.Ordinal)],
            next,
            _schedule.Elapsed(blocker, now)!.Value,
            _schedule.TargetOf(blocker));
    }

    private IEnumerable<Recipient> RecipientsOf(EscalationLevel level) => Recipient.Of(checklist.People, level.Notify);

    private string TitleOf(BlockerRecord blocker) =>
        blocker.Item is null ? checklist.Title
        : checklist.ItemsById().TryGetValue(blocker.Item.Item, out var item) ? $"{item.Id!.Value} {item.Title?.Value}"
        : checklist.Sections.FirstOrDefault(section => section.Id?.Value == blocker.Phase) is { } phase ? $"Hand-off: {phase.Title}" : blocker.Item.Item;
}
