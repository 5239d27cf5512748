using VegaGate.Diagnostics;

namespace VegaGate.Rules.Dependencies;

/// <summary>A need that names no item of the list: it could never be met, or would never be waited for.</summary>
public sealed class UnknownNeed : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG4001", "unknown-need", DiagnosticSeverity.Error, "An item needs one that the list does not have.");

    public override void Check(RuleContext context)
    {
        var items = context.Checklist.ItemsById();
        var nearest = new NearestWord();
        foreach (var need in context.Checklist.Items.SelectMany(item => item.Needs).Where(need => !items.ContainsKey(need.Value)))
        {
            var hint = nearest.Find(need.Value, items.Keys) is { } guess ? $"did you mean {Quote.Of(guess)}?" : "correct the id, or remove the need.";
            context.Report(this, need.Span, $"No item of this list has the id {Quote.Of(need.Value)}; {hint}");
        }
    }
}
