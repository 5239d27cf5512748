using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Dependencies;

/// <summary>A required item that needs one of a later stage: it could not pass in time unless the later stage were worked off first.</summary>
public sealed class NeedsLaterStage : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG4003", "needs-later-stage", DiagnosticSeverity.Error, "An item needs one of a later stage.");

    public override RulePage Page => new(
        What: "A required item that needs one of a later stage.",
        Why: "Its stage waits for work that is meant to come after that stage: it could not pass in time unless the later stage were worked off "
            + "first.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            gate:
              stages: [deploy, go-live]
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
                    before: deploy
                    needs: ["8.2"]
                  - id: "8.2"
                    title: Serve the certificate
                    owners: [zev]
                    before: go-live
            """,
        Good: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            gate:
              stages: [deploy, go-live]
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
                    before: deploy
                  - id: "8.2"
                    title: Serve the certificate
                    owners: [zev]
                    before: go-live
                    needs: ["8.1"]
            """);

    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var items = context.Checklist.ItemsById();
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stage in context.Checklist.Gate.Stages)
            order.TryAdd(stage.Value, order.Count);
        return item =>
        {
            if (!item.IsRequired || !order.TryGetValue(item.Before.Value, out var stage))
                return;
            foreach (var need in item.Needs)
            {
                if (!items.TryGetValue(need.Value, out var needed) || !order.TryGetValue(needed.Before.Value, out var later) || later <= stage)
                    continue;
                context.Report(
                    this,
                    need.Span,
                    $"{item.Subject()} holds the stage {Quote.Of(item.Before.Value)} but needs {Quote.Of(need.Value)} of the later stage {Quote.Of(needed.Before.Value)}; move one of them, or remove the need.");
            }
        };
    }
}
