using VegaGate.Diagnostics;

namespace VegaGate.Rules.Ownership;

/// <summary>One name for a person and a team: whose sign-off counts would be a guess.</summary>
public sealed class NameTakenTwice : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2003", "name-taken-twice", DiagnosticSeverity.Error, "A person and a team have the same name.");

    public override RulePage Page => new(
        What: "One name for a person and for a team.",
        Why: "Whether the person alone or anybody in the team may sign off would be a guess.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              ops: { github: ops-lead }
            teams:
              ops: { members: [ops] }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [ops]
            """,
        Good: """
            checklist: go-live
            title: Go-live
            people:
              lead: { github: ops-lead }
            teams:
              ops: { members: [lead] }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [ops]
            """);

    public override void Check(RuleContext context)
    {
        foreach (var team in context.Checklist.People.Teams)
        {
            if (context.Checklist.People.FindPerson(team.Slug.Value) is not { } person)
                continue;
            var (first, second) = person.Slug.Span < team.Slug.Span ? (person.Slug, team.Slug) : (team.Slug, person.Slug);
            context.Report(
                this, second.Span, $"A person and a team are both called {Quote.Of(second.Value)}; rename one of them.", related: context.Here(first.Span, "The name is taken here."));
        }
    }
}
