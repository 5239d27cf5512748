using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Documents.Writing;

/// <summary>One key of an item as a column.</summary>
/// <param name="Header">What stands above it in Markdown.</param>
/// <param name="IsAlways">Whether the column is there also where no item has the key.</param>
internal sealed record ItemColumn(KeyFormat Key, string Header, bool IsAlways = false);

/// <summary>The keys of items as text of one cell, and back.</summary>
internal static class ItemCells
{
    /// <summary>In the order in which they stand.</summary>
    public static ImmutableArray<ItemColumn> Columns { get; } =
    [
        new(ItemFormat.Id, "#", IsAlways: true),
        new(ItemFormat.Title, "Item", IsAlways: true),
        new(ItemFormat.Owners, "Owner", IsAlways: true),
        new(ItemFormat.Status, "Status", IsAlways: true),
        new(ItemFormat.Pass, "Pass condition", IsAlways: true),
        new(ItemFormat.Before, "Before"),
        new(ItemFormat.IsRequired, "Required"),
        new(ItemFormat.Needs, "Needs"),
        new(ItemFormat.Due, "Due"),
        new(ItemFormat.Severity, "Severity"),
        new(ItemFormat.Evidence, "Evidence"),
        new(ItemFormat.Notes, "Notes"),
        new(ItemFormat.Labels, "Labels"),
        new(ItemFormat.SignOff, "Sign-off rule"),
        new(ItemFormat.SignOffs, "Sign-offs"),
        new(ItemFormat.Blocked, "Blocked"),
        new(ItemFormat.Waived, "Waived"),
        new(ItemFormat.NotApplicable, "Not applicable"),
        new(ItemFormat.Was, "Formerly"),
        new(ItemFormat.Issue, "Issue"),
        new(ItemFormat.Verify, "Verify"),
        new(ItemFormat.Roles, "Roles"),
    ];

    /// <summary>Whether a value is written as JSON: it has parts.</summary>
    public static bool IsComplex(YamlNode value) => value is YamlMapping or YamlSequence { Items: [YamlMapping or YamlSequence, ..] };

    /// <summary>Whether values of a key can have parts: a label that looks like JSON is a label.</summary>
    public static bool CanBeComplex(KeyFormat key) => key.Value is MappingFormat or EitherFormat or ListFormat { Item: MappingFormat or NamedFormat };

    public static bool IsNames(KeyFormat key) => key == ItemFormat.Owners || key == ItemFormat.Needs || key == ItemFormat.Was;

    /// <summary>The texts of a value that has no parts.</summary>
    public static IEnumerable<string> Texts(YamlNode value) => value is YamlSequence sequence ? sequence.Items.OfType<YamlScalar>().Select(item => item.Value) : value is YamlScalar scalar ? [scalar.Value] : [];

    /// <summary>The value of a key whose texts these are.</summary>
    public static YamlNode Of(KeyFormat key, IReadOnlyList<string> texts) => key.Value switch
    {
        ListFormat => YamlText.Of(texts),
        ScalarFormat { Kind: ScalarKind.Boolean or ScalarKind.Integer } => YamlText.Plain(texts[0]),
        EitherFormat when Scalars.ParsePositive(texts[0]) is not null => YamlText.Plain(texts[0]),
        _ => YamlText.Of(texts[0]),
    };

    /// <summary>The value that a cell holds as JSON; null where it is none.</summary>
    public static YamlNode? Parse(string json)
    {
        var tree = YamlTreeParser.Parse(Text.SourceText.FromString("cell", json));
        return tree.Diagnostics.IsEmpty ? tree.Root : null;
    }
}
