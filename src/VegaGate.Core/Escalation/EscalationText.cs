using System.Text;
using VegaGate.Checklists;
using VegaGate.Text;

namespace VegaGate.Escalation;

/// <summary>Tells the people of a level in Markdown what is blocked, and what happens now.</summary>
public static class EscalationText
{
    /// <summary>In characters: as much of a reason as a comment needs.</summary>
    private const int MaxReason = 2_000;

    /// <summary>Of a team with more members, the names that come first are called.</summary>
    private const int MostMentions = 20;

    /// <summary>The comment for a notice, without the mark of it.</summary>
    public static string Comment(EscalationNotice notice) => notice.Kind switch
    {
        NoticeKind.Escalation => Reached(notice),
        NoticeKind.Progress => Stopped(notice),
        _ => Over(notice),
    };

    /// <summary>Hours and minutes of working time, such as "1 h 35 min".</summary>
    public static string Show(TimeSpan time)
    {
        var minutes = (long)Math.Floor(time.TotalMinutes);
        return minutes < 60 ? $"{minutes} min" : minutes % 60 == 0 ? $"{minutes / 60} h" : $"{minutes / 60} h {minutes % 60} min";
    }

    /// <summary>Whether a target was kept, in words; empty without one.</summary>
    public static string ShowTarget(EscalationNotice notice) => notice.Target is not { } target ? ""
        : notice.IsWithinTarget == true ? $"target {Show(target)}{(notice.Kind == NoticeKind.Resolved ? ", met" : "")}"
        : $"target {Show(target)}, missed";

    private static string Reached(EscalationNotice notice)
    {
        var text = new StringBuilder();
        var called = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var level in notice.Levels)
            text.Append($"**Escalation level {level.Number}: {MarkdownText.Inline(level.Do)}**\n\n{string.Join("; ", level.To.Select(recipient => Call(recipient, called)))}\n\n");
        text.Append($"{MarkdownText.Inline(notice.Title)} is blocked since {Instants.Show(notice.Blocker.Since!.Value)}, for {Show(notice.Elapsed)} of working time{Besides(notice)}. ");
        text.Append($"{MarkdownText.Inline(notice.Blocker.Raised.Actor.Login)} says: {MarkdownText.Within(MaxReason, notice.Blocker.Reason, MarkdownText.Inline)}\n\n");
        if (notice.Next is { } next)
            text.Append($"Next, if it stays: level {next.Level.Number} ({MarkdownText.Inline(next.Level.Do)}) at {Instants.Show(next.At)}. ");
        return text.Append(notice.Blocker.IsReport
            ? "It ends when somebody of the checklist closes this report or comments `/unblock`."
            : "It ends with `/unblock`, by an owner or by who blocked. An owner's `/done` stops the calls only: the gate is held until `/unblock`.").ToString();
    }

    private static string Stopped(EscalationNotice notice)
    {
        var progress = notice.Blocker.Progressed!;
        return $"**Progress: nobody is called any more.** {MarkdownText.Inline(progress.Actor.Login)} made it at {Instants.Show(progress.At)}. {MarkdownText.Inline(notice.Title)} stays blocked, since {Instants.Show(notice.Blocker.Since!.Value)}, and holds the gate until `/unblock`. "
            + "If the progress is taken back, the calls go on as if it had never been.";
    }

    private static string Over(EscalationNotice notice)
    {
        var ended = notice.Blocker.Resolved!;
        var target = ShowTarget(notice);
        return $"**Resolved after {Show(notice.Elapsed)} of working time**{(target.Length == 0 ? "" : $" ({target})")}: {MarkdownText.Inline(ended.Actor.Login)} ended the blocker of {Instants.Show(notice.Blocker.Since!.Value)} at {Instants.Show(ended.At)}.";
    }

    private static string Besides(EscalationNotice notice)
    {
        var kind = notice.Blocker.Class is { } name ? $"; {MarkdownText.Inline(name)}" : "";
        var target = ShowTarget(notice);
        return $" ({notice.Blocker.Severity.ToWord()}{kind}{(target.Length == 0 ? "" : $"; {target}")})";
    }

    /// <summary>A name with the accounts behind it, which GitHub then tells, each once in a comment. The name of nobody else is ever a mention.</summary>
    private static string Call(Recipient recipient, HashSet<string> called)
    {
        var calls = recipient.Logins.Take(MostMentions).Select(login => IsAccount(login) && called.Add(login) ? "@" + login : MarkdownText.Inline(login)).ToList();
        return MarkdownText.Inline(recipient.Name) + (calls.Count == 0 ? "" : $" ({string.Join(", ", calls)})");
    }

    /// <summary>A login with a dot is a placeholder: GitHub would call whoever has the part before it.</summary>
    private static bool IsAccount(string login) => login.Length > 0 && login.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
