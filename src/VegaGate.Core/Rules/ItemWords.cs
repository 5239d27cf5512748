using VegaGate.Checklists;
using VegaGate.Text;

namespace VegaGate.Rules;

/// <summary>How findings speak of an item as a whole.</summary>
internal static class ItemWords
{
    /// <summary>Where such a finding stands: the id, or what comes nearest to it.</summary>
    public static TextSpan Place(this ChecklistItem item) => item.Id?.Span ?? item.Title?.Span ?? new TextSpan(item.Span.Start, Math.Min(1, item.Span.Length));

    /// <summary>What begins its sentence.</summary>
    public static string Subject(this ChecklistItem item) => item.Id is { } id ? $"Item {Quote.Of(id.Value)}" : "This item";

    /// <summary>The same inside a sentence.</summary>
    public static string Name(this ChecklistItem item) => item.Id is { } id ? $"item {Quote.Of(id.Value)}" : "this item";
}
