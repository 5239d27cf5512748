using VegaGate.Checklists;
using VegaGate.Format;
using VegaGate.Syntax;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Recording;

/// <summary>The keys of a record of a list that is walked for each release.</summary>
public static class ReleaseRecordFormat
{
    public static KeyFormat List { get; } = Required("record", Scalars.Slug, "The list that was walked. By this key a file is a record and no checklist.");

    public static KeyFormat Release { get; } = Required("release", Scalars.Identifier, "The release for which it was walked.");

    public static KeyFormat Commit { get; } = Optional("commit", CommitId, "The commit that last changed the list, where that is known.");

    public static KeyFormat Items { get; } = Required("items", new ListFormat(ItemKeys.Mapping), "The items, in the order of the list.");

    public static MappingFormat Mapping { get; } = new("record", [List, Release, Commit, Items]);

    private static ScalarFormat CommitId => new("a commit id of 40 to 64 lower-case hex digits", value => value.Length is >= 40 and <= 64 && value.All(char.IsAsciiHexDigitLower)) { Pattern = "[0-9a-f]{40,64}" };

    public static class ItemKeys
    {
        public static KeyFormat Id { get; } = Required("id", Scalars.Identifier, "The item's id.");

        public static KeyFormat Status { get; } = Required("status", Scalars.Choice([.. ItemStatuses.Words]), "Where it stands.");

        public static MappingFormat Mapping { get; } = new("recorded item", [Id, Status, ItemFormat.SignOffs, ItemFormat.Blocked, ItemFormat.Waived, ItemFormat.NotApplicable]);
    }

    /// <summary>Whether a document is a record, or means to be one.</summary>
    public static bool IsRecord(YamlNode? root) => root is YamlMapping mapping && mapping.Find(List.Name) is not null;
}
