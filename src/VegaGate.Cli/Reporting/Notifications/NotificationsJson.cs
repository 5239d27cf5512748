using System.Text.Json;
using VegaGate.Checklists;
using VegaGate.Escalation;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Notifications;

/// <summary>
/// Notices for programs: a list, empty when there is nothing to tell, so that it is the matrix of a job as it is. Each has what happened as data, and the messages for
/// Slack, Teams and e-mail.
/// </summary>
internal static class NotificationsJson
{
    /// <summary>A matrix makes at most 256 jobs; what is beyond is told on the issues only.</summary>
    public const int Most = 256;

    public static string Render(IEnumerable<EscalationNotice> notices) => JsonText.Render(json =>
    {
        json.WriteStartArray();
        foreach (var notice in notices.Take(Most))
            Write(json, notice);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, EscalationNotice notice)
    {
        json.WriteStartObject();
        json.WriteString("kind", WordOf(notice.Kind));
        json.WriteString("checklist", notice.Blocker.Checklist);
        json.WriteStringOrNull("item", notice.Blocker.Item?.ToString());
        json.WriteNumber("issue", notice.Blocker.Issue);
        json.WriteString("url", notice.Url);
        json.WriteNumber("level", notice.Level);
        json.WriteList("levels", notice.Levels, (writer, level) => writer.WriteNumberValue(level.Number));
        json.WriteObjects("calls", notice.Levels, level =>
        {
            json.WriteNumber("level", level.Number);
            json.WriteString("do", level.Do);
            json.WriteStrings("to", level.To.Select(recipient => recipient.Slug));
        });
        WriteNext(json, notice.Next);
        json.WriteString("severity", notice.Blocker.Severity.ToWord());
        json.WriteStringOrNull("class", notice.Blocker.Class);
        json.WriteString("since", Instants.Show(notice.Blocker.Since!.Value));
        json.WriteStringOrNull("ended", notice is { Kind: NoticeKind.Resolved, Blocker.Resolved: { } ended } ? Instants.Show(ended.At) : null);
        json.WriteNumber("minutes", (long)notice.Elapsed.TotalMinutes);
        json.WriteNumberOrNull("target-minutes", (long?)notice.Target?.TotalMinutes);
        json.WriteStrings("to", notice.To.Select(recipient => recipient.Slug));
        json.WritePropertyName("slack");
        SlackMessage.Write(json, notice);
        json.WritePropertyName("teams");
        TeamsMessage.Write(json, notice);
        json.WritePropertyName("email");
        EmailMessage.Write(json, notice);
        json.WriteEndObject();
    }

    private static string WordOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Escalation => "escalation",
        NoticeKind.Progress => "progress",
        _ => "resolved",
    };

    private static void WriteNext(Utf8JsonWriter json, DueLevel? next)
    {
        if (next is null)
        {
            json.WriteNull("next");
            return;
        }

        json.WriteStartObject("next");
        json.WriteNumber("level", next.Level.Number);
        json.WriteString("do", next.Level.Do);
        json.WriteString("at", Instants.Show(next.At));
        json.WriteEndObject();
    }
}
