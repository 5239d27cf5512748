using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Rules;

/// <summary>What a rule looks at, and where it reports.</summary>
/// <param name="checklist">The list under the rule.</param>
/// <param name="all">Every list of the run, in the order of their paths, this one among them.</param>
/// <param name="findings">Where findings go.</param>
public sealed class RuleContext(Checklist checklist, ImmutableArray<Checklist> all, ICollection<Diagnostic> findings)
{
    public Checklist Checklist { get; } = checklist;

    public ImmutableArray<Checklist> All { get; } = all;

    public SourceText Source => Checklist.Source;

    /// <summary>Reports a finding on the offending token itself.</summary>
    public void Report(Rule rule, TextSpan span, string message, CodeFix? fix = null, params ImmutableArray<RelatedPlace> related) =>
        findings.Add(new Diagnostic(rule.Descriptor, Source, span, message) { Fix = fix, Related = related });
}
