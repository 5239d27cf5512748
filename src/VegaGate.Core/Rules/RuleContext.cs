using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Rules;

/// <summary>What a rule looks at, and where it reports.</summary>
/// <param name="checklist">The list under the rule.</param>
/// <param name="firstBySlug">Of each slug of the lists so far, in the order of paths, where it stands first.</param>
/// <param name="now">The time of the run.</param>
/// <param name="findings">Where findings go.</param>
public sealed class RuleContext(Checklist checklist, IReadOnlyDictionary<string, RelatedPlace> firstBySlug, DateTimeOffset now, ICollection<Diagnostic> findings)
{
    public Checklist Checklist { get; } = checklist;

    public IReadOnlyDictionary<string, RelatedPlace> FirstBySlug { get; } = firstBySlug;

    /// <summary>Of each issue that an item of the lists so far names, by its number in digits, where it stands first.</summary>
    public IReadOnlyDictionary<string, RelatedPlace> FirstByIssue { get; init; } = ImmutableDictionary<string, RelatedPlace>.Empty;

    /// <summary>How many items the list may have.</summary>
    public int MaxItems { get; init; } = ProjectConfiguration.DefaultMaxItems;

    /// <summary>The time of the run, one for all rules.</summary>
    public DateTimeOffset Now { get; } = now;

    public SourceText Source => Checklist.Source;

    /// <summary>Reports a finding on the offending token itself.</summary>
    public void Report(Rule rule, TextSpan span, string message, CodeFix? fix = null, DiagnosticSeverity? severity = null, params IEnumerable<RelatedPlace> related) =>
        findings.Add(new Diagnostic(rule.Descriptor, Source, span, message) { Severity = severity ?? rule.Descriptor.Severity, Fix = fix, Related = [.. related] });

    /// <summary>Reports what is found by no rule of its own.</summary>
    internal void Report(Diagnostic finding) => findings.Add(finding);

    /// <summary>A place of the list under the rule that a finding also speaks of.</summary>
    public RelatedPlace Here(TextSpan span, string message) => new(Source, span, message);
}
