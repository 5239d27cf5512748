using System.Text.Json;
using VegaGate.Escalation;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Notifications;

/// <summary>A notice as the payload of a Slack incoming webhook, which <c>slackapi/slack-github-action</c> takes as it is.</summary>
internal static class SlackMessage
{
    public static void Write(Utf8JsonWriter json, EscalationNotice notice)
    {
        json.WriteStartObject();
        json.WriteString("text", SlackText.Escape(NoticeText.Headline(notice)));
        json.WriteStartArray("blocks");
        SlackText.WriteBlock(json, "header", ForeignText.Cut(NoticeText.Headline(notice), SlackText.MaxHeader));
        foreach (var line in NoticeText.Lines(notice))
            SlackText.WriteBlock(json, "section", ForeignText.Cut(line, SlackText.MaxSection));
        if (notice.Url.Length > 0)
            SlackText.WriteMarkup(json, $"<{SlackText.Escape(notice.Url).Replace("|", "%7C", StringComparison.Ordinal)}|#{notice.Blocker.Issue}>");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
