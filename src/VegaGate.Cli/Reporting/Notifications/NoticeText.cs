using VegaGate.Checklists;
using VegaGate.Escalation;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Notifications;

/// <summary>A notice as plain text: each part on one line, without controls. Who sends it escapes it for where it goes.</summary>
internal static class NoticeText
{
    /// <summary>What happened, in a line.</summary>
    public static string Headline(EscalationNotice notice) => SafeText.OneLine(notice.Kind switch
    {
        NoticeKind.Escalation => $"Escalation level {notice.Level}: {notice.Title}",
        NoticeKind.Progress => $"Progress, still blocked: {notice.Title}",
        _ => $"Resolved: {notice.Title}",
    });

    /// <summary>The rest: what happens now and who is called for it, what is blocked and since when, and what comes next.</summary>
    public static IEnumerable<string> Lines(EscalationNotice notice)
    {
        var target = EscalationText.ShowTarget(notice);
        foreach (var level in notice.Levels)
            yield return SafeText.OneLine($"Level {level.Number}: {level.Do}. For: {Names(level.To)}");
        if (notice.Levels.IsEmpty)
            yield return SafeText.OneLine($"For: {Names(notice.To)}");
        yield return SafeText.OneLine($"{notice.List}: blocked by {notice.Blocker.Raised.Actor.Login} since {Instants.Show(notice.Blocker.Since!.Value)} ({notice.Blocker.Severity.ToWord()}{(notice.Blocker.Class is { } kind ? $", {kind}" : "")}): {notice.Blocker.Reason}");
        if (notice.Kind == NoticeKind.Progress)
            yield return SafeText.OneLine($"{notice.Blocker.Progressed!.Actor.Login} made progress: nobody is called any more, and it holds the gate until /unblock");
        yield return SafeText.OneLine($"{(notice.Kind == NoticeKind.Resolved ? $"Ended by {notice.Blocker.Resolved!.Actor.Login} after" : "Working time so far:")} {EscalationText.Show(notice.Elapsed)}{(target.Length == 0 ? "" : $" ({target})")}");
        if (notice.Next is { } next)
            yield return SafeText.OneLine($"Next, if it stays: level {next.Level.Number}, {next.Level.Do}, at {Instants.Show(next.At)}");
    }

    private static string Names(IEnumerable<Recipient> recipients) => string.Join(", ", recipients.Select(recipient => recipient.Name));
}
