using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>Both <c>sections</c> and <c>phases</c>: phases come in order and sections do not, so that the place of the sections would be a guess.</summary>
public sealed class SectionsAndPhases : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1012", "sections-and-phases", DiagnosticSeverity.Error, "A list has either sections or phases.");

    public override void Check(RuleContext context)
    {
        if (context.Checklist.ItemKeys is [var first, var second, ..])
            context.Report(this, second.Span, "A list has either `sections` or `phases`; move all items under one of them.", related: context.Here(first.Span, $"`{first.Value}` stands here."));
    }
}
