using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Documents.Writing;

/// <summary>A checklist's tree in one shape: keys in the order of the format, lists where one may stand alone, nothing that is empty.</summary>
public static class TreeShape
{
    public static YamlMapping Of(YamlMapping mapping, MappingFormat format)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        foreach (var key in format.Keys)
        {
            if (mapping.Find(key.Name) is { } entry && Of(entry.Value, key.Value) is { } value)
                entries.Add(new YamlEntry(YamlText.Of(key.Name), value));
        }

        return new YamlMapping(entries.ToImmutable(), default);
    }

    private static YamlNode? Of(YamlNode node, ValueFormat format) => (format, node) switch
    {
        (_, YamlScalar { IsNull: true }) => null,
        (MappingFormat known, YamlMapping mapping) => Of(mapping, known) is { Entries.IsEmpty: false } inner ? inner : null,
        (NamedFormat named, YamlMapping mapping) => new YamlMapping([.. mapping.Entries.Select(entry => new YamlEntry(YamlText.Of(entry.Key.Value), Of(entry.Value, named.Value) ?? new YamlMapping([], default)))], default),
        (EitherFormat either, YamlMapping) => Of(node, either.Other),
        (ListFormat { Item: var item }, YamlSequence sequence) => Filled(sequence.Items.Select(inner => Of(inner, item))),
        (ListFormat { Item: var item, AcceptsSingle: true }, YamlScalar) => Filled([Of(node, item)]),
        (AnyFormat, _) => Any(node),
        (_, YamlScalar scalar) => Scalar(scalar),
        _ => Any(node),
    };

    /// <summary>Numbers and truth values that stand without quotes stay so: other readers of YAML and JSON tell them apart.</summary>
    private static YamlScalar Scalar(YamlScalar scalar) =>
        scalar.Style == ScalarStyle.Plain && (scalar.Value is "true" or "false" || Scalars.ParsePositive(scalar.Value) is { } number && number.ToString(System.Globalization.CultureInfo.InvariantCulture) == scalar.Value)
            ? YamlText.Plain(scalar.Value)
            : YamlText.Of(scalar.Value);

    private static YamlNode Any(YamlNode node) => node switch
    {
        YamlScalar scalar => Scalar(scalar),
        YamlSequence sequence => YamlText.Of(sequence.Items.Select(Any)),
        YamlMapping mapping => new YamlMapping([.. mapping.Entries.Select(entry => new YamlEntry(YamlText.Of(entry.Key.Value), Any(entry.Value)))], default),
        _ => node,
    };

    private static YamlSequence? Filled(IEnumerable<YamlNode?> nodes)
    {
        var items = nodes.OfType<YamlNode>().ToImmutableArray();
        return items.IsEmpty ? null : new YamlSequence(items, default);
    }
}

/// <summary>Writes a tree as JSON.</summary>
public static class JsonText
{
    private const int FormatVersion = 1;

    private static readonly JsonWriterOptions Pretty = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The whole checklist.</summary>
    public static string Document(YamlMapping root)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Pretty))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WritePropertyName("checklist");
            Write(json, root);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>One value in one line, of characters that neither a cell nor a code span ends at.</summary>
    public static string Line(YamlNode node)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, node);
        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("|", "\\u007C", StringComparison.Ordinal);
    }

    private static void Write(Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { Style: ScalarStyle.Plain, Value: "true" or "false" } truth:
                json.WriteBooleanValue(truth.Value == "true");
                break;
            case YamlScalar { Style: ScalarStyle.Plain } number when Scalars.ParsePositive(number.Value) is { } value:
                json.WriteNumberValue(value);
                break;
            case YamlScalar scalar:
                json.WriteStringValue(scalar.Value);
                break;
            case YamlSequence sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case YamlMapping mapping:
                json.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    json.WritePropertyName(entry.Key.Value);
                    Write(json, entry.Value);
                }

                json.WriteEndObject();
                break;
        }
    }
}
