using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>Both <c>sections</c> and <c>phases</c>: phases come in order and sections do not, so that the place of the sections would be a guess.</summary>
public sealed class SectionsAndPhases : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1012", "sections-and-phases", DiagnosticSeverity.Error, "A list has either sections or phases.");

    public override RulePage Page => new(
        What: "A list that has both `sections` and `phases`.",
        Why: "Phases come in order and are handed from one team to the next; sections are not. When the items of the sections would have to pass "
            + "would be a guess.",
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
            phases:
              - id: launch
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
        if (context.Checklist.ItemKeys is [var first, var second, ..])
            context.Report(this, second.Span, "A list has either `sections` or `phases`; move all items under one of them.", related: context.Here(first.Span, $"`{first.Value}` stands here."));
    }
}
