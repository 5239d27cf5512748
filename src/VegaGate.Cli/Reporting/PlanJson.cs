using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VegaGate.Cli.Composition;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Cli.Reporting;

/// <summary>A plan for programs, and for <c>apply</c>: everything that would be written. The same plan gives the same bytes.</summary>
internal static class PlanJson
{
    public const int FormatVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The plan as one object with a format version.</summary>
    /// <param name="paths">What the call names as checklists.</param>
    public static string Render(MadePlan made, ImmutableArray<string> paths, string? release, string tracker)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteString("tracker", tracker);
            Write(json, "paths", paths);
            json.WriteString("release", release);
            json.WriteBoolean("adopt", made.Adopts);
            json.WriteNumber("unchanged", made.Plan.Unchanged);
            json.WriteStartArray("renames");
            foreach (var rename in made.Plan.Renames)
            {
                json.WriteStartObject();
                json.WriteString("from", rename.From);
                json.WriteString("to", rename.To);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("changes");
            foreach (var change in made.Plan.Changes)
                Write(json, change);
            json.WriteEndArray();
            Write(json, "notices", made.Plan.Notices);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, PlannedChange change)
    {
        json.WriteStartObject();
        json.WriteString("action", change.Action.ToString().ToLowerInvariant());
        json.WriteString("identity", change.Identity);
        if (change.Number is { } number)
            json.WriteNumber("number", number);
        json.WriteString("title", change.Title);
        json.WriteString("reason", change.Reason);
        json.WriteStartArray("fields");
        foreach (var field in change.Fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Field);
            json.WriteString("before", field.Before);
            json.WriteString("after", field.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (change.IsWrite)
            WriteWhatIsSent(json, change);
        json.WriteEndObject();
    }

    private static void WriteWhatIsSent(Utf8JsonWriter json, PlannedChange change)
    {
        var update = change.Update;
        json.WriteStartObject("write");
        if (update.Title is { } title)
            json.WriteString("title", title);
        if (change is { Marker: { } marker, Body: { } body })
            json.WriteString("body", body.Compose(marker));
        if (change.IsNewText)
            json.WriteBoolean("new-text", true);
        if (update.Labels is { } labels)
            Write(json, "labels", labels);
        if (update.Assignees is { } assignees)
            Write(json, "assignees", assignees);
        if (update.Milestone is { } milestone)
            json.WriteString("milestone", milestone);
        if (update.ClearsMilestone)
            json.WriteNull("milestone");
        if (update.IsOpen is { } isOpen)
            json.WriteString("state", isOpen ? "open" : "closed");
        if (update.CloseAs is { } reason)
            json.WriteString("state-reason", reason switch { CloseReason.NotPlanned => "not-planned", CloseReason.Duplicate => "duplicate", _ => "completed" });
        if (change.Comment is { } comment)
            json.WriteString("comment", comment);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
