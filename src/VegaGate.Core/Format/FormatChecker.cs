using System.Collections.Immutable;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Format;

/// <summary>Holds a document against its format. Depth is that of the format, so that recursion is bounded.</summary>
public static class FormatChecker
{
    public static ImmutableArray<FormatFinding> Check(YamlNode root, MappingFormat format)
    {
        var findings = ImmutableArray.CreateBuilder<FormatFinding>();
        Check(root, format.Name, format, root.Span, findings);
        return findings.ToImmutable();
    }

    /// <summary>What stands at a place, in the words of a message.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlScalar { IsNull: true } => "nothing",
        YamlScalar => "a single value",
        YamlSequence => "a list",
        _ => "a mapping",
    };

    /// <summary>Checks one value. What is not there has no token of its own and is reported at its key.</summary>
    private static void Check(YamlNode node, string name, ValueFormat format, TextSpan key, ImmutableArray<FormatFinding>.Builder findings)
    {
        switch (format, node)
        {
            case (AnyFormat, _):
            case (_, YamlScalar { IsRefused: true }):
                break;
            case (ScalarFormat scalar, YamlScalar { IsNull: false } value):
                if (!scalar.Accepts(value.Value))
                    findings.Add(new FormatFinding.InvalidValue(value.Span, name, scalar, value.Value));
                break;
            case (ListFormat list, YamlSequence sequence):
                foreach (var item in sequence.Items)
                    Check(item, name, list.Item, item.Span, findings);
                break;
            case (ListFormat { AcceptsSingle: true } list, _) when node is not YamlScalar { IsNull: true }:
                Check(node, name, list.Item, key, findings);
                break;
            case (EitherFormat either, _):
                Check(node, name, node is YamlScalar ? either.Scalar : either.Other, key, findings);
                break;
            case (NamedFormat named, YamlMapping mapping):
                foreach (var entry in mapping.Entries)
                {
                    Check(entry.Key, name, named.Name, entry.Key.Span, findings);
                    Check(entry.Value, entry.Key.Value, named.Value, entry.Key.Span, findings);
                }

                break;
            case (MappingFormat known, YamlMapping mapping):
                CheckKeys(mapping, known, findings);
                break;
            default:
                findings.Add(new FormatFinding.WrongType(node.Span.Length == 0 ? key : node.Span, name, format, Describe(node)));
                break;
        }
    }

    private static void CheckKeys(YamlMapping mapping, MappingFormat format, ImmutableArray<FormatFinding>.Builder findings)
    {
        foreach (var entry in mapping.Entries)
        {
            if (format.Find(entry.Key.Value) is { } key)
                Check(entry.Value, key.Name, key.Value, entry.Key.Span, findings);
            else
                findings.Add(new FormatFinding.UnknownKey(entry.Key.Span, entry.Key.Value, format));
        }

        foreach (var key in format.Keys)
        {
            if (key.IsRequired && mapping.Find(key.Name) is null)
                findings.Add(new FormatFinding.MissingKey(mapping.Entries.IsEmpty ? mapping.Span : mapping.Entries[0].Key.Span, key, format));
        }
    }
}
