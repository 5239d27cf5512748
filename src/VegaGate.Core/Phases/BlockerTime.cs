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

    /// <summary>The blockers for which people are called, one of each issue, the gravest level first, as an update tells them.</summary>
    public static ImmutableArray<UpdateEntry> Escalated(Checklist checklist, string? release, GateFacts facts)
    {
        var schedule = EscalationSchedule.Of(checklist);
        return
        [
            .. from issue in facts.BlockersOf(checklist, release).GroupBy(blocker => blocker.Issue)
               let speaker = schedule.FindSpeaker(issue, facts.Now)
               where speaker is not null
               orderby speaker.Levels.Length descending, speaker.Blocker.Since
               select new UpdateEntry(speaker.Blocker.Item?.Item ?? checklist.Title, Describe(speaker, schedule.FindNext(speaker)), speaker.Blocker.Issue, speaker.Blocker.Confirmed!.Url),
        ];
    }

    private static string Describe(EscalatedBlocker speaker, DueLevel? next)
    {
        var (blocker, level) = (speaker.Blocker, speaker.Levels[^1]);
        var soon = next is null ? "" : $" (next level {next.Level.Number}, {next.Level.Do}, at {next.At:u})";
        return $"level {level.Number}, {level.Do}{soon}; {blocker.Severity.ToWord()}, {(blocker.Class is null ? "" : $"{blocker.Class}, ")}since {blocker.Since:u}: {blocker.Reason.TrimEnd('.')}";
    }
}
