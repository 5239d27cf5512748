using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Rules.SignOffs;

/// <summary>An item that the file calls done while nobody has signed it off, though the gate requires that: the word alone opens nothing.</summary>
public sealed class DoneWithoutSignOff : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3002", "done-without-sign-off", DiagnosticSeverity.Warning, "An item is recorded as done without a sign-off.");

    public override RulePage Page => new(
        What: "An item that the file calls done though nobody has signed it off, where the gate requires a sign-off.",
        Why: "The word alone opens nothing: the issue stays open and the gate holds the item as `sign-off-missing`. Who reads the file believes "
            + "that it is done.",
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
                    title: Point the domain at the new host
                    owners: [zev]
                    status: done
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
                    status: done
                    sign-offs:
                      - { by: zev, at: 2026-03-01T09:12:00Z, issue: 41 }
            """);

    public override Action<ChecklistItem>? ForItems(RuleContext context)
    {
        // A list that is walked for each release holds no records at all, which has its own finding.
        if (!context.Checklist.Gate.Requires(GateRequirement.SignOff) || context.Checklist.IsPerRelease)
            return null;
        return item =>
        {
            if (item is { Status: { } written, RecordedStatus: ItemStatus.Done, SignOffs.IsEmpty: true } && item.Mapping.Find(ItemFormat.SignOffs.Name)?.Value is null or YamlSequence { Items.IsEmpty: true })
                context.Report(this, written.Span, $"{item.Subject()} is recorded as done without a sign-off; its issue stays open until an owner signs it off there.");
        };
    }
}
