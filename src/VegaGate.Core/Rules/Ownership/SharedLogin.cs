using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Rules.Ownership;

/// <summary>Two people of the list with one GitHub account, without regard to case: one account would have two voices.</summary>
public sealed class SharedLogin : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2009", "shared-login", DiagnosticSeverity.Error, "Two people have the same GitHub account.");

    public RulePage Page => new(
        "Two people with one `github` login, without regard to case, or with one account number (`id`).",
        "Where an item needs two sign-offs, one human being could give both; and whose word a sign-off is would be a guess.",
        """
        checklist: launch
        title: Launch
        people:
          zev: { github: zev-dev }
          rr: { github: Zev-Dev }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: [zev, rr] }
        """,
        """
        checklist: launch
        title: Launch
        people:
          zev: { github: zev-dev }
          rr: { github: rr-client }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: [zev, rr] }
        """);

    public override void Check(RuleContext context)
    {
        var byLogin = new Dictionary<string, Person>(StringComparer.OrdinalIgnoreCase);
        var byId = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var person in context.Checklist.People.Persons)
        {
            if (person.Login is { } login && !byLogin.TryAdd(login.Value, person))
                Report(context, person, byLogin[login.Value], login.Span, $"the login {Quote.Of(login.Value)}");
            else if (person.Id is { } id && !byId.TryAdd(id.ToString(), person))
                Report(context, person, byId[id.ToString()], person.Slug.Span, $"the account number {id}");
        }
    }

    private void Report(RuleContext context, Person person, Person first, TextSpan place, string account) => context.Report(
        this,
        place,
        $"{Quote.Of(first.Slug.Value)} and {Quote.Of(person.Slug.Value)} have {account} both, so that one account would have two voices; correct one, or make them one person.",
        related: context.Here(first.Slug.Span, "It stands here first."));
}
