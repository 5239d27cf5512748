using VegaGate.Diagnostics;
using VegaGate.Documents;
using VegaGate.Syntax;

namespace VegaGate.Cli.Reporting;

/// <summary>One line that says what an import made.</summary>
internal static class ImportSummary
{
    public static string Of(ImportResult result, string path)
    {
        var phases = result.Root!.Find("phases") is not null;
        var sections = Items(result.Root.Find(phases ? "phases" : "sections")?.Value);
        var items = sections.Sum(section => Items((section as YamlMapping)?.Find("items")?.Value).Length);
        var guesses = result.Findings.Count(finding => finding.Descriptor != DocumentDiagnostics.LeftOut && finding.Severity < DiagnosticSeverity.Error);
        return $"{result.Source.Path} -> {path}: {Count(sections.Length, phases ? "phase" : "section")}, {Count(items, "item")}; {Count(guesses, "notice")}; "
            + $"{result.Lines.All - result.Lines.Left.Length} of {Count(result.Lines.All, "line")} taken, {result.Lines.Left.Length} left out";
    }

    private static System.Collections.Immutable.ImmutableArray<YamlNode> Items(YamlNode? node) => node is YamlSequence sequence ? sequence.Items : [];

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
