using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Recording;

/// <summary>A key of a record with its text. A class on purpose, as all that is kept in collections.</summary>
internal sealed record RecordField(string Key, string Value);

/// <summary>What is to stand at a key that holds a mapping.</summary>
/// <param name="Fields">In the order in which they are written; empty: the key is not to be there.</param>
internal sealed record RecordWish(ImmutableArray<RecordField> Fields)
{
    public static RecordWish Nothing { get; } = new(ImmutableArray<RecordField>.Empty);

    /// <summary>What a person wrote in the file, and no issue speaks of.</summary>
    public static RecordWish AsItIs { get; } = new(ImmutableArray<RecordField>.Empty) { IsKept = true };

    public bool IsKept { get; private init; }
}

/// <summary>What the file is to say of an item.</summary>
/// <param name="SignOffs">Those that stand, as far as the file can name who gave them, oldest first.</param>
internal sealed record ItemRecord(ItemStatus Status, ImmutableArray<RecordWish> SignOffs, RecordWish Blocked, RecordWish Waived, RecordWish NotApplicable)
{
    /// <summary>Whether the status in the file is a person's word, which stays.</summary>
    public bool KeepsStatus { get; init; }

    /// <summary>What could not be recorded, and why.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
