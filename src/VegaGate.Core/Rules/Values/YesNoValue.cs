using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Rules.Values;

/// <summary>A text without quotes such as <c>no</c> or <c>on</c>: VegaGate reads it as it stands, but many readers of YAML make true or false of it.</summary>
public sealed class YesNoValue : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG7002", "yes-no-value", DiagnosticSeverity.Warning, "Other readers of YAML take a text for true or false.");

    public override RulePage Page => new(
        "A text without quotes that readers of YAML 1.1 take for true or false: `yes`, `no`, `on`, `off`, `y`, `n`, `true`, `false`. What they take for nothing, such as `null` and `~`, VegaGate takes for nothing too and reports as wrong-type.",
        "An editor, a formatter or a script that reads and writes the file makes `false` of a person called `no`, and the owner of the item is somebody else.",
        """
        checklist: launch
        title: Launch
        people: { "no": { github: nora-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: no }
        """,
        """
        checklist: launch
        title: Launch
        people: { "no": { github: nora-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: "no" }
        """,
        "Puts the text in quotes. It is the same text for VegaGate before and after, and from then on for every other reader.");

    public override Action<YamlScalar, ScalarFormat, KeyFormat> ForValues(RuleContext context) => (value, format, _) =>
    {
        if (value.Style != ScalarStyle.Plain || format.Kind != ScalarKind.Text || !OtherReaders.TakeForTruth(value.Value) || !format.Accepts(value.Value))
            return;
        var fix = new CodeFix("Quote the text", FixApplicability.Safe, [new(value.Span, $"\"{value.Value}\"")]);
        context.Report(this, value.Span, $"Other YAML readers take {Quote.Of(value.Value)} for true or false; put it in quotes.", fix);
    };
}
