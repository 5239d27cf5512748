using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.SignOffs;

/// <summary>A waiver whose last day is over: the item holds the gate again.</summary>
public sealed class ExpiredWaiver : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3012", "expired-waiver", DiagnosticSeverity.Warning, "A waiver has expired.");

    public override RulePage Page => new(
        "A `waived` whose `until` lies before today, in UTC.",
        "From that day on the item holds the release again, although the file still calls it waived.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        gate: { approvers: rr }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                waived: { by: rr, reason: It waits for the contract., until: 2020-12-31 }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        gate: { approvers: rr }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                waived: { by: rr, reason: It waits for the contract., until: 2999-12-31 }
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var today = DateOnly.FromDateTime(context.Now.UtcDateTime);
        return item =>
        {
            if (item is { IsRequired: true, Waiver: { } waiver } && waiver.Until < today)
                context.Report(this, waiver.UntilPlace, $"The waiver of {item.Name()} has expired, and the item holds the gate again; renew it, or remove it.");
        };
    }
}
