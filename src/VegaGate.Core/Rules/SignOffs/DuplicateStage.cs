using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.SignOffs;

/// <summary>A stage that is listed twice: stages come in order, and one stage cannot come at two places.</summary>
public sealed class DuplicateStage : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3004", "duplicate-stage", DiagnosticSeverity.Error, "The gate lists a stage twice.");

    public override void Check(RuleContext context)
    {
        var first = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        foreach (var stage in context.Checklist.Gate.Stages)
        {
            if (!first.TryAdd(stage.Value, stage))
                context.Report(this, stage.Span, $"The stage {Quote.Of(stage.Value)} is listed already; remove one of the two.", related: context.Here(first[stage.Value].Span, "It is listed here."));
        }
    }
}
