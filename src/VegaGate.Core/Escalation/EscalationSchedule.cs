using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate.Blocking;

namespace VegaGate.Escalation;

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
        return [.. policy.Levels.TakeWhile(level => IsReached(level, elapsed, blocker.Severity))];
    }

    /// <summary>When a level comes; null for never. One that waits for a target comes as soon as that has passed, which is after this moment and not at it.</summary>
    public DateTimeOffset? DueAt(BlockerRecord blocker, int level)
    {
        if (checklist.Escalation is not { } policy || !policy.Concerns(blocker.Class, blocker.Severity) || blocker.Since is not { } since)
            return null;
        // A level comes after all that stand before it.
        var delays = policy.Levels.Take(level).Select(known => DelayOf(known, blocker.Severity)).ToImmutableArray();
        return delays.Length < level || delays.Contains(null) ? null : Time.After(since, delays.Max()!.Value);
    }

    /// <summary>The working time that the blocker has stood, up to its end or to a moment; null where it has never begun to count.</summary>
    public TimeSpan? Elapsed(BlockerRecord blocker, DateTimeOffset now) => blocker.Since is { } since ? Time.Between(since, blocker.Resolved?.At ?? now) : null;

    /// <summary>In what working time it is to be resolved; null where there is no target.</summary>
    public TimeSpan? TargetOf(BlockerRecord blocker) => checklist.TargetOf(blocker.Severity);

    private bool IsReached(EscalationLevel level, TimeSpan elapsed, Severity severity) =>
        DelayOf(level, severity) is { } delay && (level.Delay is null ? elapsed > delay : elapsed >= delay);

    private TimeSpan? DelayOf(EscalationLevel level, Severity severity) => level.Delay ?? checklist.TargetOf(severity);
}
