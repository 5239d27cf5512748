using VegaGate.Checklists;
using VegaGate.Escalation;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Notifications;

/// <summary>A notice as plain text: each part on one line, without controls. Who sends it escapes it for where it goes.</summary>
internal static class NoticeText
{
    /// <summary>What happened, in a line.</summary>
    public static string Headline(EscalationNotice notice) => SafeText.OneLine(notice.IsOver
        ? $"Resolved: {notice.Title}"
        : $"Escalation level {notice.Level}: {notice.Title}");

    /// <summary>The rest: what happens now, who is called, what is blocked and since when.</summary>
    public static IEnumerable<string> Lines(EscalationNotice notice)
    {
        var target = EscalationText.ShowTarget(notice);
        foreach (var level in notice.Levels)
            yield return SafeText.OneLine($"Level {level.Number}: {level.Do}");
        yield return SafeText.OneLine($"For: {string.Join(", ", notice.To.Select(recipient => recipient.Name))}");
        yield return SafeText.OneLine($"{notice.List}: blocked by {notice.Blocker.Raised.Actor.Login} since {Instants.Show(notice.Blocker.Since!.Value)} ({notice.Blocker.Severity.ToWord()}{(notice.Blocker.Class is { } kind ? $", {kind}" : "")}): {notice.Blocker.Reason}");
        yield return SafeText.OneLine($"{(notice.IsOver ? $"Ended by {notice.Blocker.Ended!.Actor.Login} after" : "Working time so far:")} {EscalationText.Show(notice.Elapsed)}{(target.Length == 0 ? "" : $" ({target})")}");
    }
}
