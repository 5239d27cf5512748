using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate.Blocking;

namespace VegaGate.Escalation;

/// <summary>The blocker that speaks for an issue, with the levels that it has reached.</summary>
public sealed record EscalatedBlocker(BlockerRecord Blocker, ImmutableArray<EscalationLevel> Levels);

/// <summary>A level that has not come yet, with the moment at which it does.</summary>
public sealed record DueLevel(EscalationLevel Level, DateTimeOffset At);

/// <summary>When each level of a list's escalation comes. Pure: who asks gives the time.</summary>
/// <param name="time">The list's working time.</param>
public sealed class EscalationSchedule(Checklist checklist, WorkingTime time)
{
    public WorkingTime Time { get; } = time;

    /// <summary>The schedule of a list.</summary>
    public static EscalationSchedule Of(Checklist checklist) => new(checklist, WorkingTime.Of(checklist.Escalation?.Calendar));

    /// <summary>The levels that a blocker has reached, in their order; none where it does not escalate.</summary>
    public ImmutableArray<EscalationLevel> Reached(BlockerRecord blocker, DateTimeOffset now)
    {
        if (checklist.Escalation is not { } policy || !policy.Concerns(blocker.Class, blocker.Severity) || blocker.Since is not { } since || since > now)
            return [];
        var elapsed = Time.Between(since, now);
        return [.. policy.Levels.TakeWhile(level => elapsed >= DelayOf(level, blocker.Severity))];
    }

    /// <summary>
    /// Which of the blockers of one issue people are called for: of those that have reached a level, the gravest; among equals the oldest. Nobody is called twice for what is
    /// blocked twice, and nothing slight speaks for something grave. Null where nobody is to be called.
    /// </summary>
    public EscalatedBlocker? FindSpeaker(IEnumerable<BlockerRecord> blockers, DateTimeOffset now) =>
        blockers.Where(blocker => blocker.CallsPeople).OrderBy(blocker => blocker.Severity).ThenBy(blocker => blocker.Since)
            .Select(blocker => new EscalatedBlocker(blocker, Reached(blocker, now))).FirstOrDefault(speaker => !speaker.Levels.IsEmpty);

    /// <summary>What comes next if the blocker stays; null where nothing does.</summary>
    public DueLevel? FindNext(EscalatedBlocker speaker) =>
        checklist.Escalation?.Levels.ElementAtOrDefault(speaker.Levels.Length) is { } level && DueAt(speaker.Blocker, level.Number) is { } at ? new DueLevel(level, at) : null;

    /// <summary>The first moment at which a level is reached; null for never.</summary>
    public DateTimeOffset? DueAt(BlockerRecord blocker, int level)
    {
        if (checklist.Escalation is not { } policy || !policy.Concerns(blocker.Class, blocker.Severity) || blocker.Since is not { } since)
            return null;
        // A level comes after all that stand before it.
        var delays = policy.Levels.Take(level).Select(known => DelayOf(known, blocker.Severity)).ToImmutableArray();
        if (delays.Length < level || delays.Contains(null))
            return null;
        // What comes at once comes outside of working hours too.
        return delays.Max() is { Ticks: > 0 } delay ? Time.After(since, delay) : since;
    }

    /// <summary>The working time that the blocker has stood, up to its end or to a moment; null where it has never begun to count.</summary>
    public TimeSpan? Elapsed(BlockerRecord blocker, DateTimeOffset now) => blocker.Since is { } since ? Time.Between(since, blocker.Resolved?.At ?? now) : null;

    /// <summary>In what working time it is to be resolved; null where there is no target.</summary>
    public TimeSpan? TargetOf(BlockerRecord blocker) => checklist.TargetOf(blocker.Severity);

    /// <summary>The working time before a level; null for never. One that waits for a target comes when that has passed: after its last moment, and not at it.</summary>
    private TimeSpan? DelayOf(EscalationLevel level, Severity severity) => level.Delay ?? checklist.TargetOf(severity) + TimeSpan.FromTicks(1);
}
