using VegaGate.Diagnostics;

namespace VegaGate.Rules.Handoffs;

/// <summary>A phase that somebody hands over to themselves: nobody else would look at it.</summary>
public sealed class HandoffToItself : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6001", "handoff-to-itself", DiagnosticSeverity.Error, "A phase is handed to those who hand it over.");

    public override RulePage Page => new(
        "A `handoff` whose `to` names somebody who also hands over: one of `from`, or of the phase's owners where there is no `from`.",
        "A hand-off is a second pair of eyes. Who accepts their own work lets the next phase begin on their word alone.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: [rr, zev] }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: rr }
        """);

    public override void Check(RuleContext context)
    {
        foreach (var section in context.Checklist.Sections)
        {
            if (section.Handoff is not { } handoff)
                continue;
            var givers = new HashSet<string>(StringComparer.Ordinal);
            foreach (var giver in handoff.From)
                givers.Add(giver.Value);
            foreach (var receiver in handoff.To)
            {
                if (givers.Contains(receiver.Value))
                    context.Report(this, receiver.Span, $"{Quote.Of(receiver.Value)} hands this phase over, and cannot receive it too; name somebody else under `to`.");
            }
        }
    }
}
