using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>A mapping without a key that it must have: what it says cannot be used, and nothing is guessed. Titles have <see cref="MissingTitle"/>.</summary>
public sealed class MissingKey : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1003", "missing-key", DiagnosticSeverity.Error, "A required key is missing.");

    public override RulePage Page => new(
        What: "A mapping without a key that it must have, such as an item without an id. A missing title has a rule of its own, missing-title.",
        Why: "The id is the identity of the item's issue. One made up from the title or the place would change when somebody edits or moves the "
            + "item, and its sign-offs would be lost.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - title: Point the domain at the new host
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
            """);

    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.MissingKey>().Where(finding => !MissingTitle.IsTitle(finding.Key) && !UnknownKey.IsOfProbe(finding.Mapping)))
            context.Report(this, finding.Span, $"This {finding.Mapping.Name} has no `{finding.Key.Name}`; add it, as {finding.Key.Value.Expected}.");
    }
}
