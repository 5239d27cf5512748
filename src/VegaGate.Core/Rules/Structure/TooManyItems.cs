using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>More items than a tracking issue can map to their issues.</summary>
public sealed class TooManyItems : Rule
{
    private const int Limit = 2_000;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1013", "too-many-items", DiagnosticSeverity.Error, "A list has more items than its tracking issue can map.");

    public override void Check(RuleContext context)
    {
        if (context.Checklist.Items.Skip(Limit).FirstOrDefault() is { } item)
            context.Report(this, item.Place(), $"A list has at most {Limit:N0} items and this one has {context.Checklist.Items.Count():N0}; split it.");
    }
}
