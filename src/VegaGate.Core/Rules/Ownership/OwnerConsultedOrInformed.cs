using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Rules.Ownership;

/// <summary>An owner who is also consulted or informed: an overlap of ownership.</summary>
public sealed class OwnerConsultedOrInformed : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2015", "owner-consulted-or-informed", DiagnosticSeverity.Warning, "Who is responsible is also consulted or informed.");

    public override RulePage Page => new(
        "An owner of an item, or of a phase, who is `consulted` or `informed` of the same. Roles that an item or a phase does not give are those of the list.",
        "Owners are responsible: they do the work, and need neither be asked nor told. Usually the roles of the list were meant for other phases, and this one has the two teams the other way round.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        roles: { accountable: [zev], consulted: [rr] }
        phases:
          - id: run
            title: Run
            owners: rr
            items: [{ id: "1.1", title: Run the service. }]
            handoff: { to: zev }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        roles: { accountable: [zev], consulted: [rr] }
        phases:
          - id: run
            title: Run
            owners: rr
            roles: { accountable: [rr], consulted: [zev] }
            items: [{ id: "1.1", title: Run the service. }]
            handoff: { to: zev }
        """);

    public override void Check(RuleContext context)
    {
        // The roles of a list reach all of its items, and are reported once.
        var reported = new HashSet<TextSpan>();
        foreach (var section in context.Checklist.Sections)
        {
            Report(RoleHolders.Of(context.Checklist, section), section.Owners, section.Title);
            foreach (var item in section.Items)
                Report(RoleHolders.Of(context.Checklist, section, item), item.Owners, item.Title?.Value ?? "");
        }

        void Report(RoleHolders roles, IEnumerable<Located<string>> owners, string title)
        {
            if (roles.Consulted.IsEmpty && roles.Informed.IsEmpty)
                return;
            var responsible = owners.Select(owner => owner.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var name in roles.Consulted.Concat(roles.Informed).Where(name => responsible.Contains(name.Value) && reported.Add(name.Span)))
                context.Report(this, name.Span, $"{Quote.Of(name.Value)} owns {Quote.Of(title)}, and need be neither consulted nor informed of it; name somebody else, or give that part roles of its own.");
        }
    }
}
