using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>A list where one value is expected, a value where a mapping is, or nothing at all: it cannot be read, and nothing is guessed.</summary>
public sealed class WrongType : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1005", "wrong-type", DiagnosticSeverity.Error, "A value is of another kind than its key takes.");

    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.WrongType>())
            context.Report(this, finding.Span, $"{Quote.Of(finding.Name)} takes {finding.Format.Expected}, but {finding.Found} stands here.");
    }
}
