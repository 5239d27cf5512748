using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using VegaGate.Checklists;
using VegaGate.Configuration;
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

    /// <summary>Binds and checks files together.</summary>
    /// <param name="now">What dates are judged by.</param>
    /// <param name="policy">What the configuration makes of findings; null: nothing.</param>
    public static ValidationResult Validate(IEnumerable<YamlTree> trees, ImmutableArray<Rule> rules, DateTimeOffset now, SeverityPolicy? policy = null)
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
            else if (tree.Diagnostics.IsEmpty)
                findings.Add(Explain(tree));
        }

        var firstBySlug = new Dictionary<string, Checklist>(StringComparer.Ordinal);
        foreach (var checklist in checklists)
            firstBySlug.TryAdd(checklist.Name, checklist);
        foreach (var checklist in checklists)
        {
            var context = new RuleContext(checklist, firstBySlug, now, findings);
            foreach (var rule in rules)
                Run(rule, context, findings);
        }

        // Neither costs anything where there is none of it.
        if (ordered.Any(tree => !tree.Remarks.IsEmpty))
            findings = Suppress(findings, ordered, rules, now);
        findings.Sort(Diagnostic.Compare);
        if (policy is { Layers.IsEmpty: false })
            findings = [.. policy.Apply(findings)];
        return new ValidationResult(checklists.ToImmutable(), [.. findings]);
    }

    /// <summary>A rule that fails takes nothing with it but itself.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a rule throws is a fault of the rule, and a finding.")]
    private static void Run(Rule rule, RuleContext context, List<Diagnostic> findings)
    {
        try
        {
            rule.Check(context);
        }
        catch (Exception fault)
        {
            findings.Add(new Diagnostic(
                ValidatorDiagnostics.RuleFailed,
                context.Source,
                default,
                $"The rule {rule.Descriptor.Id} ({rule.Descriptor.Name}) failed on {context.Source.Path} ({fault.GetType().Name}), and what else it would find there is not known. Please report it."));
        }
    }

    private static List<Diagnostic> Suppress(List<Diagnostic> findings, YamlTree[] trees, ImmutableArray<Rule> rules, DateTimeOffset now)
    {
        var known = DescriptorCatalog.Of(rules);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var filters = new Dictionary<SourceText, SuppressionFilter>();
        foreach (var tree in trees.Where(tree => !tree.Remarks.IsEmpty))
            filters.Add(tree.Source, new SuppressionFilter(tree, known, today));
        var kept = findings.Where(finding => !filters.TryGetValue(finding.Source, out var filter) || !filter.Suppresses(finding)).ToList();
        foreach (var filter in filters.Values)
            kept.AddRange(filter.Report());
        return kept;
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
