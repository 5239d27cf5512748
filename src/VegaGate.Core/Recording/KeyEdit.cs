using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Text;

namespace VegaGate.Recording;

/// <summary>What is to become of a key of a mapping.</summary>
internal abstract record KeyEdit(string Key)
{
    /// <summary>It is not to be there.</summary>
    public sealed record Remove(string Key) : KeyEdit(Key);

    /// <summary>It is to have a text.</summary>
    public sealed record Scalar(string Key, string Value) : KeyEdit(Key);

    /// <summary>It is to hold a mapping.</summary>
    /// <param name="Kept">Further keys of that mapping that may stay.</param>
    public sealed record Fields(string Key, RecordWish Wish, ImmutableArray<string> Kept) : KeyEdit(Key);

    /// <summary>It is to hold a list.</summary>
    /// <param name="Kept">Where the entries stand that stay.</param>
    public sealed record Entries(string Key, ImmutableHashSet<TextSpan> Kept, ImmutableArray<RecordWish> Added) : KeyEdit(Key);
}

/// <summary>The keys of an item that a record writes.</summary>
internal static class RecordKeys
{
    public static string Status => ItemFormat.Status.Name;

    public static string SignOffs => ItemFormat.SignOffs.Name;

    public static string Blocked => ItemFormat.Blocked.Name;

    public static string Waived => ItemFormat.Waived.Name;

    public static string NotApplicable => ItemFormat.NotApplicable.Name;

    public static ImmutableArray<string> All => [Status, SignOffs, Blocked, Waived, NotApplicable];
}
