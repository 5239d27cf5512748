using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>Two sections or phases of a list with one id: the hand-offs of two phases would share an issue, and progress would be counted together.</summary>
public sealed class DuplicateSectionId : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1010", "duplicate-section-id", DiagnosticSeverity.Error, "Two sections or phases of one list have the same id.");

    public override RulePage Page => new(
        What: "Two sections, or two phases, of one list with the same id.",
        Why: "The hand-offs of two phases with one id would share an issue, so that accepting one accepted the other; the progress of two "
            + "sections would be counted together.",
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
              - id: dns
                title: Launch
                items:
                  - id: "11.1"
                    title: Open the doors
                    owners: [zev]
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
              - id: launch
                title: Launch
                items:
                  - id: "11.1"
                    title: Open the doors
                    owners: [zev]
            """);

    public override void Check(RuleContext context)
    {
        var first = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        foreach (var section in context.Checklist.Sections)
        {
            if (section.Id is not { } id || first.TryAdd(id.Value, id))
                continue;
            var kind = context.Checklist.HasPhases ? "phase" : "section";
            context.Report(
                this, id.Span, $"The id {Quote.Of(id.Value)} is already taken in this list; each {kind} needs one of its own.", related: context.Here(first[id.Value].Span, "It is taken here."));
        }
    }
}
