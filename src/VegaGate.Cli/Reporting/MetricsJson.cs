using System.Text;
using System.Text.Json;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting;

/// <summary>Metrics for programs: one object with a format version. A number that cannot be computed is null, and its detail says why.</summary>
internal static class MetricsJson
{
    private const int FormatVersion = 1;

    public static string Render(IEnumerable<MeasuredList> lists, string tracker)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteString("tracker", tracker);
            json.WriteStartArray("checklists");
            foreach (var list in lists)
            {
                json.WriteStartObject();
                json.WriteString("name", list.Name);
                json.WriteString("title", list.Title);
                json.WriteStartArray("metrics");
                foreach (var metric in list.Metrics)
                    Write(json, metric);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("##[", "##\\u005b", StringComparison.Ordinal);
    }

    private static void Write(Utf8JsonWriter json, Metric metric)
    {
        json.WriteStartObject();
        json.WriteString("key", metric.Key);
        json.WriteString("name", metric.Name);
        json.WriteString("definition", metric.Definition);
        WriteNumber("number", metric.Number);
        json.WriteString("unit", metric.Unit);
        json.WriteString("detail", metric.Detail);
        WriteNumber("target", metric.Target);
        if (metric.IsMet is { } isMet)
            json.WriteBoolean("met", isMet);
        else
            json.WriteNull("met");
        json.WriteEndObject();

        void WriteNumber(string name, double? number)
        {
            if (number is { } value)
                json.WriteNumber(name, Math.Round(value, 2));
            else
                json.WriteNull(name);
        }
    }
}
