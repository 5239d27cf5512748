using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>Two items with one issue: it could say only of one of them that it is done. The later one is told, also in another file.</summary>
public sealed class IssueNamedTwice : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1019", "issue-named-twice", DiagnosticSeverity.Error, "Two items name the same issue.");

    public override RulePage Page => new(
        "An `issue` that another item names already, in this file or in one with an earlier path.",
        "An issue is one item's: closing it signs off that item. With two, nobody could tell which of them was meant, and each sync would undo the other.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, issue: 41 }
              - { id: "1.2", title: Ask the client., owners: zev, issue: 41 }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, issue: 41 }
              - { id: "1.2", title: Ask the client., owners: zev, issue: 42 }
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        if (item.Issue is { } issue && context.FirstByIssue[issue.Value] is var first && (first.Span != issue.Span || first.Source.Path != context.Source.Path))
            context.Report(this, issue.Span, $"Issue {issue.Value} is named by another item already; give this one another issue, or take the key away, and it gets one of its own.", related: first);
    };
}
