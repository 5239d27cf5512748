using System.Collections.Immutable;
using System.Text.Json;
using VegaGate.Gate;
using VegaGate.Phases;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>Updates for programs: one object with a format version. Lists are never null; the same facts give the same bytes.</summary>
internal static class UpdateJson
{
    private const int FormatVersion = 1;

    public static string Render(ImmutableArray<ProgressUpdate> updates, string tracker) => JsonText.RenderObject(FormatVersion, json =>
    {
        json.WriteString("tracker", tracker);
        json.WriteObjects("updates", updates, update => Write(json, update));
    });

    private static void Write(Utf8JsonWriter json, ProgressUpdate update)
    {
        json.WriteString("checklist", update.List);
        json.WriteString("title", update.Title);
        json.WriteString("at", Instants.Show(update.At));
        json.WriteString("since", Instants.Show(update.Since));
        json.WriteNumber("passed", update.Passed);
        json.WriteNumber("items", update.Items);
        json.WriteStrings("active", update.Active);
        json.WriteObjects("to", update.To, recipient =>
        {
            json.WriteString("slug", recipient.Slug);
            json.WriteString("name", recipient.Name);
            json.WriteStrings("logins", recipient.Logins);
        });
        json.WriteStrings("channels", update.Channels);
        json.WriteStringOrNull("when", update.When);
        json.WriteObjects("phases", update.Matrix.Rows, row =>
        {
            json.WriteString("id", row.Id);
            json.WriteString("phase", row.Phase);
            json.WriteString("step", row.Step.ToWord());
            json.WriteString("state", row.State);
        });
        json.WriteStartObject("parts");
        foreach (var part in update.Parts)
        {
            json.WriteObjects(part.Key, part.Entries, entry =>
            {
                json.WriteString("title", entry.Title);
                json.WriteString("detail", entry.Detail);
                json.WriteNumberOrNull("issue", entry.Issue);
                json.WriteString("url", entry.Url);
            });
        }

        json.WriteEndObject();
    }
}
