using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>
/// For code scanning and editors: SARIF 2.1.0, within what GitHub takes of a run
/// (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
/// </summary>
public sealed class SarifReporter : IDiagnosticReporter
{
    /// <summary>A run with more is refused whole.</summary>
    private const int MaxResults = 25_000;

    /// <summary>Of more, the most severe are shown.</summary>
    private const int ShownResults = 5_000;

    private const int MaxRelated = 1_000;

    public void Report(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<string> files, Surroundings surroundings) =>
        JsonText.WriteInPieces(surroundings.Output, new JsonWriterOptions { Indented = true, NewLine = "\n" }, (json, passOn) => Write(json, diagnostics, passOn));

    private static void Write(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics, Action passOn)
    {
        var kept = Keep(diagnostics);
        ImmutableArray<DiagnosticDescriptor> rules = [.. DescriptorCatalog.All.Union(kept.Select(diagnostic => diagnostic.Descriptor))];
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        WriteInvocation(json, diagnostics.Length, kept.Length);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        var fingerprints = new LineFingerprints();
        foreach (var diagnostic in kept)
        {
            WriteResult(json, diagnostic, rules.IndexOf(diagnostic.Descriptor), fingerprints.Next(diagnostic));
            passOn();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The most severe, in the order in which they came.</summary>
    private static ImmutableArray<Diagnostic> Keep(ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.Length <= MaxResults)
            return diagnostics;
        var kept = diagnostics.OrderByDescending(diagnostic => diagnostic.Severity).Take(MaxResults).ToHashSet<Diagnostic>(ReferenceEqualityComparer.Instance);
        return [.. diagnostics.Where(kept.Contains)];
    }

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<DiagnosticDescriptor> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "VegaGate");
        json.WriteString("semanticVersion", ProgramVersion.Current);
        json.WriteStartArray("rules");
        var manual = RuleManual.Read().ToDictionary(entry => entry.Descriptor.Id, StringComparer.Ordinal);
        foreach (var rule in rules)
            WriteRule(json, rule, manual.GetValueOrDefault(rule.Id));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes a rule with its whole page: in a repository that uses this program there is nothing to link to.</summary>
    private static void WriteRule(Utf8JsonWriter json, DiagnosticDescriptor rule, ManualEntry? entry)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        WriteMessage(json, "shortDescription", rule.Summary);
        WriteMessage(json, "fullDescription", rule.Summary);
        json.WriteStartObject("help");
        json.WriteString("text", entry is null ? rule.Summary : string.Join('\n', RuleHelp.Plain(entry).Split('\n').Select(Plain)));
        json.WriteString("markdown", entry is null ? MarkdownText.Inline(rule.Summary) : $"# {rule.Id} {rule.Name}\n\n{RuleHelp.Markdown(entry)}");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("problem.severity", rule.Severity == DiagnosticSeverity.Notice ? "recommendation" : Level(rule.Severity));
        json.WriteStartArray("tags");
        json.WriteStringValue("checklist");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, int all, int kept)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        if (all > kept)
            WriteNotification(json, $"{all - kept} of {all} findings are left out, the least severe ones: code scanning takes {MaxResults} of a run.");
        else if (all > ShownResults)
            WriteNotification(json, $"There are {all} findings; code scanning shows the {ShownResults} most severe ones.");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotification(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("level", "warning");
        WriteMessage(json, "message", text);
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, int rule, string fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Descriptor.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(diagnostic.Severity));
        WriteMessage(json, "message", diagnostic.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        SarifPlaces.WritePhysicalLocation(json, diagnostic.Source, diagnostic.Span);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("relatedLocations");
        foreach (var (index, related) in diagnostic.Related.Take(MaxRelated).Index())
        {
            json.WriteStartObject();
            json.WriteNumber("id", index + 1);
            SarifPlaces.WritePhysicalLocation(json, related.Source, related.Span);
            WriteMessage(json, "message", related.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("vegagateLine/v1", fingerprint);
        json.WriteEndObject();
        json.WriteStartArray("fixes");
        if (diagnostic.Fix is { Edits.IsEmpty: false } fix)
            WriteFix(json, diagnostic.Source, fix);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, SourceText source, CodeFix fix)
    {
        json.WriteStartObject();
        WriteMessage(json, "description", fix.Title);
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        SarifPlaces.WriteArtifactLocation(json, source.Path);
        json.WriteStartArray("replacements");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            SarifPlaces.WriteRegion(json, "deletedRegion", source, edit.Span);
            json.WriteStartObject("insertedContent");
            json.WriteString("text", edit.NewText);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("applicability", fix.Applicability.ToString().ToLowerInvariant());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Plain(text));
        json.WriteEndObject();
    }

    /// <summary>A message of SARIF can hold links and placeholders. Text from a file makes neither: a blank parts what would.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in SafeText.Show(text))
        {
            var isLink = c == '(' && plain is [.., ']'];
            var isPlaceholder = char.IsAsciiDigit(c) && plain is [.., '{'];
            plain.Append(isLink || isPlaceholder ? " " : "").Append(c);
        }

        return plain.ToString();
    }

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
