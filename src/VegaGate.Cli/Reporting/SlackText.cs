using System.Text.Json;

namespace VegaGate.Cli.Reporting;

/// <summary>The parts of a payload for Slack.</summary>
internal static class SlackText
{
    /// <summary>Slack refuses a longer header, and a longer section.</summary>
    public const int MaxHeader = 150;
    public const int MaxSection = 3_000;

    /// <summary>A block of plain text, in which nothing is a mention, a channel or a link.</summary>
    public static void WriteBlock(Utf8JsonWriter json, string type, string text) => WriteBlock(json, type, "plain_text", text);

    /// <summary>A section in Slack's markup; what comes from outside has to be escaped for it.</summary>
    public static void WriteMarkup(Utf8JsonWriter json, string text) => WriteBlock(json, "section", "mrkdwn", text);

    /// <summary>What Slack asks for: with these three, nothing in a text is a mention, a channel or a link.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static void WriteBlock(Utf8JsonWriter json, string type, string kind, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartObject("text");
        json.WriteString("type", kind);
        json.WriteString("text", text);
        // Without this, a word between colons becomes a picture.
        if (kind == "plain_text")
            json.WriteBoolean("emoji", false);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
