using System.Collections.Immutable;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Format;

/// <summary>Holds a document against its format. Depth is that of the format, so that recursion is bounded.</summary>
public sealed class FormatChecker
{
    private readonly ImmutableArray<FormatFinding>.Builder _findings = ImmutableArray.CreateBuilder<FormatFinding>();
    private readonly ImmutableArray<Located<string>>.Builder _mentions = ImmutableArray.CreateBuilder<Located<string>>();

    private readonly NearestWord _nearest = new();

    private FormatChecker()
    {
    }

    public static ImmutableArray<FormatFinding> Check(YamlNode root, MappingFormat format) => Check(root, format, out _);

    /// <summary>Checks, and on the way gathers every name of somebody of the list, in the order of the text.</summary>
    public static ImmutableArray<FormatFinding> Check(YamlNode root, MappingFormat format, out ImmutableArray<Located<string>> mentions)
    {
        var checker = new FormatChecker();
        checker.Check(root, format.Name, format, root.Span);
        mentions = checker._mentions.DrainToImmutable();
        return checker._findings.DrainToImmutable();
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
    private void Check(YamlNode node, string name, ValueFormat format, TextSpan key)
    {
        switch (format, node)
        {
            case (AnyFormat, _):
            case (_, YamlScalar { IsRefused: true }):
                break;
            case (ScalarFormat scalar, YamlScalar { IsNull: false } value):
                if (!scalar.Accepts(value.Value))
                    _findings.Add(new FormatFinding.InvalidValue(value.Span, name, scalar, value.Value));
                else if (ReferenceEquals(scalar, Scalars.Mention))
                    _mentions.Add(new Located<string>(value.Value, value.Span));
                break;
            case (ListFormat list, YamlSequence sequence):
                foreach (var item in sequence.Items)
                    Check(item, name, list.Item, item.Span);
                break;
            case (ListFormat { AcceptsSingle: true } list, _) when node is not YamlScalar { IsNull: true }:
                Check(node, name, list.Item, key);
                break;
            case (EitherFormat either, _):
                Check(node, name, node is YamlScalar ? either.Scalar : either.Other, key);
                break;
            case (NamedFormat named, YamlMapping mapping):
                foreach (var entry in mapping.Entries)
                {
                    Check(entry.Key, name, named.Name, entry.Key.Span);
                    Check(entry.Value, entry.Key.Value, named.Value, entry.Key.Span);
                }

                break;
            case (MappingFormat known, YamlMapping mapping):
                CheckKeys(mapping, known);
                break;
            case (MappingFormat known, YamlScalar scalar) when MissingSpaceIn(scalar, known) is { } finding:
                _findings.Add(finding);
                break;
            default:
                _findings.Add(new FormatFinding.WrongType(node.Span.Length == 0 ? key : node.Span, name, format, Describe(node)));
                break;
        }
    }

    private void CheckKeys(YamlMapping mapping, MappingFormat format)
    {
        HashSet<string>? meant = null;
        foreach (var entry in mapping.Entries)
        {
            if (format.Find(entry.Key.Value) is { } key)
            {
                Check(entry.Value, key.Name, key.Value, entry.Key.Span);
            }
            else if (entry.Value is YamlScalar { Value: "", Span.Length: 0 } && MissingSpaceIn(entry.Key, format) is { } finding)
            {
                _findings.Add(finding);
                (meant ??= new HashSet<string>(StringComparer.Ordinal)).Add(finding.Key.Name);
            }
            else
            {
                // A required key that is misspelt is there.
                _findings.Add(new FormatFinding.UnknownKey(entry.Key.Span, entry.Key.Value, format));
                if (_nearest.Find(entry.Key.Value, format.Keys.Where(key => key.IsRequired && mapping.Find(key.Name) is null).Select(key => key.Name)) is { } required)
                    (meant ??= new HashSet<string>(StringComparer.Ordinal)).Add(required);
            }
        }

        foreach (var key in format.Keys)
        {
            if (key.IsRequired && mapping.Find(key.Name) is null && meant?.Contains(key.Name) != true)
                _findings.Add(new FormatFinding.MissingKey(mapping.Entries.IsEmpty ? mapping.Span : mapping.Entries[0].Key.Span, key, format));
        }
    }

    /// <summary>The finding where a text begins with one of the keys, a colon and no space.</summary>
    private static FormatFinding.MissingSpace? MissingSpaceIn(YamlScalar scalar, MappingFormat format)
    {
        var colon = scalar.Style == ScalarStyle.Plain ? scalar.Value.IndexOf(':', StringComparison.Ordinal) : -1;
        return colon > 0 && colon + 1 < scalar.Value.Length && format.Find(scalar.Value[..colon]) is { } key
            ? new FormatFinding.MissingSpace(scalar.Span, key, format)
            : null;
    }
}
