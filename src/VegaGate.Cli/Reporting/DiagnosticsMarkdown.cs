using System.Collections.Immutable;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>Findings for the summary of a job: all of them, where annotations stop at ten.</summary>
internal static class DiagnosticsMarkdown
{
    private const int MaxRows = 1_000;

    public static string Render(ImmutableArray<Diagnostic> diagnostics, int files)
    {
        var text = new StringBuilder($"# Checklists: {ConsoleReporter.Summary(diagnostics, files)}\n\n");
        if (diagnostics.IsEmpty)
            return text.ToString();
        text.Append("| Where | | Rule | Finding |\n| --- | --- | --- | --- |\n");
        foreach (var diagnostic in diagnostics.Take(MaxRows))
        {
            var at = diagnostic.Source.GetPosition(diagnostic.Span.Start);
            text.Append($"| {MarkdownText.Cell($"{diagnostic.Source.Path}:{at.Line}:{at.Column}")} | {ConsoleReporter.Word(diagnostic.Severity)} | {diagnostic.Descriptor.Id} | {MarkdownText.Cell(diagnostic.Message)} |\n");
        }

        if (diagnostics.Length > MaxRows)
            text.Append($"\n{diagnostics.Length - MaxRows} more findings.\n");
        return text.ToString();
    }
}
