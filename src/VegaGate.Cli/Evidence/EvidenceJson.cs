using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VegaGate.Conditions;
using VegaGate.Diagnostics;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.Cli.Evidence;

/// <summary>The text of an evidence file: from a document, and back. The same document gives the same bytes, all of them ASCII.</summary>
internal static class EvidenceJson
{
    private static readonly JsonTypeInfo<EvidenceDocument> Indented = EvidenceContext.Default.EvidenceDocument;

    private static readonly JsonTypeInfo<EvidenceInputs> Compact = new EvidenceContext(new JsonSerializerOptions(EvidenceContext.Default.Options) { WriteIndented = false }).EvidenceInputs;

    // In a job's log the runner obeys this anywhere in a line; in JSON it can stand in a string only, where an escape means the same.
    public static string Render(EvidenceDocument document) => JsonSerializer.Serialize(document, Indented).Replace("##[", "##\\u005b", StringComparison.Ordinal) + "\n";

    public static string DigestOf(EvidenceInputs inputs) => Digest(JsonSerializer.SerializeToUtf8Bytes(inputs, Compact));

    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Reads a document of this version, strictly.</summary>
    /// <exception cref="JsonException">It is no whole document.</exception>
    /// <exception cref="OtherVersionException">It is one of another version.</exception>
    public static EvidenceDocument Read(ReadOnlySpan<byte> json)
    {
        try
        {
            if (ReadVersion(json) is var version and not EvidenceDocument.FormatVersion)
                throw new OtherVersionException(version);
            return JsonSerializer.Deserialize(json, Indented) ?? throw new JsonException("It holds null.");
        }
        catch (InvalidOperationException failure)
        {
            // Text that is half of a surrogate pair is reported so.
            throw new JsonException(failure.Message, failure);
        }
    }

    /// <summary>The JSON Schema of the format, of draft 2020-12.</summary>
    public static string Schema()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        var schema = (JsonObject)Indented.GetJsonSchemaAsNode(options);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "VegaGate evidence");
        return schema.ToJsonString(new JsonSerializerOptions(EvidenceContext.Default.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
            return node;
        var description = (context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type).GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
        if (description is not null)
            schema.Insert(0, "description", description);
        if (context.PropertyInfo?.Name == "version" && context.PropertyInfo.DeclaringType == typeof(EvidenceDocument))
            schema["const"] = EvidenceDocument.FormatVersion;
        return schema;
    }

    /// <summary>The version before all else, since another one may look different everywhere else. On the way, nothing of a list may be null.</summary>
    private static int ReadVersion(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        int? found = null;
        var lists = new Stack<bool>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    lists.Push(reader.TokenType == JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    lists.Pop();
                    break;
                case JsonTokenType.Null when lists.TryPeek(out var isList) && isList:
                    throw new JsonException("A list holds null.");
                case JsonTokenType.PropertyName when lists.Count == 1 && found is null && reader.ValueTextEquals("version"u8):
                    reader.Read();
                    found = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version) ? version : throw new JsonException("The version is no number.");
                    break;
            }
        }

        return found ?? throw new JsonException("It names no version.");
    }
}

/// <summary>The file is of another version of the format.</summary>
internal sealed class OtherVersionException(int version) : Exception
{
    public int Version { get; } = version;
}

/// <summary>A word of the format for each value of an enum, as in "sign-off-void".</summary>
internal sealed class WordOf<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

[JsonSerializable(typeof(EvidenceDocument))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower,
    WriteIndented = true,
    NewLine = "\n",
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(WordOf<Verdict>), typeof(WordOf<ReasonCode>), typeof(WordOf<DiagnosticSeverity>), typeof(WordOf<ProbeOutcome>), typeof(WordOf<CloseReason>), typeof(WordOf<WordKind>)])]
internal sealed partial class EvidenceContext : JsonSerializerContext;
