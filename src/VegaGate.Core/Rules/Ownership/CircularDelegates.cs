using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Ownership;

/// <summary>People who are each other's delegates, directly or round a longer circle: who is the owner and who the stand-in would depend on whom one asks.</summary>
public sealed class CircularDelegates : Rule
{
    /// <summary>A longer circle is named by its beginning.</summary>
    private const int MaxNamed = 8;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2008", "circular-delegates", DiagnosticSeverity.Error, "People delegate to each other in a circle.");

    public RulePage Page => new(
        "Two or more people whose delegates form a circle.",
        "Each could sign for the other, so that one of them alone would have the say over what both own, and a second pair of eyes is one only in the file.",
        """
        checklist: launch
        title: Launch
        people:
          zev: { github: zev-dev, delegate: rr }
          rr: { github: rr-client, delegate: zev }
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
        var people = context.Checklist.People;
        var settled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in people.Persons)
        {
            // Everybody has one delegate at most: the way on is a single path.
            var path = new List<Person>();
            var onPath = new HashSet<string>(StringComparer.Ordinal);
            var person = start;
            while (person is not null && !settled.Contains(person.Slug.Value) && onPath.Add(person.Slug.Value))
            {
                path.Add(person);
                person = person.Delegate is { } substitute ? people.FindPerson(substitute.Value) : null;
            }

            if (person is not null && onPath.Contains(person.Slug.Value) && !settled.Contains(person.Slug.Value) && !ReferenceEquals(path[^1], person))
                Report(context, path, person);
            settled.UnionWith(onPath);
        }
    }

    private void Report(RuleContext context, List<Person> path, Person first)
    {
        var names = new List<string>();
        var start = path.IndexOf(first);
        for (var i = start; i < path.Count && names.Count < MaxNamed; i++)
            names.Add(Quote.Of(path[i].Slug.Value));
        if (path.Count - start > MaxNamed)
            names.Add($"{path.Count - start - MaxNamed} more");
        names.Add(names[0]);
        context.Report(this, path[^1].Delegate!.Span, $"These people delegate to each other in a circle: {string.Join(" -> ", names)}; remove one of the delegates.");
    }
}
