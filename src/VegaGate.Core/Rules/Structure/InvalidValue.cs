using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Rules.SignOffs;

namespace VegaGate.Rules.Structure;

/// <summary>A single value that its key does not take, such as a date that is none: it would be read as absent.</summary>
public sealed class InvalidValue : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1006", "invalid-value", DiagnosticSeverity.Error, "A value is none of those that its key takes.");

    public override RulePage Page => new(
        What: "A single value that is none of those that its key takes, such as a date that is not written as 2026-03-02.",
        Why: "It would be read as absent: the due date, the launch window or the waiver's last day would not exist.",
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
                    due: 2.3.2026
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
                    due: 2026-03-02
            """);

    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.InvalidValue>().Where(finding => !UnknownStatus.IsStatus(finding)))
        {
            var found = finding.Value.Length == 0 ? "the text here is empty" : string.IsNullOrWhiteSpace(finding.Value) ? "the text here is blank" : $"{Quote.Of(finding.Value)} stands here";
            context.Report(this, finding.Span, $"{Quote.Of(finding.Name)} takes {finding.Format.Expected}, but {found}.");
        }
    }
}
