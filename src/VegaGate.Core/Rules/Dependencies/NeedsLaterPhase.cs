using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Dependencies;

/// <summary>A required item that needs one of a later phase: its phase could not be handed over before the later one has begun.</summary>
public sealed class NeedsLaterPhase : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG4005", "needs-later-phase", DiagnosticSeverity.Error, "An item needs one of a later phase.");

    public override RulePage Page => new(
        "A `needs` of a required item that names an item of a later phase.",
        "A phase begins when the one before it is handed over, and that one waits for the item: neither can ever go on.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package., needs: ["2.1"] }]
            handoff: { to: rr }
          - id: check
            title: Check
            owners: zev
            items: [{ id: "2.1", title: Try the package. }]
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: rr }
          - id: check
            title: Check
            owners: zev
            items: [{ id: "2.1", title: Try the package., needs: ["1.1"] }]
        """);

    public override Action<ChecklistItem>? ForItems(RuleContext context)
    {
        if (!context.Checklist.HasPhases)
            return null;
        var phases = new Dictionary<ChecklistItem, Section>(ReferenceEqualityComparer.Instance);
        foreach (var section in context.Checklist.Sections)
        {
            foreach (var item in section.Items)
                phases.TryAdd(item, section);
        }

        var items = context.Checklist.ItemsById();
        return item =>
        {
            foreach (var need in item.Needs)
            {
                if (item.IsRequired && items.TryGetValue(need.Value, out var needed) && phases[needed].Span > phases[item].Span)
                    context.Report(this, need.Span, $"{item.Subject()} needs {Quote.Of(need.Value)} of the later phase {Quote.Of(phases[needed].Title)}, and neither could ever go on; move one of them, or remove the need.");
            }
        };
    }
}
