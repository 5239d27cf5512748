using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Rules.Values;

/// <summary>A known key, a colon and a value without a space between them: YAML reads one piece of text where a key and its value were meant.</summary>
public sealed class ColonWithoutSpace : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG7005", "colon-without-space", DiagnosticSeverity.Error, "A key and its value are one piece of text.");

    public override RulePage Page => new(
        "A key of the format, a colon and a value without a space between them, such as `status:done` or `id:8.1`, where a mapping stands or should stand.",
        "YAML begins a value behind a colon and a space. Without the space there is neither the key nor the value: an owner, a stage or a condition that a reader of the file sees does not exist.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, due:2026-12-31 }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, due: 2026-12-31 }
        """,
        "Writes the space. The text can mean nothing else where it stands: it is the name of a key that belongs there.");

    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.MissingSpace>())
        {
            var fix = new CodeFix("Write the space", FixApplicability.Safe, [new(new TextSpan(finding.ValueStart, 0), " ")]);
            context.Report(this, finding.Span, $"This is one piece of text for YAML, and no `{finding.Key.Name}`; write a space after the colon.", fix);
        }
    }
}
