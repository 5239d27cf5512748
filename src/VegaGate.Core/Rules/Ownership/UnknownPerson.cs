using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules.Ownership;

/// <summary>A name that neither <c>people</c> nor <c>teams</c> knows: nobody would be asked, told or allowed to sign.</summary>
public sealed class UnknownPerson : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2001", "unknown-person", DiagnosticSeverity.Error, "A name stands neither under `people` nor under `teams`.");

    public override RulePage Page => new(
        What: "A name that stands neither under `people` nor under `teams`.",
        Why: "Nobody would be asked, told or allowed to sign off: with a misspelt owner, the item holds the release until somebody finds the "
            + "slip.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zve]
            """,
        Good: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
            """);

    public override void Check(RuleContext context)
    {
        var people = context.Checklist.People;
        var nearest = new NearestWord();
        var unread = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in new[] { ChecklistFormat.People, ChecklistFormat.Teams })
        {
            // What cannot be read there has a finding of its own, and may hold any name.
            var node = context.Checklist.Root.Find(key.Name)?.Value;
            if (node is not (null or YamlMapping or YamlScalar { IsNull: true }))
                return;
            foreach (var entry in node is YamlMapping mapping ? mapping.Entries : [])
            {
                if (entry.Value is not YamlMapping)
                    unread.Add(entry.Key.Value);
            }
        }

        foreach (var mention in context.Checklist.Mentions.Where(mention => !people.Knows(mention.Value) && !unread.Contains(mention.Value)))
        {
            var known = people.Persons.Select(person => person.Slug.Value).Concat(people.Teams.Select(team => team.Slug.Value));
            var hint = nearest.Find(mention.Value, known) is { } guess ? $"did you mean {Quote.Of(guess)}?" : "add it there, or correct the name.";
            context.Report(this, mention.Span, $"The name {Quote.Of(mention.Value)} stands neither under `people` nor under `teams`; {hint}");
        }
    }
}
