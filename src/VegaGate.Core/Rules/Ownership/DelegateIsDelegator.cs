using VegaGate.Diagnostics;

namespace VegaGate.Rules.Ownership;

/// <summary>Somebody who is their own delegate: nobody would stand in for them.</summary>
public sealed class DelegateIsDelegator : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2007", "delegate-is-delegator", DiagnosticSeverity.Error, "Somebody is their own delegate.");

    public RulePage Page => new(
        "A person whose `delegate` is the person.",
        "A delegate signs while the owner is away. Nobody can stand in for themselves, so that the release waits for the owner after all.",
        """
        checklist: launch
        title: Launch
        people:
          zev: { github: zev-dev, delegate: zev }
          rr: { github: rr-client }
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
          zev: { github: zev-dev, delegate: rr }
          rr: { github: rr-client }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: [zev, rr] }
        """);

    public override void Check(RuleContext context)
    {
        foreach (var person in context.Checklist.People.Persons)
        {
            if (person.Delegate is { } substitute && substitute.Value == person.Slug.Value)
                context.Report(this, substitute.Span, $"{Quote.Of(person.Slug.Value)} cannot stand in for themselves; name somebody else, or remove `delegate`.");
        }
    }
}
