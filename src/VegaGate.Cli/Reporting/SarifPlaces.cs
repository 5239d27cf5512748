using System.Text.Json;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>The places of a SARIF log: files as URIs, spans as regions.</summary>
internal static class SarifPlaces
{
    /// <summary>What a relative URI is relative to: by convention the root of the repository.</summary>
    private const string Root = "%SRCROOT%";

    public static void WriteArtifactLocation(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        if (IsAbsolute(path))
        {
            json.WriteString("uri", $"file://{(path.StartsWith('/') ? "" : "/")}{Encode(path)}");
        }
        else
        {
            json.WriteString("uri", Encode(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path));
            json.WriteString("uriBaseId", Root);
        }

        json.WriteEndObject();
    }

    /// <summary>Lines and columns count from one, and an end is exclusive, here as there.</summary>
    public static void WriteRegion(Utf8JsonWriter json, string name, SourceText source, TextSpan span)
    {
        var start = source.GetPosition(span.Start);
        var end = source.GetPosition(span.End);
        json.WriteStartObject(name);
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }

    public static void WritePhysicalLocation(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        json.WriteStartObject("physicalLocation");
        WriteArtifactLocation(json, source.Path);
        WriteRegion(json, "region", source, span);
        json.WriteEndObject();
    }

    /// <summary>A path that begins at the root, or at a drive.</summary>
    private static bool IsAbsolute(string path) => path.StartsWith('/') || path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/';

    private static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
