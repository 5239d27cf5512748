using System.Collections.Immutable;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>Where updates go, as later steps of a workflow take it.</summary>
internal static class UpdateChannels
{
    private const string Slack = "slack:";

    /// <summary>The channels of Slack that the lists name, such as <c>#deployment</c> of <c>slack:#deployment</c>, each once, as a JSON list.</summary>
    public static string SlackJson(ImmutableArray<ProgressUpdate> updates) => JsonText.Render(json =>
    {
        json.WriteStartArray();
        foreach (var channel in updates.SelectMany(update => update.Channels).Where(channel => channel.StartsWith(Slack, StringComparison.OrdinalIgnoreCase)).Select(channel => SafeText.OneLine(channel[Slack.Length..])).Where(channel => channel.Length > 0).Distinct(StringComparer.Ordinal))
            json.WriteStringValue(channel);
        json.WriteEndArray();
    });

    /// <summary>Who receives them, each once, on one line.</summary>
    public static string To(ImmutableArray<ProgressUpdate> updates) => UpdateText.Line(string.Join(", ", updates.SelectMany(update => update.To).Select(UpdateText.Name).Distinct(StringComparer.Ordinal)), UpdateText.MostOfNames);
}
