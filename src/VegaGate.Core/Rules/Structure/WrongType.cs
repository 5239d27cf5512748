using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>A list where one value is expected, a value where a mapping is, or nothing at all: it cannot be read, and nothing is guessed.</summary>
public sealed class WrongType : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1005", "wrong-type", DiagnosticSeverity.Error, "A value is of another kind than its key takes.");

    public override RulePage Page => new(
        What: "A list where one value is expected, a value where a mapping is, or nothing at all.",
        Why: "It cannot be read as it stands, and nothing is guessed: a pass condition of which only the first line counted would let through "
            + "what the second forbids.",
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
                    pass:
                      - The name resolves to the new host.
                      - The certificate is valid.
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
                    pass: The name resolves to the new host, and the certificate is valid.
            """);

    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.WrongType>())
            context.Report(this, finding.Span, $"{Quote.Of(finding.Name)} takes {finding.Format.Expected}, but {finding.Found} stands here.");
    }
}
