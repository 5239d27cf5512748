using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Rules;

namespace VegaGate.Cli.Composition;

/// <summary>Checklists for a command that asks no tracker.</summary>
internal static class ValidLists
{
    /// <summary>Reads and validates by the configuration of the working directory. Null when there are errors, which are then on standard error.</summary>
    public static ImmutableArray<Checklist>? Load(string[] paths, Surroundings surroundings)
    {
        var configuration = ConfigurationFile.Read(null, surroundings);
        var files = ChecklistFiles.Find(paths, surroundings, configuration.Checklists);
        var result = Validator.Validate(files.Select(file => file.Read()), RuleCatalog.All, surroundings.Time.GetUtcNow(), configuration.Severities);
        if (!result.HasErrors)
            return result.Checklists;
        foreach (var error in result.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error))
            ConsoleReporter.Write(surroundings.Error, error, useColor: false);
        return null;
    }
}
