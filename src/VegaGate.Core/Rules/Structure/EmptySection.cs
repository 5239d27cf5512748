using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Rules.Structure;

/// <summary>A section without items, or a phase that has neither items nor anything to hand over: it holds nothing. A list without any item has <see cref="NoItems"/>.</summary>
public sealed class EmptySection : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1017", "empty-section", DiagnosticSeverity.Warning, "A section or a phase has nothing in it.");

    public override RulePage Page => new(
        "A section whose `items` is an empty list, or such a phase whose hand-off names neither criteria nor artifacts. A list without a single item has a rule of its own, no-items.",
        "It holds nothing. Items that were lost, in a merge or to a later edit, leave just this behind, and the release goes on without them.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev }
          - id: dns
            title: DNS
            items: []
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
          - id: dns
            title: DNS
            items:
              - { id: "8.1", title: Point the domain at the new host., owners: zev }
        """);

    public override void Check(RuleContext context)
    {
        // Of a list without any item, the list itself is what is wrong.
        if (!context.Checklist.Items.Any())
            return;
        var kind = context.Checklist.HasPhases ? "phase" : "section";
        foreach (var section in context.Checklist.Sections)
        {
            // What stands here instead of a list has its own finding.
            if (section.Mapping.Find(SectionFormat.Items.Name)?.Value is YamlSequence { Items.IsEmpty: true } && section.Handoff is not ({ Criteria.IsEmpty: false } or { Artifacts.IsEmpty: false }))
                context.Report(this, section.Place(), $"This {kind} has no item and holds nothing; add one, or remove the {kind}.");
        }
    }
}
