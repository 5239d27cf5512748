using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.SignOffs;

/// <summary>A sign-off on record that is still to come: the record is wrong, and it would never become stale in time.</summary>
public sealed class SignOffInTheFuture : Rule
{
    /// <summary>Clocks differ.</summary>
    private const int ToleranceInMinutes = 5;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3013", "sign-off-in-the-future", DiagnosticSeverity.Error, "A recorded sign-off lies in the future.");

    public override RulePage Page => new(
        "An entry of `sign-offs` whose `at` lies more than five minutes ahead of the clock.",
        "Nobody has signed off anything tomorrow. A date that is too late also keeps a sign-off from becoming stale when it should.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                sign-offs: [{ by: zev, at: 2999-03-01T09:12:00Z, issue: 41 }]
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                sign-offs: [{ by: zev, at: 2026-03-01T09:12:00Z, issue: 41 }]
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        foreach (var signOff in item.SignOffs)
        {
            if ((signOff.At - context.Now).TotalMinutes > ToleranceInMinutes)
                context.Report(this, signOff.AtPlace, $"The sign-off by {Quote.Of(signOff.By.Value)} lies in the future; correct its time.");
        }
    };
}
