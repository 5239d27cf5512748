using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.SignOffs;

/// <summary>A waiver of an item that is not required: there is nothing that it could let wait.</summary>
public sealed class WaiverOnOptionalItem : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3009", "waiver-on-optional-item", DiagnosticSeverity.Warning, "An item is waived that holds nothing.");

    public override RulePage Page => new(
        "A `waived` on an item whose `required` is false.",
        "An item that is not required never holds the gate, so that the waiver lets nothing through. Either the item was meant to be required, and holds nothing, or the approver was asked in vain.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        gate: { approvers: zev }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                required: false
                waived: { by: zev, reason: It waits for the contract., until: 2999-12-31 }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        gate: { approvers: zev }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                required: false
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        if (!item.IsRequired && item.Mapping.Find(ItemFormat.Waived.Name) is { } waiver)
            context.Report(this, waiver.Key.Span, $"{item.Subject()} is waived, but it is not required and holds nothing; remove the waiver, or the `required: false`.");
    };
}
