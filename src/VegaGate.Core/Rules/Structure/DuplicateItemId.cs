using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>Two items of a list with one id, without regard to case: they would share an issue.</summary>
public sealed class DuplicateItemId : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1007", "duplicate-item-id", DiagnosticSeverity.Error, "Two items of one list have the same id.");

    public override RulePage Page => new(
        What: "Two items of one list with the same id, without regard to case.",
        Why: "They would share one issue: signing off one of them would sign off the other.",
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
                  - id: "8.1"
                    title: Serve the certificate
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
                  - id: "8.2"
                    title: Serve the certificate
                    owners: [zev]
            """);

    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var items = context.Checklist.ItemsById();
        return item =>
        {
            if (item.Id is not { } id || items[id.Value] is var first && ReferenceEquals(first, item))
                return;
            context.Report(
                this, id.Span, $"The id {Quote.Of(id.Value)} is already taken in this list; each item needs one of its own.", related: context.Here(first.Id!.Span, "It is taken here."));
        };
    }
}
