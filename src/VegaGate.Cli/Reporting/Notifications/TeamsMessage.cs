using System.Text.Json;
using VegaGate.Escalation;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Notifications;

/// <summary>A notice as the message of a Teams webhook with an adaptive card. Its texts are runs, in which nothing is Markdown.</summary>
internal static class TeamsMessage
{
    private const int MaxText = 3_000;

    public static void Write(Utf8JsonWriter json, EscalationNotice notice)
    {
        json.WriteStartObject();
        json.WriteString("type", "message");
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
        json.WriteNull("contentUrl");
        json.WriteStartObject("content");
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", "1.4");
        json.WriteStartArray("body");
        WriteRun(json, NoticeText.Headline(notice), isHeading: true);
        foreach (var line in NoticeText.Lines(notice))
            WriteRun(json, line, isHeading: false);
        json.WriteEndArray();
        json.WriteStartArray("actions");
        if (notice.Url.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("type", "Action.OpenUrl");
            json.WriteString("title", $"#{notice.Blocker.Issue}");
            json.WriteString("url", notice.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, string text, bool isHeading)
    {
        json.WriteStartObject();
        json.WriteString("type", "RichTextBlock");
        json.WriteStartArray("inlines");
        json.WriteStartObject();
        json.WriteString("type", "TextRun");
        json.WriteString("text", ForeignText.Cut(text, MaxText));
        if (isHeading)
        {
            json.WriteString("size", "large");
            json.WriteString("weight", "bolder");
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
