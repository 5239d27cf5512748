using VegaGate.Diagnostics;

namespace VegaGate.Rules.Ownership;

/// <summary>Roles that leave out who answers for the outcome: a gap in ownership.</summary>
public sealed class NobodyAccountable : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2012", "nobody-accountable", DiagnosticSeverity.Warning, "Roles are given, but nobody is accountable.");

    public override RulePage Page => new(
        "A list that gives `roles`, itself or in a phase, and in which a phase has nobody `accountable`: neither the phase nor the list names anybody.",
        "Whoever is responsible does the work; who is accountable answers for it. Where the list says who is consulted and informed but not that, each side takes the other to be it.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            roles: { consulted: [rr] }
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: rr }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            roles: { accountable: [zev], consulted: [rr] }
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: rr }
        """);

    public override void Check(RuleContext context)
    {
        var list = context.Checklist;
        if (list.Roles is { Accountable.IsEmpty: false } || list.Roles is null && list.Sections.All(section => section.Roles is null))
            return;
        if (!list.HasPhases && list.Roles is { } roles)
            context.Report(this, roles.Key.Span, "Nobody is accountable; name one under `accountable`.");
        foreach (var phase in list.HasPhases ? list.Sections : [])
        {
            if (phase.Roles is not { Accountable.IsEmpty: false } && (phase.Roles?.Key ?? phase.Id) is { } place)
                context.Report(this, place.Span, $"Nobody is accountable for this phase; name one under `accountable`, here or for the whole list.");
        }
    }
}
