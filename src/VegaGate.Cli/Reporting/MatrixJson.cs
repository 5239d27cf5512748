using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VegaGate.Gate;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting;

/// <summary>The tracking matrix for programs: one object with a format version. Lists are never null; the same facts give the same bytes.</summary>
internal static class MatrixJson
{
    private const int FormatVersion = 1;

    public static string Render(ImmutableArray<TrackingMatrix> matrices, string tracker)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteString("tracker", tracker);
            json.WriteStartArray("checklists");
            foreach (var matrix in matrices)
            {
                json.WriteStartObject();
                json.WriteString("name", matrix.List);
                json.WriteString("title", matrix.Title);
                json.WriteStartArray("phases");
                foreach (var row in matrix.Rows)
                    Write(json, row);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        // In a job's log the runner obeys this anywhere in a line; in JSON it can stand in a string only, where an escape means the same.
        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("##[", "##\\u005b", StringComparison.Ordinal);
    }

    private static void Write(Utf8JsonWriter json, MatrixRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("number", row.Number);
        json.WriteString("id", row.Id);
        json.WriteString("phase", row.Phase);
        json.WriteString("responsible", row.Responsible);
        json.WriteString("handoff-to", row.HandoffTo);
        WriteTexts("artifacts", row.Artifacts);
        WriteTexts("criteria", row.Criteria);
        json.WriteStartObject("roles");
        json.WriteString("accountable", row.Roles.Accountable);
        json.WriteString("consulted", row.Roles.Consulted);
        json.WriteString("informed", row.Roles.Informed);
        json.WriteEndObject();
        json.WriteString("step", row.Step.ToWord());
        json.WriteString("state", row.State);
        json.WriteEndObject();

        void WriteTexts(string name, ImmutableArray<string> texts)
        {
            json.WriteStartArray(name);
            foreach (var text in texts)
                json.WriteStringValue(text);
            json.WriteEndArray();
        }
    }
}
