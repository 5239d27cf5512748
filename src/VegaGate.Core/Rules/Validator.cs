using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

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

    public static ValidationResult Validate(IEnumerable<YamlTree> trees, ImmutableArray<Rule> rules, DateTimeOffset now)
    {
        var findings = new List<Diagnostic>();
        var checklists = ImmutableArray.CreateBuilder<Checklist>();
        var ordered = trees.ToArray();
        Array.Sort(ordered, (x, y) => string.CompareOrdinal(x.Source.Path, y.Source.Path));
        foreach (var tree in ordered)
        {
            findings.AddRange(tree.Diagnostics);
            if (ChecklistBinder.Bind(tree) is { } checklist)
                checklists.Add(checklist);
            else if (tree.Root is not null || tree.Diagnostics.IsEmpty)
                findings.Add(Explain(tree));
        }

        var firstBySlug = new Dictionary<string, Checklist>(StringComparer.Ordinal);
        foreach (var checklist in checklists)
            firstBySlug.TryAdd(checklist.Name, checklist);
        foreach (var checklist in checklists)
        {
            var context = new RuleContext(checklist, firstBySlug, now, findings);
            foreach (var rule in rules)
                rule.Check(context);
        }

        findings.Sort(Diagnostic.Compare);
        return new ValidationResult(checklists.ToImmutable(), [.. findings]);
    }

    private static Diagnostic Explain(YamlTree tree)
    {
        var (span, found) = tree.Root switch
        {
            null => (default, "nothing"),
            YamlMapping { Entries: [var first, ..] } => (first.Key.Span, $"the key {Quote.Of(first.Key.Value)}"),
            var other => (new TextSpan(other.Span.Start, Math.Min(1, other.Span.Length)), FormatChecker.Describe(other)),
        };
        return new Diagnostic(NotAChecklist, tree.Source, span, $"This file is not a checklist: expected a mapping with the key `checklist`, found {found}.");
    }
}
