using VegaGate.Diagnostics;
using VegaGate.Format;

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
        foreach (var item in context.Checklist.Items)
        {
            foreach (var need in item.Needs)
            {
                if (!items.ContainsKey(need.Value))
                    Report(need);
            }
        }

        void Report(Located<string> need)
        {
            var hint = nearest.Find(need.Value, items.Keys) is { } guess ? $"did you mean {Quote.Of(guess)}?" : "correct the id, or remove the need.";
            context.Report(this, need.Span, $"No item of this list has the id {Quote.Of(need.Value)}; {hint}");
        }
    }
}
