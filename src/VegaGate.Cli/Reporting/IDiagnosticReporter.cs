using System.Collections.Immutable;
using VegaGate.Diagnostics;

namespace VegaGate.Cli.Reporting;

/// <summary>Writes findings in one format. Reporters never see YAML.</summary>
public interface IDiagnosticReporter
{
    /// <summary>Writes to the standard output of the surroundings.</summary>
    /// <param name="diagnostics">All findings, in the order of path and place.</param>
    /// <param name="files">The shown path of every file that was checked, also those without a finding.</param>
    void Report(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<string> files, Surroundings surroundings);
}
