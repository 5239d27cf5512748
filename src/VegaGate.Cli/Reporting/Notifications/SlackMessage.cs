using System.Text.Json;
using VegaGate.Escalation;

namespace VegaGate.Cli.Reporting.Notifications;

/// <summary>A notice as the payload of a Slack incoming webhook, which <c>slackapi/slack-github-action</c> takes as it is.</summary>
internal static class SlackMessage
{
    /// <summary>Slack refuses a longer header, and a longer section.</summary>
    private const int MaxHeader = 150;
    private const int MaxSection = 3_000;

    public static void Write(Utf8JsonWriter json, EscalationNotice notice)
    {
        json.WriteStartObject();
        json.WriteString("text", Escape(NoticeText.Headline(notice)));
        json.WriteStartArray("blocks");
        json.WriteStartObject();
        json.WriteString("type", "header");
        WriteText(json, "plain_text", NoticeText.Cut(NoticeText.Headline(notice), MaxHeader));
        json.WriteEndObject();
        foreach (var line in NoticeText.Lines(notice))
        {
            json.WriteStartObject();
            json.WriteString("type", "section");
            WriteText(json, "plain_text", NoticeText.Cut(line, MaxSection));
            json.WriteEndObject();
        }

        if (notice.Url.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("type", "section");
            WriteText(json, "mrkdwn", $"<{Escape(notice.Url).Replace("|", "%7C", StringComparison.Ordinal)}|#{notice.Blocker.Issue}>");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string type, string text)
    {
        json.WriteStartObject("text");
        json.WriteString("type", type);
        json.WriteString("text", text);
        // Without this, a word between colons becomes a picture.
        if (type == "plain_text")
            json.WriteBoolean("emoji", false);
        json.WriteEndObject();
    }

    /// <summary>What Slack asks for: with these three, nothing in a text is a mention, a channel or a link.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
