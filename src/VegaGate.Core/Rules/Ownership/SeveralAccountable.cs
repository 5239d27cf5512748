using VegaGate.Diagnostics;

namespace VegaGate.Rules.Ownership;

/// <summary>More than one who answers for the same: an overlap of ownership.</summary>
public sealed class SeveralAccountable : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2013", "several-accountable", DiagnosticSeverity.Warning, "More than one is accountable for the same.");

    public override RulePage Page => new(
        "More than one name under `accountable`, of the list or of a phase. A team is one name.",
        "Of two who answer for an outcome, each can wait for the other. Several may be responsible for the work; one answers for it.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        roles: { accountable: [zev, rr] }
        sections:
          - id: scope
            title: Scope
            items: [{ id: "1.1", title: Confirm the scope., owners: zev }]
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        roles: { accountable: [zev], consulted: [rr] }
        sections:
          - id: scope
            title: Scope
            items: [{ id: "1.1", title: Confirm the scope., owners: zev }]
        """);

    public override void Check(RuleContext context)
    {
        foreach (var roles in context.Checklist.Sections.Select(section => section.Roles).Prepend(context.Checklist.Roles))
        {
            if (roles is { Accountable: [var first, var second, ..] })
                context.Report(this, second.Span, $"{Quote.Of(first.Value)} is accountable already; leave one, and name the other under `consulted` or as an owner.", related: context.Here(first.Span, "Named here."));
        }
    }
}
