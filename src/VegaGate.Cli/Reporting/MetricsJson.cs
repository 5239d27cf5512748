using System.Text.Json;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting;

/// <summary>Metrics for programs: one object with a format version. A number that cannot be computed is null, and its detail says why.</summary>
internal static class MetricsJson
{
    private const int FormatVersion = 1;

    public static string Render(IEnumerable<MeasuredList> lists, string tracker) => JsonText.RenderObject(FormatVersion, json =>
    {
        json.WriteString("tracker", tracker);
        json.WriteObjects("checklists", lists, list =>
        {
            json.WriteString("name", list.Name);
            json.WriteString("title", list.Title);
            json.WriteObjects("metrics", list.Metrics, metric => Write(json, metric));
            json.WriteObjects("stated-metrics", list.Stated.Metrics, stated => Write(json, stated));
            json.WriteObjects("indicators", list.Stated.Indicators, stated => Write(json, stated));
        });
    });

    private static void Write(Utf8JsonWriter json, StatedTarget stated)
    {
        json.WriteString("text", stated.Text);
        json.WriteString("target", stated.Target);
        json.WriteBooleanOrNull("holds", stated.Holds);
        json.WriteString("answer", stated.Answer);
    }

    private static void Write(Utf8JsonWriter json, Metric metric)
    {
        json.WriteString("key", metric.Key);
        json.WriteString("name", metric.Name);
        json.WriteString("definition", metric.Definition);
        WriteNumber("number", metric.Number);
        json.WriteString("unit", metric.Unit);
        json.WriteString("detail", metric.Detail);
        WriteNumber("target", metric.Target);
        json.WriteBooleanOrNull("met", metric.IsMet);

        void WriteNumber(string name, double? number)
        {
            if (number is { } value)
                json.WriteNumber(name, Math.Round(value, 2));
            else
                json.WriteNull(name);
        }
    }
}
