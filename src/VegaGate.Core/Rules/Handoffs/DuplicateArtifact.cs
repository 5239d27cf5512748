using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Handoffs;

/// <summary>Two artifacts of one phase with the same name, without regard to case: whether both are there, nobody could tell.</summary>
public sealed class DuplicateArtifact : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6006", "duplicate-artifact", DiagnosticSeverity.Warning, "Two artifacts of a phase have the same name.");

    public override RulePage Page => new(
        "Two `artifacts` of one hand-off with the same `name`, without regard to case.",
        "Who accepts the hand-off ticks a name off, and takes one for both. Often one of the two was to have another name, and that artifact is not handed over at all.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff:
              to: rr
              artifacts:
                - { name: Report, path: report.md }
                - { name: report, path: measurements.md }
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
            handoff:
              to: rr
              artifacts:
                - { name: Report, path: report.md }
                - { name: Measurements, path: measurements.md }
        """);

    public override void Check(RuleContext context)
    {
        foreach (var section in context.Checklist.Sections)
        {
            if (section.Handoff is not { Artifacts: [_, _, ..] } handoff)
                continue;
            var first = new Dictionary<string, Artifact>(StringComparer.OrdinalIgnoreCase);
            foreach (var artifact in handoff.Artifacts)
            {
                if (artifact.Name.Length > 0 && !first.TryAdd(artifact.Name.Trim(), artifact))
                    context.Report(this, artifact.NamePlace, $"Another artifact of this phase is called {Quote.Of(artifact.Name)} too; rename one, or remove it.", related: context.Here(first[artifact.Name.Trim()].NamePlace, "The name is taken here."));
            }
        }
    }
}
