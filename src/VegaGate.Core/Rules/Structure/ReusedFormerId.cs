using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>A former id that is somebody else's: two items would claim one issue.</summary>
public sealed class ReusedFormerId : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1018", "reused-former-id", DiagnosticSeverity.Error, "A former id is the id of an item, or of two items.");

    public override RulePage Page => new(
        "A `was` that names the id of an item of the list, or a former id that another item claims too, without regard to case.",
        "By its former id, an item keeps its issue with all that was said and signed there. Where two claim one issue, the sign-offs of one would be taken for those of the other.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, was: ["1.2"] }
              - { id: "1.2", title: Ask the client., owners: zev }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, was: ["0.9"] }
              - { id: "1.2", title: Ask the client., owners: zev }
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var items = context.Checklist.ItemsById();
        var first = new Dictionary<string, Located<string>>(StringComparer.OrdinalIgnoreCase);
        return item =>
        {
            foreach (var former in item.Was)
            {
                if (items.TryGetValue(former.Value, out var present))
                    context.Report(this, former.Span, $"An item of this list has the id {Quote.Of(former.Value)} now; remove the former id here, or give that item another.", related: context.Here(present.Place(), "It stands here."));
                else if (!first.TryAdd(former.Value, former))
                    context.Report(this, former.Span, $"The former id {Quote.Of(former.Value)} is claimed already; only one item can keep its issue.", related: context.Here(first[former.Value].Span, "It is claimed here."));
            }
        };
    }
}
