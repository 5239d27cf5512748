using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.SignOffs;

/// <summary>A sign-off on record that is older than the gate accepts: the item holds until it is signed off anew.</summary>
public sealed class StaleSignOff : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3014", "stale-sign-off", DiagnosticSeverity.Warning, "A recorded sign-off is older than the gate accepts.");

    public override RulePage Page => new(
        "An entry of `sign-offs` whose `at` is longer ago than `gate.sign-off-valid-for`.",
        "What was true then may not be true now. The gate takes the sign-off as stale and holds the release until an owner signs off anew.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        gate: { sign-off-valid-for: 30d }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                sign-offs: [{ by: zev, at: 2020-03-01T09:12:00Z, issue: 41 }]
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        gate: { sign-off-valid-for: 30d }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
        """);

    public override Action<ChecklistItem>? ForItems(RuleContext context)
    {
        if (context.Checklist.Gate.ValidFor is not { } validFor)
            return null;
        return item =>
        {
            foreach (var signOff in item.SignOffs)
            {
                if (context.Now - signOff.At > validFor)
                    context.Report(this, signOff.AtPlace, $"The sign-off of {item.Name()} by {Quote.Of(signOff.By.Value)} is older than the gate accepts; it needs a new one.");
            }
        };
    }
}
