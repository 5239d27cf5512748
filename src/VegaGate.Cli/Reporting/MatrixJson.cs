using System.Collections.Immutable;
using System.Text.Json;
using VegaGate.Gate;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting;

/// <summary>The tracking matrix for programs: one object with a format version. Lists are never null; the same facts give the same bytes.</summary>
internal static class MatrixJson
{
    private const int FormatVersion = 1;

    public static string Render(ImmutableArray<TrackingMatrix> matrices, string tracker) => JsonText.RenderObject(FormatVersion, json =>
    {
        json.WriteString("tracker", tracker);
        json.WriteObjects("checklists", matrices, matrix =>
        {
            json.WriteString("name", matrix.List);
            json.WriteString("title", matrix.Title);
            json.WriteObjects("phases", matrix.Rows, row => Write(json, row));
        });
    });

    private static void Write(Utf8JsonWriter json, MatrixRow row)
    {
        json.WriteNumber("number", row.Number);
        json.WriteString("id", row.Id);
        json.WriteString("phase", row.Phase);
        json.WriteString("responsible", row.Responsible);
        json.WriteString("handoff-to", row.HandoffTo);
        json.WriteStrings("artifacts", row.Artifacts);
        json.WriteStrings("criteria", row.Criteria);
        json.WriteStartObject("roles");
        json.WriteString("accountable", row.Roles.Accountable);
        json.WriteString("consulted", row.Roles.Consulted);
        json.WriteString("informed", row.Roles.Informed);
        json.WriteEndObject();
        json.WriteString("step", row.Step.ToWord());
        json.WriteString("state", row.State);
    }
}
