using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Rules.Dependencies;

/// <summary>A need that names no item of the list: it could never be met, or would never be waited for.</summary>
public sealed class UnknownNeed : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG4001", "unknown-need", DiagnosticSeverity.Error, "An item needs one that the list does not have.");

    public override RulePage Page => new(
        What: "A need that names no item of the same list.",
        Why: "It could never be met, so that the item would hold the release for ever; or, had it been ignored, the item would pass before what "
            + "it depends on.",
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
                    owners: [zev]
                  - id: "8.2"
                    title: Serve the certificate
                    owners: [zev]
                    needs: ["8.11"]
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
                  - id: "8.2"
                    title: Serve the certificate
                    owners: [zev]
                    needs: ["8.1"]
            """);

    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var items = context.Checklist.ItemsById();
        var nearest = new NearestWord();
        return item =>
        {
            foreach (var need in item.Needs)
            {
                if (!items.ContainsKey(need.Value))
                    Report(need);
            }
        };

        void Report(Located<string> need)
        {
            var hint = nearest.Find(need.Value, items.Keys) is { } guess ? $"did you mean {Quote.Of(guess)}?" : "correct the id, or remove the need.";
            context.Report(this, need.Span, $"No item of this list has the id {Quote.Of(need.Value)}; {hint}");
        }
    }
}
