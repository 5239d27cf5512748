using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Checklists;

/// <summary>Finds every place where a file names people or teams: wherever its format has such a name.</summary>
internal static class MentionReader
{
    public static IEnumerable<Located<string>> Read(YamlNode node, ValueFormat format) => (format, node) switch
    {
        (ScalarFormat scalar, YamlScalar { IsNull: false } name) when ReferenceEquals(scalar, Scalars.Mention) && scalar.Accepts(name.Value) => [new Located<string>(name.Value, name.Span)],
        (ListFormat list, YamlSequence sequence) => sequence.Items.SelectMany(item => Read(item, list.Item)),
        (ListFormat list, YamlScalar) => Read(node, list.Item),
        (EitherFormat either, not YamlScalar) => Read(node, either.Other),
        (NamedFormat named, YamlMapping mapping) => mapping.Entries.SelectMany(entry => Read(entry.Key, named.Name).Concat(Read(entry.Value, named.Value))),
        (MappingFormat known, YamlMapping mapping) => mapping.Entries.SelectMany(entry => known.Find(entry.Key.Value) is { } key ? Read(entry.Value, key.Value) : []),
        _ => [],
    };
}
