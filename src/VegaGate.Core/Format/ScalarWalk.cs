using VegaGate.Syntax;

namespace VegaGate.Format;

/// <summary>Leads through the single values that a format describes, names of entries included. What departs from the format is passed over. Depth is that of the format.</summary>
public static class ScalarWalk
{
    /// <summary>Visits each value, in the order of the text.</summary>
    /// <param name="visit">Gets each value, its kind, and the key of the format under which it stands.</param>
    public static void Visit(YamlMapping root, MappingFormat format, Action<YamlScalar, ScalarFormat, KeyFormat> visit)
    {
        foreach (var entry in root.Entries)
        {
            if (format.Find(entry.Key.Value) is { } key)
                Visit(entry.Value, key.Value, key, visit);
        }
    }

    private static void Visit(YamlNode node, ValueFormat format, KeyFormat key, Action<YamlScalar, ScalarFormat, KeyFormat> visit)
    {
        switch (format, node)
        {
            case (ScalarFormat scalar, YamlScalar { IsNull: false } value):
                visit(value, scalar, key);
                break;
            case (ListFormat list, YamlSequence sequence):
                foreach (var item in sequence.Items)
                    Visit(item, list.Item, key, visit);
                break;
            case (ListFormat { AcceptsSingle: true } list, _):
                Visit(node, list.Item, key, visit);
                break;
            case (EitherFormat either, _):
                Visit(node, node is YamlScalar ? either.Scalar : either.Other, key, visit);
                break;
            case (NamedFormat named, YamlMapping mapping):
                foreach (var entry in mapping.Entries)
                {
                    visit(entry.Key, named.Name, key);
                    Visit(entry.Value, named.Value, key, visit);
                }

                break;
            case (MappingFormat known, YamlMapping mapping):
                Visit(mapping, known, visit);
                break;
        }
    }
}
