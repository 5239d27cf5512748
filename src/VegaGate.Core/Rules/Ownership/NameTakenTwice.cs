using VegaGate.Diagnostics;

namespace VegaGate.Rules.Ownership;

/// <summary>One name for a person and a team: whose sign-off counts would be a guess.</summary>
public sealed class NameTakenTwice : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2003", "name-taken-twice", DiagnosticSeverity.Error, "A person and a team have the same name.");

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
