using System.Collections.Immutable;
using System.Text;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>
/// Updates as the payload of a Slack incoming webhook, which <c>slackapi/slack-github-action</c> takes as it is. The blocks are plain text, in which nothing is a mention or
/// a link; the text beside them, which Slack shows in a notification, is escaped.
/// </summary>
internal static class UpdateSlack
{
    /// <summary>Slack refuses more.</summary>
    private const int MaxBlocks = 50;

    public static string Render(ImmutableArray<ProgressUpdate> updates) => JsonText.Render(json =>
    {
        json.WriteStartObject();
        json.WriteString("text", SlackText.Escape(UpdateText.Line(string.Join("; ", updates.Select(update => update.Headline)))));
        json.WriteStartArray("blocks");
        foreach (var (type, text) in updates.SelectMany(Blocks).Take(MaxBlocks))
            SlackText.WriteBlock(json, type, text);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static IEnumerable<(string Type, string Text)> Blocks(ProgressUpdate update)
    {
        yield return ("header", UpdateText.Line(update.Headline, SlackText.MaxHeader));
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
            if (text.Length + line.Length + 2 > SlackText.MaxSection)
            {
                text.Append('…');
                break;
            }

            text.Append(line).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
