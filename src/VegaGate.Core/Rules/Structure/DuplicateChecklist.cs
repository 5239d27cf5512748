using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>Two files with one list name: their items would share issues. The file with the later path is told.</summary>
public sealed class DuplicateChecklist : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1009", "duplicate-checklist", DiagnosticSeverity.Error, "Two checklists have the same name.");

    public override RulePage Page => new(
        What: "Two files with the same list name. The file with the later path is told.",
        Why: "The name and the item's id are the identity of an issue: items of the two lists with the same id would share issues, and each sync "
            + "would undo the other.",
        Bad: """
            # file: checklists/dns.yaml
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
            # file: checklists/launch.yaml
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: launch
                title: Launch
                items:
                  - id: "11.1"
                    title: Open the doors
                    owners: [zev]
            """,
        Good: """
            # file: checklists/dns.yaml
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
            # file: checklists/launch.yaml
            checklist: launch
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: launch
                title: Launch
                items:
                  - id: "11.1"
                    title: Open the doors
                    owners: [zev]
            """);

    public override void Check(RuleContext context)
    {
        if (context.Checklist.Slug is not { } slug || context.FirstBySlug[slug.Value] is var first && first.Source.Path == context.Source.Path)
            return;
        context.Report(
            this,
            slug.Span,
            $"The name {Quote.Of(slug.Value)} is already taken by the list in {Quote.Of(first.Source.Path)}; each list needs one of its own.",
            related: first);
    }
}
