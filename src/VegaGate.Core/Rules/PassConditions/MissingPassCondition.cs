using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.PassConditions;

/// <summary>A required item that says neither in words nor by a probe when it passes, though the gate requires it: who signs it off cannot know what for.</summary>
public sealed class MissingPassCondition : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5001", "missing-pass-condition", DiagnosticSeverity.Warning, "A required item does not say when it passes.");

    public override RulePage Page => new(
        What: "A required item that says neither in words (`pass`) nor by a probe (`verify`) when it passes, where the gate requires that.",
        Why: "Who signs it off cannot know what for, and two people would sign off two different things.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            gate:
              require: [owner, status, sign-off, pass]
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
            """,
        Good: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            gate:
              require: [owner, status, sign-off, pass]
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
                    pass: The name resolves to the new host from two networks.
            """);

    public override Action<ChecklistItem>? ForItems(RuleContext context)
    {
        if (!context.Checklist.Gate.Requires(GateRequirement.Pass))
            return null;
        return item =>
        {
            if (item is { IsRequired: true, Pass: null, Verify.IsEmpty: true } && item.Mapping.Find(ItemFormat.Pass.Name) is null)
                context.Report(this, item.Place(), $"{item.Subject()} does not say when it passes, and the gate requires that; add `pass` or `verify`.");
        };
    }
}
