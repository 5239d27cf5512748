using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>For programs: one object with a format version. Lists are never null; lines and columns count from one, ends are exclusive.</summary>
public sealed class JsonReporter : IDiagnosticReporter
{
    private const int FormatVersion = 1;

    public void Report(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<string> files, Surroundings surroundings) =>
        JsonText.WriteInPieces(surroundings.Output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Default }, (json, passOn) =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteNumber("files", files.Length);
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in diagnostics)
            {
                Write(json, diagnostic);
                passOn();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("id", diagnostic.Descriptor.Id);
        json.WriteString("name", diagnostic.Descriptor.Name);
        json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", diagnostic.Message);
        WritePlace(json, diagnostic.Source, diagnostic.Span);
        json.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            json.WriteStartObject();
            json.WriteString("message", related.Message);
            WritePlace(json, related.Source, related.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("fixes");
        if (diagnostic.Fix is { } fix)
        {
            json.WriteStartObject();
            json.WriteString("title", fix.Title);
            json.WriteString("applicability", fix.Applicability.ToString().ToLowerInvariant());
            json.WriteStartArray("edits");
            foreach (var edit in fix.Edits)
            {
                json.WriteStartObject();
                WritePlace(json, diagnostic.Source, edit.Span);
                json.WriteString("text", edit.NewText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        var start = source.GetPosition(span.Start);
        var end = source.GetPosition(span.End);
        json.WriteString("path", source.Path);
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
    }
}
