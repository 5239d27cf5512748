using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Ownership;

/// <summary>Somebody in two roles at once: who is consulted need not be informed after, and who is accountable is neither.</summary>
public sealed class RoleTakenTwice : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2014", "role-taken-twice", DiagnosticSeverity.Warning, "Somebody has two roles for the same.");

    public override RulePage Page => new(
        "A name that stands in two of `accountable`, `consulted` and `informed` of the same `roles`.",
        "The roles exclude each other: who answers for the outcome is asked and told anyway, and who is asked before need not be told after. One of the two was probably meant to be somebody else.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        roles: { accountable: [zev], consulted: [rr], informed: [rr] }
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
        foreach (var roles in context.Checklist.Sections.Select(section => section.Roles).Prepend(context.Checklist.Roles).OfType<Roles>())
        {
            var first = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
            foreach (var name in new[] { roles.Accountable, roles.Consulted, roles.Informed }.SelectMany(role => role ?? []))
            {
                if (!first.TryAdd(name.Value, name))
                    context.Report(this, name.Span, $"{Quote.Of(name.Value)} has a role here already; leave one of the two.", related: context.Here(first[name.Value].Span, "Named here."));
            }
        }
    }
}
