using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>A mapping without a key that it must have: what it says cannot be used, and nothing is guessed. Titles have <see cref="MissingTitle"/>.</summary>
public sealed class MissingKey : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1003", "missing-key", DiagnosticSeverity.Error, "A required key is missing.");

    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.MissingKey>().Where(finding => !MissingTitle.IsTitle(finding.Key)))
            context.Report(this, finding.Span, $"This {finding.Mapping.Name} has no `{finding.Key.Name}`; add it, as {finding.Key.Value.Expected}.");
    }
}
