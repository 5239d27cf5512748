using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Dependencies;

/// <summary>A required item that needs one that is not required: such an item passes at once, so that the need waits for nothing.</summary>
public sealed class NeedsOptionalItem : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG4004", "needs-optional-item", DiagnosticSeverity.Warning, "A required item needs one that is not required.");

    public override RulePage Page => new(
        "A `needs` of a required item that names an item with `required: false`.",
        "An item that is not required never holds anything. The release does not wait for it, although the file reads as if it did.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, needs: ["1.2"] }
              - { id: "1.2", title: Ask the client., owners: zev, required: false }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, needs: ["1.2"] }
              - { id: "1.2", title: Ask the client., owners: zev }
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var items = context.Checklist.ItemsById();
        return item =>
        {
            if (!item.IsRequired)
                return;
            foreach (var need in item.Needs)
            {
                if (items.TryGetValue(need.Value, out var needed) && !needed.IsRequired)
                    context.Report(this, need.Span, $"{item.Subject()} needs {Quote.Of(need.Value)}, which is not required and holds nothing; make it required, or remove the need.");
            }
        };
    }
}
