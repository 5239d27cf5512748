using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>
/// An id without quotes that YAML readers take for a number or a date, such as 1.10: VegaGate reads it as text, but an editor, a formatter or a script makes it 1.1,
/// which is another item.
/// </summary>
public sealed class NumberLikeId : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1008", "number-like-id", DiagnosticSeverity.Warning, "Other readers of YAML take the id for a number or a date.");

    public override RulePage Page => new(
        What: "An id without quotes that readers of YAML take for a number, such as 8.10, or for a date, such as 2026-01-11.",
        Why: "VegaGate reads it as text, but an editor, a formatter or a script that reads and writes the file makes it 8.1. That is another "
            + "item, with another issue and other sign-offs.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: 8.10
                    title: Point the domain at the new host
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
                  - id: "8.10"
                    title: Point the domain at the new host
                    owners: [zev]
            """,
        Fix: "Puts the id in quotes. It is the same id for VegaGate before and after, and from then on for every other reader.");

    public override void Check(RuleContext context)
    {
        foreach (var section in context.Checklist.Sections)
        {
            if (section.Id is { } id)
                CheckId(context, id);
        }
    }

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        if (item.Id is { } id)
            CheckId(context, id);
        foreach (var need in item.Needs)
            CheckId(context, need);
        foreach (var former in item.Was)
            CheckId(context, former);
    };

    private void CheckId(RuleContext context, Located<string> id)
    {
        var isPlain = context.Source.Text.AsSpan(id.Span.Start, id.Span.Length).SequenceEqual(id.Value);
        if (!isPlain || OtherReaders.TakeForValue(id.Value) is not { } kind)
            return;
        var fix = new CodeFix("Quote the id", FixApplicability.Safe, [new(id.Span, $"\"{id.Value}\"")]);
        context.Report(this, id.Span, $"Other YAML readers take the id {Quote.Of(id.Value)} for {kind}; put it in quotes.", fix);
    }
}
