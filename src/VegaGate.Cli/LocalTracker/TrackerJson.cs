using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VegaGate.Tracking;

namespace VegaGate.Cli.LocalTracker;

/// <summary>The text of the tracker's file. What this program would lose when it writes the file again, it refuses to read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(CloseReasonJson)])]
[JsonSerializable(typeof(TrackerState), TypeInfoPropertyName = "State")]
internal sealed partial class TrackerJson : JsonSerializerContext
{
    // The file is read by people and by no browser: "<!--" stays "<!--".
    private static readonly JsonWriterOptions Layout =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlySpan<byte> Write(TrackerState state)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Layout))
            JsonSerializer.Serialize(writer, state, Default.State);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    /// <summary>Throws <see cref="JsonException"/> for anything but a whole file, and <see cref="NewerFormatException"/> for one of a later format.</summary>
    public static TrackerState Read(ReadOnlySpan<byte> text)
    {
        try
        {
            var version = ReadVersion(text);
            if (version > TrackerState.CurrentVersion)
                throw new NewerFormatException(version);
            if (version < TrackerState.CurrentVersion)
                throw new JsonException($"There is no format {version}.");
            var state = JsonSerializer.Deserialize(text, Default.State) ?? throw new JsonException("The file holds null.");
            Check(state);
            return state;
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
        {
            // An event without its kind, and text that is half of a surrogate pair, are reported so.
            throw new JsonException(e.Message, e);
        }
    }

    private static int ReadVersion(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The file is not an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("version"u8);
            if (!reader.Read())
                break;
            if (found && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version))
                return version;
            reader.Skip();
        }

        throw new JsonException("The file names no version.");
    }

    /// <summary>Holds what the types cannot say.</summary>
    private static void Check(TrackerState state)
    {
        Demand(!HasNull(state.Labels) && !HasNull(state.Milestones) && !HasNull(state.Issues), "A list holds null.");
        var (number, comments) = (0, new HashSet<long>());
        foreach (var issue in state.Issues)
        {
            Demand(issue.Number > number && issue.Number <= state.LastNumber, $"Issue {issue.Number} is out of order.");
            Demand(!HasNull(issue.Labels) && !HasNull(issue.Assignees) && !HasNull(issue.Timeline), $"A list of issue {issue.Number} holds null.");
            foreach (var comment in issue.Timeline.OfType<StoredComment>())
                Demand(comment.Id > 0 && comment.Id <= state.LastCommentId && comments.Add(comment.Id), $"Comment {comment.Id} is out of order.");
            number = issue.Number;
        }
    }

    private static bool HasNull<T>(IEnumerable<T> values)
        where T : class => values.Any(value => value is null);

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new JsonException(otherwise);
    }
}

/// <summary>GitHub's words: <c>completed</c>, <c>not_planned</c>, <c>duplicate</c>.</summary>
internal sealed class CloseReasonJson() : JsonStringEnumConverter<CloseReason>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

internal sealed class NewerFormatException(int version) : Exception($"The file has format {version}.")
{
    public int Version { get; } = version;
}
