namespace VegaGate.Checklists;

/// <summary>
/// The identity of an issue: list, release for a list that is walked per release, and item. Written <c>list/item</c> or <c>list@release/item</c>.
/// </summary>
/// <param name="Item">An item's id, or a reserved key that begins with '#'.</param>
public sealed record ItemId(string Checklist, string? Release, string Item)
{
    private const string HandoffPrefix = "#handoff/";
    private const string Tracking = "#tracking";

    /// <summary>Whether this is the issue that says where the list stands, and not an item's.</summary>
    public bool IsTracking => Item == Tracking;

    public static ItemId ForHandoff(string checklist, string? release, string phase) => new(checklist, release, HandoffPrefix + phase);

    public static ItemId ForTracking(string checklist, string? release) => new(checklist, release, Tracking);

    /// <summary>Item ids are unique without regard to case, and so are identities.</summary>
    public bool Equals(ItemId? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Release is null ? $"{Checklist}/{Item}" : $"{Checklist}@{Release}/{Item}";

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static ItemId? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == text.Length - 1)
            return null;
        var list = text[..slash];
        var item = text[(slash + 1)..];
        var at = list.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? new ItemId(list, null, item) : at == 0 || at == list.Length - 1 ? null : new ItemId(list[..at], list[(at + 1)..], item);
    }
}
