using System.Collections.Immutable;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>Findings for the summary of a job: all of them, where annotations stop at ten.</summary>
internal static class DiagnosticsMarkdown
{
    private const int MaxRows = 1_000;

    /// <summary>A job's summary or a comment of more than 1 MiB is dropped whole; a row is at most some kilobytes.</summary>
    private const int MaxBytes = 1_000_000;

    public static string Render(ImmutableArray<Diagnostic> diagnostics, int files)
    {
        var text = new StringBuilder($"# Checklists: {ConsoleReporter.Summary(diagnostics, files)}\n\n");
        if (diagnostics.IsEmpty)
            return text.ToString();
        text.Append("| Where | | Rule | Finding |\n| --- | --- | --- | --- |\n");
        var bytes = 0;
        var rows = 0;
        foreach (var diagnostic in diagnostics.Take(MaxRows))
        {
            var at = diagnostic.Source.GetPosition(diagnostic.Span.Start);
            var row = $"| {MarkdownText.Cell($"{diagnostic.Source.Path}:{at.Line}:{at.Column}")} | {ConsoleReporter.Word(diagnostic.Severity)} | {diagnostic.Descriptor.Id} | {MarkdownText.Cell(SafeText.Show(diagnostic.Message))} |\n";
            bytes += Encoding.UTF8.GetByteCount(row);
            if (bytes > MaxBytes)
                break;
            text.Append(row);
            rows++;
        }

        if (diagnostics.Length > rows)
            text.Append($"\n{diagnostics.Length - rows} more finding{(diagnostics.Length - rows == 1 ? "" : "s")}.\n");
        return text.ToString();
    }
}
