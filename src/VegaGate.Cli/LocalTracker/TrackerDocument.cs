using System.Text.Json.Serialization;

namespace VegaGate.Cli.LocalTracker;

/// <summary>
/// The tracker's file as JSON has it, in the words of GitHub's API. Texts and arrays on purpose: for every value type, and for an immutable
/// array, the serializer's code is compiled at run time, which cost a cold start 30 ms.
/// </summary>
internal sealed class TrackerDocument
{
    [JsonRequired]
    public int Version { get; set; }

    [JsonRequired]
    public int LastNumber { get; set; }

    [JsonRequired]
    public long LastCommentId { get; set; }

    [JsonRequired]
    public LabelEntry[] Labels { get; set; } = [];

    [JsonRequired]
    public string[] Milestones { get; set; } = [];

    [JsonRequired]
    public IssueEntry[] Issues { get; set; } = [];
}

internal sealed class LabelEntry
{
    [JsonRequired]
    public string Name { get; set; } = "";

    [JsonRequired]
    public string Color { get; set; } = "";

    [JsonRequired]
    public string Description { get; set; } = "";
}

internal sealed class IssueEntry
{
    [JsonRequired]
    public int Number { get; set; }

    [JsonRequired]
    public string Title { get; set; } = "";

    [JsonRequired]
    public string Body { get; set; } = "";

    [JsonRequired]
    public string State { get; set; } = "";

    public string? StateReason { get; set; }

    [JsonRequired]
    public string[] Labels { get; set; } = [];

    [JsonRequired]
    public string[] Assignees { get; set; } = [];

    public string? Milestone { get; set; }

    [JsonRequired]
    public ActorEntry User { get; set; } = new();

    [JsonRequired]
    public string CreatedAt { get; set; } = "";

    [JsonRequired]
    public string UpdatedAt { get; set; } = "";

    [JsonRequired]
    public EventEntry[] Timeline { get; set; } = [];
}

internal sealed class ActorEntry
{
    [JsonRequired]
    public string Login { get; set; } = "";

    [JsonRequired]
    public long Id { get; set; }

    [JsonRequired]
    public string Type { get; set; } = "";
}

internal sealed class EventEntry
{
    [JsonRequired]
    public string Event { get; set; } = "";

    [JsonRequired]
    public ActorEntry Actor { get; set; } = new();

    [JsonRequired]
    public string CreatedAt { get; set; } = "";

    /// <summary>Of a closing.</summary>
    public string? StateReason { get; set; }

    /// <summary>Of a comment.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Id { get; set; }

    /// <summary>Of a comment.</summary>
    public string? Body { get; set; }

    /// <summary>Of a comment: logins; left out where there is none.</summary>
    public string[]? AcknowledgedBy { get; set; }
}

/// <summary>What would be lost when the file is written again is refused when it is read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TrackerDocument))]
internal sealed partial class TrackerJson : JsonSerializerContext;
