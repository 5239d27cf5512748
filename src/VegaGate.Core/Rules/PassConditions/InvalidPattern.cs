using VegaGate.Checklists;
using VegaGate.Conditions;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Rules.PassConditions;

/// <summary>A <c>text</c> probe with a pattern that cannot be run: what is not checked holds the gate.</summary>
public sealed class InvalidPattern : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5008", "invalid-pattern", DiagnosticSeverity.Error, "A `text` probe has a pattern that cannot be run.");

    public override RulePage Page => new(
        "A `pattern` of a `text` probe that is no regular expression, that uses look-around, backreferences or atomic groups, or whose counted repetitions grow too large.",
        "A condition that cannot be checked never holds, so that the item holds the release for ever. Expressions with backtracking are refused because a text can be written on which they never end.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                verify: [{ text: { in: SCOPE.md, absent: { pattern: 'TODO(?=:)' } } }]
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                verify: [{ text: { in: SCOPE.md, absent: { pattern: 'TODO:' } } }]
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        foreach (var call in item.Verify)
        {
            if (call.Kind.Value != TextCondition.Format.Kind || call.Parameters is not YamlMapping parameters)
                continue;
            Check(context, parameters.Find(TextCondition.Present.Name)?.Value);
            Check(context, parameters.Find(TextCondition.Absent.Name)?.Value);
        }
    };

    private void Check(RuleContext context, YamlNode? sought)
    {
        if ((sought as YamlMapping)?.Find(TextCondition.Pattern.Name)?.Value is YamlScalar { IsNull: false } pattern
            && ProbeScalars.Pattern.Accepts(pattern.Value)
            && SearchPattern.Parse(pattern.Value).Problem is { } problem)
        {
            context.Report(this, pattern.Span, $"The pattern cannot be run: {problem}.");
        }
    }
}
