using System.Text.Json;
using VegaGate.Escalation;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Notifications;

/// <summary>A notice as an e-mail: a subject of one line, and a text.</summary>
internal static class EmailMessage
{
    /// <summary>A line of a header has at most 998 characters, and readers show far fewer.</summary>
    private const int MaxSubject = 200;

    public static void Write(Utf8JsonWriter json, EscalationNotice notice)
    {
        json.WriteStartObject();
        json.WriteString("subject", ForeignText.Cut(NoticeText.Headline(notice), MaxSubject));
        json.WriteString("text", string.Join("\n\n", NoticeText.Lines(notice).Append(notice.Url.Length == 0 ? $"#{notice.Blocker.Issue}" : notice.Url)) + "\n");
        json.WriteEndObject();
    }
}
