using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>A list without a single item: its gate would pass at once, and a file that lost its items would open a release.</summary>
public sealed class NoItems : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1011", "no-items", DiagnosticSeverity.Error, "A list without items holds nothing.");

    public override void Check(RuleContext context)
    {
        var list = context.Checklist;
        if (!list.Items.IsEmpty)
            return;
        var place = list.ItemKeys is [var key, ..] ? key.Span : list.Slug?.Span ?? default;
        context.Report(this, place, "This list has no item and would hold nothing; add one under `sections` or `phases`.");
    }
}
