using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>More items than a tracking issue can map to their issues.</summary>
public sealed class TooManyItems : Rule
{
    /// <summary>What a tracking issue can map.</summary>
    public const int Limit = 2_000;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1013", "too-many-items", DiagnosticSeverity.Error, "A list has more items than its tracking issue can map.");

    public override void Check(RuleContext context)
    {
        var items = context.Checklist.Items;
        if (items.Length > context.MaxItems)
            context.Report(this, items[context.MaxItems].Place(), $"A list has at most {context.MaxItems:N0} items and this one has {items.Length:N0}; split it.");
    }
}
