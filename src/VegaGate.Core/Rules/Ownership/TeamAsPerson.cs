using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Ownership;

/// <summary>A team as a delegate or as a member of a team, where only people count: nobody would get a voice by it.</summary>
public sealed class TeamAsPerson : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2010", "team-as-person", DiagnosticSeverity.Error, "A delegate or a member of a team is a team.");

    public RulePage Page => new(
        "A `delegate` or an entry of `members` that names a team.",
        "Only people sign. The members of the inner team would be turned away when they sign, and the release would wait.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        teams:
          on-call: { members: [zev] }
          ops: { members: [zev, on-call] }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: ops }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        teams:
          on-call: { members: [zev] }
          ops: { members: [zev] }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: [ops, on-call] }
        """);

    public override void Check(RuleContext context)
    {
        var people = context.Checklist.People;
        foreach (var person in people.Persons)
        {
            if (person.Delegate is { } substitute && IsTeam(substitute))
                context.Report(this, substitute.Span, $"The delegate {Quote.Of(substitute.Value)} is a team, and only a person can sign for somebody; name one of `people`.");
        }

        foreach (var team in people.Teams)
        {
            foreach (var member in team.Members)
            {
                if (IsTeam(member))
                    context.Report(this, member.Span, $"The member {Quote.Of(member.Value)} is a team, and only people can be members; name its people.");
            }
        }

        bool IsTeam(Located<string> name) => people.FindTeam(name.Value) is not null && people.FindPerson(name.Value) is null;
    }
}
