using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.SignOffs;

/// <summary>A waiver, or the word that an item does not apply, by somebody who is no approver: it lets nothing through.</summary>
public sealed class WaiverNotByApprover : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3008", "waiver-not-by-approver", DiagnosticSeverity.Error, "An item is waived, or set aside as not applicable, by somebody who is no approver.");

    public override RulePage Page => new(
        "A `waived` or `not-applicable` whose `by` stands neither under `gate.approvers` nor in a team that does.",
        "Only an approver may let an item wait or set it aside. The gate ignores anybody else's word and holds the release, while the file reads as if the item were settled.",
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
                waived: { by: zev, reason: It waits for the contract., until: 2999-12-31 }
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
        HashSet<string>? approvers = null;
        return item =>
        {
            if (item.Waiver is { } waiver)
                CheckWord(waiver.By, item, "waived");
            if (item.NotApplicable is { } word)
                CheckWord(word.By, item, "set aside as not applicable");
        };

        void CheckWord(Located<string> by, ChecklistItem item, string act)
        {
            if (!context.Checklist.People.Knows(by.Value) || (approvers ??= context.Checklist.Gate.ApproversAmong(context.Checklist.People)).Contains(by.Value))
                return;
            var hint = context.Checklist.Gate.Approvers.IsEmpty ? "there is none: name one under `gate.approvers`" : "have one of `gate.approvers` do it";
            context.Report(this, by.Span, $"{item.Subject()} is {act} by {Quote.Of(by.Value)}, who is no approver; {hint}.");
        }
    }
}
