using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>
/// Updates as the payload of a Slack incoming webhook, which <c>slackapi/slack-github-action</c> takes as it is. The blocks are plain text, in which nothing is a mention or
/// a link; the text beside them, which Slack shows in a notification, is escaped.
/// </summary>
internal static class UpdateSlack
{
    /// <summary>Slack refuses a longer header, a longer section, and more blocks.</summary>
    private const int MaxHeader = 150;
    private const int MaxSection = 3_000;
    private const int MaxBlocks = 50;

    public static string Render(ImmutableArray<ProgressUpdate> updates)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("text", Escape(UpdateText.Line(string.Join("; ", updates.Select(update => update.Headline)))));
            json.WriteStartArray("blocks");
            foreach (var (type, text) in updates.SelectMany(Blocks).Take(MaxBlocks))
                Write(json, type, text);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("##[", "##\\u005b", StringComparison.Ordinal);
    }

    private static IEnumerable<(string Type, string Text)> Blocks(ProgressUpdate update)
    {
        yield return ("header", UpdateText.Line(update.Headline, MaxHeader));
        yield return ("section", Join(UpdateText.Phases(update)));
        foreach (var part in update.Parts.Where(part => !part.Entries.IsEmpty))
            yield return ("section", Join(UpdateText.Entries(part).Select(line => $"• {line}").Prepend(part.Heading)));
    }

    /// <summary>Whole lines, as many as a section takes.</summary>
    private static string Join(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length + line.Length + 2 > MaxSection)
            {
                text.Append('…');
                break;
            }

            text.Append(line).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Write(Utf8JsonWriter json, string type, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartObject("text");
        json.WriteString("type", "plain_text");
        json.WriteString("text", text);
        // Without this, a word between colons becomes a picture.
        json.WriteBoolean("emoji", false);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>What Slack asks for: with these three, nothing in a text is a mention, a channel or a link.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
