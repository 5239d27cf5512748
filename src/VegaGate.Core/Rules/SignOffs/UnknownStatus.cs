using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.SignOffs;

/// <summary>A status that is no word of the format: whether the item is done would be a guess.</summary>
public sealed class UnknownStatus : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3001", "unknown-status", DiagnosticSeverity.Error, "There is no such status.");

    public override void Check(RuleContext context)
    {
        var words = ItemStatuses.Words;
        var nearest = new NearestWord();
        foreach (var item in context.Checklist.Items)
        {
            if (item is not { Status: { } written, RecordedStatus: null })
                continue;
            var hint = nearest.Find(written.Value, words) is { } guess ? $"did you mean `{guess}`?" : $"write one of {string.Join(", ", words.Select(word => $"`{word}`"))}.";
            context.Report(this, written.Span, $"There is no status {Quote.Of(written.Value)}; {hint}");
        }
    }
}
