using System.Collections.Immutable;
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
    public static string Render(MadePlan made, ImmutableArray<string> paths, string? release, string tracker) => JsonText.RenderObject(
        FormatVersion,
        json =>
        {
            json.WriteString("tracker", tracker);
            json.WriteStrings("paths", paths);
            json.WriteString("release", release);
            json.WriteBoolean("adopt", made.Adopts);
            json.WriteNumber("unchanged", made.Plan.Unchanged);
            json.WriteObjects("renames", made.Plan.Renames, rename =>
            {
                json.WriteString("from", rename.From);
                json.WriteString("to", rename.To);
            });
            json.WriteObjects("changes", made.Plan.Changes, change => Write(json, change));
            json.WriteStrings("notices", made.Plan.Notices);
        },
        Options) + "\n";

    private static void Write(Utf8JsonWriter json, PlannedChange change)
    {
        json.WriteString("action", change.Action.ToString().ToLowerInvariant());
        json.WriteString("identity", change.Identity);
        if (change.Number is { } number)
            json.WriteNumber("number", number);
        json.WriteString("title", change.Title);
        json.WriteString("reason", change.Reason);
        json.WriteObjects("fields", change.Fields, field =>
        {
            json.WriteString("field", field.Field);
            json.WriteString("before", field.Before);
            json.WriteString("after", field.After);
        });
        if (change.IsWrite)
            WriteWhatIsSent(json, change);
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
            json.WriteStrings("labels", labels);
        if (update.Assignees is { } assignees)
            json.WriteStrings("assignees", assignees);
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
}
