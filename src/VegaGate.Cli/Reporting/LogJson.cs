using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>The audit trail for programs: one object with a format version. Lists are never null; the same facts give the same bytes.</summary>
internal static class LogJson
{
    private const int FormatVersion = 1;

    public static string Render(ImmutableArray<LoggedList> lists, string tracker)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteString("tracker", tracker);
            json.WriteStartArray("checklists");
            foreach (var list in lists)
                Write(json, list);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        // In a job's log the runner obeys this anywhere in a line; in JSON it can stand in a string only, where an escape means the same.
        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("##[", "##\\u005b", StringComparison.Ordinal);
    }

    private static void Write(Utf8JsonWriter json, LoggedList list)
    {
        json.WriteStartObject();
        json.WriteString("name", list.Name);
        json.WriteString("title", list.Title);
        json.WriteStartArray("items");
        foreach (var item in list.Items)
            Write(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LoggedItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id.ToString());
        json.WriteString("title", item.Title);
        WriteOrNull(json, "status", item.History?.State.Status.ToWord());
        if (item.Facts is { } facts)
            json.WriteNumber("issue", facts.Issue.Number);
        else
            json.WriteNull("issue");
        json.WriteString("url", item.Facts?.Issue.Url ?? "");
        json.WriteString("text", item.Fingerprint);
        WriteOrNull(json, "issue-text", item.Facts?.Marked.Marker.Fingerprint);
        json.WriteStartArray("entries");
        foreach (var entry in item.Entries)
            Write(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AuditEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("at", Instants.Show(entry.At));
        WriteOrNull(json, "login", entry.Actor?.Login);
        if (entry.Actor is { Id: not 0 } actor)
            json.WriteNumber("account", actor.Id);
        else
            json.WriteNull("account");
        json.WriteBoolean("bot", entry.Actor?.IsBot ?? false);
        json.WriteString("act", entry.Act);
        json.WriteString("outcome", entry.Outcome.ToWord());
        json.WriteString("sentence", entry.Sentence);
        WriteOrNull(json, "text", entry.Text);
        json.WriteBoolean("present-text", entry.Text is not null);
        if (entry.Stands is { } stands)
            json.WriteBoolean("stands", stands);
        else
            json.WriteNull("stands");
        json.WriteString("url", entry.Url);
        json.WriteEndObject();
    }

    private static void WriteOrNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }
}
