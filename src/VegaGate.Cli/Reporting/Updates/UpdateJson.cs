using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VegaGate.Gate;
using VegaGate.Phases;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>Updates for programs: one object with a format version. Lists are never null; the same facts give the same bytes.</summary>
internal static class UpdateJson
{
    private const int FormatVersion = 1;

    public static string Render(ImmutableArray<ProgressUpdate> updates, string tracker)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteString("tracker", tracker);
            json.WriteStartArray("updates");
            foreach (var update in updates)
                Write(json, update);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        // In a job's log the runner obeys this anywhere in a line; in JSON it can stand in a string only, where an escape means the same.
        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("##[", "##\\u005b", StringComparison.Ordinal);
    }

    private static void Write(Utf8JsonWriter json, ProgressUpdate update)
    {
        json.WriteStartObject();
        json.WriteString("checklist", update.List);
        json.WriteString("title", update.Title);
        json.WriteString("at", Instants.Show(update.At));
        json.WriteString("since", Instants.Show(update.Since));
        json.WriteNumber("passed", update.Passed);
        json.WriteNumber("items", update.Items);
        json.WriteStartArray("active");
        foreach (var phase in update.Active)
            json.WriteStringValue(phase);
        json.WriteEndArray();
        json.WriteStartArray("phases");
        foreach (var row in update.Matrix.Rows)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("phase", row.Phase);
            json.WriteString("step", row.Step.ToWord());
            json.WriteString("state", row.State);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("parts");
        foreach (var part in update.Parts)
        {
            json.WriteStartArray(part.Key);
            foreach (var entry in part.Entries)
            {
                json.WriteStartObject();
                json.WriteString("title", entry.Title);
                json.WriteString("detail", entry.Detail);
                if (entry.Issue is { } number)
                    json.WriteNumber("issue", number);
                else
                    json.WriteNull("issue");
                json.WriteString("url", entry.Url);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
