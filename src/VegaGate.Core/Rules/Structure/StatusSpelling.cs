using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>A status that is read but not written as its word, such as <c>In progress</c>: who searches the files for the word misses it.</summary>
public sealed class StatusSpelling : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1014", "status-spelling", DiagnosticSeverity.Warning, "A status is not written as its word.");

    public override RulePage Page => new(
        What: "A status that is read but not written as its word, such as `In progress` for `in-progress`.",
        Why: "Whoever searches the files for the word, or compares two lists, misses it.",
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
                    status: In progress
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
                    status: in-progress
            """,
        Fix: "Writes the word. VegaGate reads the same status before and after. A status that goes over several lines has no fix, since a "
            + "comment may stand between them.");

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        if (item is not { Status: { } written, RecordedStatus: { } status } || written.Value == status.ToWord())
            return;

        // A comment can stand between the lines of a block scalar, and must not be lost.
        var isOneLine = !context.Source.Text.AsSpan(written.Span.Start, written.Span.Length).Contains('\n');
        var fix = isOneLine ? new CodeFix($"Write `{status.ToWord()}`", FixApplicability.Safe, [new(written.Span, status.ToWord())]) : null;
        context.Report(this, written.Span, $"The status {Quote.Of(written.Value)} is written `{status.ToWord()}`; write it so.", fix);
    };
}
