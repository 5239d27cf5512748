using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.SignOffs;

/// <summary>A stage that is listed twice: stages come in order, and one stage cannot come at two places.</summary>
public sealed class DuplicateStage : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3004", "duplicate-stage", DiagnosticSeverity.Error, "The gate lists a stage twice.");

    public override RulePage Page => new(
        What: "A stage that the gate lists twice.",
        Why: "Stages come in order, and one stage cannot come at two places of it: what must pass before which would be a guess.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            gate:
              stages: [deploy, go-live, deploy]
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
            """);

    public override void Check(RuleContext context)
    {
        var first = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        foreach (var stage in context.Checklist.Gate.Stages)
        {
            if (!first.TryAdd(stage.Value, stage))
                context.Report(this, stage.Span, $"The stage {Quote.Of(stage.Value)} is listed already; remove one of the two.", related: context.Here(first[stage.Value].Span, "It is listed here."));
        }
    }
}
