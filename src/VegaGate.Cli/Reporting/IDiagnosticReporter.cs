using System.Collections.Immutable;
using VegaGate.Diagnostics;

namespace VegaGate.Cli.Reporting;

/// <summary>Writes findings in one format. Reporters never see YAML.</summary>
public interface IDiagnosticReporter
{
    void Report(ImmutableArray<Diagnostic> diagnostics, int files, Surroundings surroundings);
}
