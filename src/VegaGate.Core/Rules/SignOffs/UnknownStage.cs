using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Rules.SignOffs;

/// <summary>A stage that the gate does not have: the item would hold nothing.</summary>
public sealed class UnknownStage : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3003", "unknown-stage", DiagnosticSeverity.Error, "The gate has no such stage.");

    public override RulePage Page => new(
        What: "An item or a section that names a stage which the gate does not have.",
        Why: "It would hold nothing: the stage that it was written for would be let through without it.",
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
                  - id: "8.2"
                    title: Serve the certificate
                    owners: [zev]
                    before: golive
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

    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var stages = context.Checklist.Gate.Stages.Select(stage => stage.Value).ToHashSet(StringComparer.Ordinal);
        var nearest = new NearestWord();

        // An item that names no stage has its section's, or the first one.
        var inherited = new HashSet<Located<string>>(ReferenceEqualityComparer.Instance) { context.Checklist.Gate.Stages[0] };
        foreach (var section in context.Checklist.Sections)
        {
            if (section.Before is { } before && inherited.Add(before))
                Check(before);
        }

        return item =>
        {
            if (!inherited.Contains(item.Before))
                Check(item.Before);
        };

        void Check(Located<string> stage)
        {
            if (!stages.Contains(stage.Value))
                context.Report(this, stage.Span, Explain(stage));
        }

        string Explain(Located<string> stage)
        {
            var hint = nearest.Find(stage.Value, stages) is { } guess ? $"did you mean {Quote.Of(guess)}?" : "add it to `gate.stages`, or correct it.";
            return $"The gate has no stage {Quote.Of(stage.Value)}; {hint}";
        }
    }
}
