using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Ownership;

/// <summary>Somebody under <c>people</c> or <c>teams</c> whom nothing names. A notice only: it changes nothing that is held, and such a person may still report a blocker.</summary>
public sealed class UnusedPerson : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2004", "unused-person", DiagnosticSeverity.Notice, "Nothing in the list names a person or a team.");

    public override RulePage Page => new(
        "A person or a team that nothing in the list names: no owner, delegate, member, approver, receiver, role or record.",
        "It may be what is left of an owner who was taken off an item, or one who was never put on it. It is a notice, since it changes nothing that is held. Where a name in the list is unknown, or something cannot be read, the rule keeps silent: that may be where the person was meant.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev }
        """);

    public override void Check(RuleContext context)
    {
        var list = context.Checklist;
        if (list.IsPartial || !list.FormatFindings.IsEmpty || !list.Items.Any())
            return;
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in list.Mentions)
        {
            if (!list.People.Knows(mention.Value))
                return;
            named.Add(mention.Value);
        }

        foreach (var person in list.People.Persons)
            CheckName(person.Slug, "person");
        foreach (var team in list.People.Teams)
            CheckName(team.Slug, "team");

        void CheckName(Located<string> name, string kind)
        {
            if (!named.Contains(name.Value))
                context.Report(this, name.Span, $"Nothing in this list names the {kind} {Quote.Of(name.Value)}; name it where it belongs, or remove it.");
        }
    }
}
