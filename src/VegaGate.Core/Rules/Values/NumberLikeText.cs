using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Rules.Values;

/// <summary>A text without quotes such as <c>1.10</c>: many readers of YAML make a number or a date of it, and write another text back. Ids have <see cref="Structure.NumberLikeId"/>.</summary>
public sealed class NumberLikeText : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG7006", "number-like-text", DiagnosticSeverity.Warning, "Other readers of YAML take a text for a number or a date.");

    public override RulePage Page => new(
        "A text without quotes that readers of YAML take for a number, such as the version 1.10 or the time 9:30, or for a date, such as the title 2026-01-11. Keys that take a date are left alone. Ids have a rule of their own, number-like-id.",
        "An editor, a formatter or a script that reads and writes the file makes 1.1 of the version 1.10, 570 of 9:30, and a moment in some time zone of a date.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        version: 1.10

        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        version: "1.10"

        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev }
        """,
        "Puts the text in quotes. It is the same text for VegaGate before and after, and from then on for every other reader.");

    public override Action<YamlScalar, ScalarFormat, KeyFormat> ForValues(RuleContext context) => (value, format, key) =>
    {
        if (value.Style != ScalarStyle.Plain || format.Kind != ScalarKind.Text || IsId(key) || IsDate(format) || OtherReaders.TakeForValue(value.Value) is not { } kind || !format.Accepts(value.Value))
            return;
        var fix = new CodeFix("Quote the text", FixApplicability.Safe, [new(value.Span, $"\"{value.Value}\"")]);
        context.Report(this, value.Span, $"Other YAML readers take {Quote.Of(value.Value)} for {kind}; put it in quotes.", fix);
    };

    private static bool IsDate(ScalarFormat format) => ReferenceEquals(format, Scalars.Date) || ReferenceEquals(format, Scalars.Instant);

    private static bool IsId(KeyFormat key) =>
        ReferenceEquals(key, ItemFormat.Id) || ReferenceEquals(key, ItemFormat.Needs) || ReferenceEquals(key, ItemFormat.Was) || ReferenceEquals(key, SectionFormat.Id);
}
