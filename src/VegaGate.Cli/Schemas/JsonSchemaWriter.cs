using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VegaGate.Format;

namespace VegaGate.Cli.Schemas;

/// <summary>
/// Writes a format as a JSON Schema of draft 2020-12: for editors, which complete and check while somebody types. It says what one value can be; what
/// holds between values is for the rules. Mappings and named scalars are written once, under <c>$defs</c>.
/// </summary>
internal sealed class JsonSchemaWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly SortedDictionary<string, ValueFormat> _shared = new(StringComparer.Ordinal);

    private JsonSchemaWriter(Utf8JsonWriter json) => _json = json;

    public static string Render(MappingFormat root, string title, string description)
    {
        using var buffer = new MemoryStream();
        // The file is read by editors and people, and never stands inside a page.
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            new JsonSchemaWriter(json).Write(root, title, description);
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void Write(MappingFormat root, string title, string description)
    {
        foreach (var key in root.Keys)
            Gather(key.Value);
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        _json.WriteString("title", title);
        _json.WriteString("description", description);
        WriteKeys(root);
        _json.WriteStartObject("$defs");
        foreach (var (name, format) in _shared)
        {
            _json.WriteStartObject(name);
            if (format is MappingFormat mapping)
                WriteKeys(mapping);
            else
                WriteScalar((ScalarFormat)format);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Gather(ValueFormat format)
    {
        if (SharedName(format) is { } name && !_shared.TryAdd(name, format))
        {
            if (!ReferenceEquals(_shared[name], format))
                throw new InvalidOperationException($"Two formats are called {name}.");
            return;
        }

        foreach (var inner in Inside(format))
            Gather(inner);
    }

    private static IEnumerable<ValueFormat> Inside(ValueFormat format) => format switch
    {
        MappingFormat mapping => mapping.Keys.Select(key => key.Value),
        ListFormat list => [list.Item],
        NamedFormat named => [named.Name, named.Value],
        EitherFormat either => [either.Scalar, either.Other],
        _ => [],
    };

    private static string? SharedName(ValueFormat format) => format switch
    {
        MappingFormat mapping => mapping.Name.Replace(' ', '-'),
        ScalarFormat { Name: { } name } => $"{name}-value",
        _ => null,
    };

    private void WriteKeys(MappingFormat mapping)
    {
        _json.WriteString("type", "object");
        _json.WriteStartObject("properties");
        foreach (var key in mapping.Keys)
        {
            _json.WriteStartObject(key.Name);
            _json.WriteString("description", key.Summary);
            Write(key.Value);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteStartArray("required");
        foreach (var key in mapping.Keys.Where(key => key.IsRequired))
            _json.WriteStringValue(key.Name);
        _json.WriteEndArray();
        _json.WriteBoolean("additionalProperties", false);
        if (!mapping.AnyOf.IsEmpty)
            WriteAnyOf([.. mapping.AnyOf.Select<KeyFormat, Action>(key => () => WriteRequired([key]))]);
        if (mapping.Alternatives is { } alternatives)
            WriteAlternatives(alternatives);
    }

    private void WriteAlternatives(AlternativeLists alternatives)
    {
        WriteAnyOf([.. alternatives.Lists.Select<KeyFormat, Action>(list => () => WriteRequired([list], () => WriteHolds(alternatives.Holds)))]);
        _json.WriteStartObject("not");
        WriteRequired(alternatives.Lists);
        _json.WriteEndObject();
    }

    /// <summary>Writes that an array has an object with something in the array at a key.</summary>
    private void WriteHolds(KeyFormat key)
    {
        _json.WriteString("type", "array");
        _json.WriteStartObject("contains");
        _json.WriteString("type", "object");
        WriteRequired([key], () =>
        {
            _json.WriteString("type", "array");
            _json.WriteNumber("minItems", 1);
        });
        _json.WriteEndObject();
    }

    /// <summary>Writes that keys must be there. They are named as properties too, without which strict validators take a requirement for a slip.</summary>
    private void WriteRequired(ImmutableArray<KeyFormat> keys, Action? value = null)
    {
        _json.WriteStartObject("properties");
        foreach (var key in keys)
        {
            _json.WriteStartObject(key.Name);
            value?.Invoke();
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteStartArray("required");
        foreach (var key in keys)
            _json.WriteStringValue(key.Name);
        _json.WriteEndArray();
    }

    /// <summary>Writes what a value is into the schema that is open.</summary>
    private void Write(ValueFormat format)
    {
        if (SharedName(format) is { } name)
        {
            _json.WriteString("$ref", $"#/$defs/{name}");
            return;
        }

        switch (format)
        {
            case ScalarFormat scalar:
                WriteScalar(scalar);
                break;
            case ListFormat { AcceptsSingle: true } list:
                WriteAnyOf(() => Write(list.Item), () => WriteList(list));
                break;
            case ListFormat list:
                WriteList(list);
                break;
            case NamedFormat named:
                _json.WriteString("type", "object");
                WriteNested("propertyNames", named.Name);
                WriteNested("additionalProperties", named.Value);
                break;
            case EitherFormat either:
                WriteAnyOf(() => Write(either.Scalar), () => Write(either.Other));
                break;
            case AnyFormat:
                break;
            default:
                throw new InvalidOperationException($"There is no schema for {format.GetType().Name}.");
        }
    }

    private void WriteList(ListFormat list)
    {
        _json.WriteString("type", "array");
        WriteNested("items", list.Item);
        if (list.IsFilled)
            _json.WriteNumber("minItems", 1);
        if (list.IsUnique)
            _json.WriteBoolean("uniqueItems", true);
    }

    private void WriteNested(string keyword, ValueFormat format)
    {
        _json.WriteStartObject(keyword);
        Write(format);
        _json.WriteEndObject();
    }

    private void WriteAnyOf(params ReadOnlySpan<Action> choices)
    {
        _json.WriteStartArray("anyOf");
        foreach (var choice in choices)
        {
            _json.WriteStartObject();
            choice();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteScalar(ScalarFormat scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Boolean:
                _json.WriteString("type", "boolean");
                break;
            case ScalarKind.Integer when scalar.Choices.IsEmpty:
                WriteInteger(scalar);
                break;
            case ScalarKind.Integer:
                WriteAnyOf(() => WriteChoices(scalar), () => WriteInteger(scalar));
                break;
            case ScalarKind.Text when !scalar.Choices.IsEmpty:
                WriteChoices(scalar);
                break;
            default:
                WriteText(scalar);
                break;
        }
    }

    private void WriteInteger(ScalarFormat scalar)
    {
        _json.WriteString("type", "integer");
        _json.WriteNumber("minimum", scalar.Minimum);
        _json.WriteNumber("maximum", scalar.Maximum);
    }

    private void WriteChoices(ScalarFormat scalar)
    {
        _json.WriteString("type", "string");
        _json.WriteStartArray("enum");
        foreach (var choice in scalar.Choices)
            _json.WriteStringValue(choice);
        _json.WriteEndArray();
    }

    private void WriteText(ScalarFormat scalar)
    {
        _json.WriteString("type", "string");
        if (scalar.Pattern is null)
        {
            _json.WriteNumber("minLength", 1);
            return;
        }

        if (scalar.MaxLength is { } length)
            _json.WriteNumber("maxLength", length);
        _json.WriteString("pattern", $"^(?:{scalar.Pattern})$");
        // Not of the standard, which ignores it: editors show it instead of the pattern.
        _json.WriteString("patternErrorMessage", $"This must be {scalar.Expected}.");
    }
}
