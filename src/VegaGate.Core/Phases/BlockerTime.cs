using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Escalation;
using VegaGate.Gate;

namespace VegaGate.Phases;

/// <summary>How long something was blocked, in the list's working time.</summary>
/// <param name="Elapsed">From when somebody of the file stood behind it up to when it was lifted, or where it stands up to now.</param>
public sealed record BlockerTime(Severity Severity, TimeSpan Elapsed, bool IsOver)
{
    /// <summary>Of every blocker of a list that counts or has counted.</summary>
    public static ImmutableArray<BlockerTime> AllOf(Checklist checklist, string? release, GateFacts facts)
    {
        var schedule = EscalationSchedule.Of(checklist);
        return
        [
            .. from blocker in facts.BlockersOf(checklist, release)
               let elapsed = schedule.Elapsed(blocker, facts.Now)
               where elapsed is not null
               select new BlockerTime(blocker.Severity, elapsed.Value, blocker.Resolved is not null),
        ];
    }

    /// <summary>The open blockers of which people were called, the gravest level first, as an update tells them.</summary>
    public static ImmutableArray<UpdateEntry> Escalated(Checklist checklist, string? release, GateFacts facts)
    {
        var schedule = EscalationSchedule.Of(checklist);
        return
        [
            .. from blocker in facts.BlockersOf(checklist, release)
               where blocker is { IsOpen: true, Ended: null }
               let levels = schedule.Reached(blocker, facts.Now)
               where !levels.IsEmpty
               orderby levels.Length descending, blocker.Since
               select new UpdateEntry(
                   blocker.Item?.Item ?? checklist.Title, $"level {levels[^1].Number}, {levels[^1].Do}; {blocker.Severity.ToWord()}, {(blocker.Class is null ? "" : $"{blocker.Class}, ")}since {blocker.Since:u}: {blocker.Reason.TrimEnd('.')}", blocker.Issue, blocker.Confirmed!.Url),
        ];
    }
}
