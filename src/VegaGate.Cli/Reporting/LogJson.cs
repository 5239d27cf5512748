using System.Collections.Immutable;
using System.Text.Json;
using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>The audit trail for programs: one object with a format version. Lists are never null; the same facts give the same bytes.</summary>
internal static class LogJson
{
    private const int FormatVersion = 1;

    public static string Render(ImmutableArray<LoggedList> lists, string tracker) => JsonText.RenderObject(FormatVersion, json =>
    {
        json.WriteString("tracker", tracker);
        json.WriteObjects("checklists", lists, list =>
        {
            json.WriteString("name", list.Name);
            json.WriteString("title", list.Title);
            json.WriteObjects("items", list.Items, item => Write(json, item));
        });
    });

    private static void Write(Utf8JsonWriter json, LoggedItem item)
    {
        json.WriteString("id", item.Id.ToString());
        json.WriteString("title", item.Title);
        json.WriteStringOrNull("status", item.History?.State.Status.ToWord());
        json.WriteNumberOrNull("issue", item.Facts?.Issue.Number);
        json.WriteString("url", item.Facts?.Issue.Url ?? "");
        json.WriteString("text", item.Fingerprint);
        json.WriteStringOrNull("issue-text", item.Facts?.Marked.Marker.Fingerprint);
        json.WriteObjects("entries", item.Entries, entry => Write(json, entry));
    }

    private static void Write(Utf8JsonWriter json, AuditEntry entry)
    {
        json.WriteString("at", Instants.Show(entry.At));
        json.WriteStringOrNull("login", entry.Actor?.Login);
        json.WriteNumberOrNull("account", entry.Actor is { Id: not 0 } actor ? actor.Id : null);
        json.WriteBoolean("bot", entry.Actor?.IsBot ?? false);
        json.WriteString("act", entry.Act);
        json.WriteString("outcome", entry.Outcome.ToWord());
        json.WriteString("sentence", entry.Sentence);
        json.WriteStringOrNull("text", entry.Text);
        json.WriteBoolean("present-text", entry.Text is not null);
        json.WriteBooleanOrNull("stands", entry.Stands);
        json.WriteString("url", entry.Url);
    }
}
