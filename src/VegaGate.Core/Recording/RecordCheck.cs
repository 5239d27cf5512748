using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Syntax;

namespace VegaGate.Recording;

/// <summary>Makes sure that a written text says what it said before, but for the keys of items that hold the record.</summary>
internal static class RecordCheck
{
    /// <summary>Why the text may not take the place of the other, without a full stop; null when it may.</summary>
    public static string? Compare(YamlMapping before, YamlTree after)
    {
        if (!after.Diagnostics.IsEmpty || after.Root is not YamlMapping root)
            return "the result could not be read";
        return IsSame(before, root, 0) ? null : "the result would say something else elsewhere";
    }

    /// <summary>The depth of both is bounded by the reader.</summary>
    private static bool IsSame(YamlNode before, YamlNode after, int depth) => (before, after) switch
    {
        (YamlScalar old, YamlScalar @new) => old.Value == @new.Value && old.IsNull == @new.IsNull,
        (YamlSequence old, YamlSequence @new) => old.Items.Length == @new.Items.Length && old.Items.Zip(@new.Items).All(pair => IsSame(pair.First, pair.Second, depth + 1)),
        (YamlMapping old, YamlMapping @new) => IsSame(Compared(old, depth), Compared(@new, depth), depth),
        _ => false,
    };

    private static bool IsSame(ImmutableArray<YamlEntry> before, ImmutableArray<YamlEntry> after, int depth) =>
        before.Length == after.Length && before.Zip(after).All(pair => pair.First.Key.Value == pair.Second.Key.Value && IsSame(pair.First.Value, pair.Second.Value, depth + 1));

    /// <summary>Items stand in the list `items` of a section in the list of sections of the document: mapping, list, mapping, list, mapping.</summary>
    private static ImmutableArray<YamlEntry> Compared(YamlMapping mapping, int depth) =>
        depth == ItemDepth && mapping.Find(ItemFormat.Id.Name) is not null ? mapping.Entries.RemoveAll(entry => RecordKeys.All.Contains(entry.Key.Value, StringComparer.Ordinal)) : mapping.Entries;

    private const int ItemDepth = 4;
}
