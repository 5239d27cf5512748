using System.Collections.Immutable;
using VegaGate.Diagnostics;

namespace VegaGate.Cli.Reporting;

/// <summary>For a comment or a page: a table with a row for each finding, small enough for GitHub to take.</summary>
public sealed class MarkdownReporter : IDiagnosticReporter
{
    public void Report(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<string> files, Surroundings surroundings) =>
        surroundings.Output.Write(DiagnosticsMarkdown.Render(diagnostics, files.Length));
}
