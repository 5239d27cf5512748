using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>An item, a section, a phase or a list without a title: nobody could tell what to do, and an issue cannot be without one.</summary>
public sealed class MissingTitle : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1004", "missing-title", DiagnosticSeverity.Error, "An item, a section, a phase or the list has no title.");

    public override RulePage Page => new(
        What: "An item, a section, a phase or a list without a title.",
        Why: "Nobody could tell what is to be done, and what was signed off: the title is a part of it. An issue cannot be without one either.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    owners: [zev]
            """,
        Good: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
            """);

    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.MissingKey>().Where(finding => IsTitle(finding.Key)))
            context.Report(this, finding.Span, $"This {finding.Mapping.Name} has no title; add a `title` of one line.");
    }

    /// <summary>Whether the key is one of the titles of which this rule speaks.</summary>
    internal static bool IsTitle(KeyFormat key) =>
        ReferenceEquals(key, ItemFormat.Title) || ReferenceEquals(key, SectionFormat.Title) || ReferenceEquals(key, ChecklistFormat.Title);
}
