using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Rules.Handoffs;

/// <summary>A phase that is not the last and that nobody receives, or a hand-off to nobody: the next phase begins without a word, or never.</summary>
public sealed class PhaseWithoutReceiver : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6005", "phase-without-receiver", DiagnosticSeverity.Warning, "Nobody receives a phase.");

    public override RulePage Page => new(
        "A phase, other than the last, without a `handoff`; or a `handoff` whose `to` is an empty list.",
        "A phase is over when the next team has taken it over. Without a hand-off the next phase begins while nobody has looked at the one before; a hand-off to nobody is never accepted, and holds every later phase.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
          - id: run
            title: Run
            owners: rr
            items: [{ id: "2.1", title: Run the package. }]
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
          - id: run
            title: Run
            owners: rr
            items: [{ id: "2.1", title: Run the package. }]
        """);

    public override void Check(RuleContext context)
    {
        // Where sections stand beside the phases, which of them comes last is not settled.
        if (!context.Checklist.HasPhases || context.Checklist.ItemKeys.Length > 1)
            return;
        var phases = context.Checklist.Sections;
        for (var i = 0; i < phases.Length; i++)
        {
            var phase = phases[i];

            // A hand-off that cannot be read, or has no `to` at all, has its own finding.
            if (phase.Mapping.Find(SectionFormat.Handoff.Name) is null && i < phases.Length - 1)
                context.Report(this, phase.Place(), "Nobody receives this phase, and the next one would begin without a word; add a `handoff` with the receivers under `to`.");
            else if (phase.Handoff is { } handoff && handoff.Mapping.Find(SectionFormat.HandoffKeys.To.Name)?.Value is YamlSequence { Items.IsEmpty: true } nobody)
                context.Report(this, nobody.Span, "Nobody receives this phase, and the hand-off could not be accepted; name the receivers.");
        }
    }
}
