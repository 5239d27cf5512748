using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Rules;

/// <summary>What a run over some files gave.</summary>
/// <param name="Checklists">The files that are checklists, in the order of their paths; with errors among the findings they must not be used.</param>
/// <param name="Diagnostics">All findings of all files, in the order of path and place.</param>
public sealed record ValidationResult(ImmutableArray<Checklist> Checklists, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}

/// <summary>Runs the rules. A syntax error in one file hides nothing in the others.</summary>
public static class Validator
{
    public static DiagnosticDescriptor NotAChecklist { get; } = new(
        "VG1001", "not-a-checklist", DiagnosticSeverity.Error, "The file does not hold a checklist.");

    /// <summary>Binds and checks files together, in whatever order they come.</summary>
    /// <param name="now">What dates are judged by.</param>
    /// <param name="policy">What the configuration makes of findings; null: nothing.</param>
    /// <param name="maxItems">How many items a list may have.</param>
    public static ValidationResult Validate(
        IEnumerable<YamlTree> trees, ImmutableArray<Rule> rules, DateTimeOffset now, SeverityPolicy? policy = null, int maxItems = ProjectConfiguration.DefaultMaxItems)
    {
        var validation = new Validation(rules, now, policy ?? SeverityPolicy.Default, maxItems);
        var checklists = ImmutableArray.CreateBuilder<Checklist>();
        var ordered = trees.ToArray();
        Array.Sort(ordered, (x, y) => string.CompareOrdinal(x.Source.Path, y.Source.Path));
        foreach (var tree in ordered)
        {
            if (validation.Add(tree) is { } checklist)
                checklists.Add(checklist);
        }

        return new ValidationResult(checklists.ToImmutable(), validation.End());
    }
}
