using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.SignOffs;

/// <summary>A sign-off on record by somebody who may not sign the item off: the record says what no gate believes.</summary>
public sealed class SignOffWithoutAuthority : Rule
{
    /// <summary>An item has a handful of owners. Beyond this, the work is not worth the answer.</summary>
    private const int MaxOwners = 1_000;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3005", "sign-off-without-authority", DiagnosticSeverity.Error, "A recorded sign-off is by somebody who may not sign the item off.");

    public override RulePage Page => new(
        "An entry of `sign-offs` whose `by` is no owner of the item, no member of an owning team, and no delegate of one of these.",
        "The file would say that the item is signed off, while the gate counts nothing: whoever reads the file believes something that nobody with authority has said.",
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
                sign-offs: [{ by: rr, at: 2026-03-01T09:12:00Z, issue: 41 }]
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
                sign-offs: [{ by: zev, at: 2026-03-01T09:12:00Z, issue: 41 }]
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var people = context.Checklist.People;
        var speakers = new Speakers(people);
        return item =>
        {
            if (item.SignOffs.IsEmpty || item.Owners.Length > MaxOwners)
                return;
            foreach (var by in item.SignOffs.Select(signOff => signOff.By))
            {
                if (!people.Knows(by.Value) || item.Owners.Any(owner => speakers.Of(owner.Value).Contains(by.Value)))
                    continue;
                var who = people.FindPerson(by.Value) is null
                    ? $"{Quote.Of(by.Value)} is a team, and only people sign; name who it was"
                    : $"{Quote.Of(by.Value)} may not sign off {item.Name()}, being no owner, no member of an owning team, and no delegate of one; correct the name, or remove the sign-off";
                context.Report(this, by.Span, $"{who}.");
            }
        };
    }
}
