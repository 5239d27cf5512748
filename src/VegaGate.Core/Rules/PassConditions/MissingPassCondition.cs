using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.PassConditions;

/// <summary>A required item that says neither in words nor by a probe when it passes, though the gate requires it: who signs it off cannot know what for.</summary>
public sealed class MissingPassCondition : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5001", "missing-pass-condition", DiagnosticSeverity.Warning, "A required item does not say when it passes.");

    public override void Check(RuleContext context)
    {
        if (!context.Checklist.Gate.Requires(GateRequirement.Pass))
            return;
        foreach (var item in context.Checklist.Items)
        {
            if (item is { IsRequired: true, Pass: null, Verify.IsEmpty: true })
                context.Report(this, item.Place(), $"{item.Subject()} does not say when it passes, and the gate requires that; add `pass` or `verify`.");
        }
    }
}
