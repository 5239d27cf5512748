using System.Collections.Immutable;
using System.Text.Json;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>
/// Reads <c>GET /issues/{n}/timeline</c>. Its elements have nearly nothing in common, so each is looked at by its <c>event</c> first,
/// and what is of no use here is never read.
/// </summary>
internal static class Timeline
{
    public static ImmutableArray<TimelineEvent> Read(IEnumerable<JsonElement> elements) =>
        [.. elements.Select(Read).OfType<TimelineEvent>().OrderBy(happening => happening.At)];

    private static TimelineEvent? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("event", out var name))
            return null;
        if (name.ValueKind != JsonValueKind.String)
            return null;
        return name.GetString() switch
        {
            "commented" => Payload(element, GitHubJson.Default.CommentPayload).ToComment(),
            "closed" => Closed(Payload(element, GitHubJson.Default.StateEventPayload)),
            "reopened" => Reopened(Payload(element, GitHubJson.Default.StateEventPayload)),
            _ => null,
        };
    }

    private static Closed Closed(StateEventPayload payload) =>
        new(
            payload.Actor.ToActor(),
            payload.CreatedAt,
            PayloadMapping.ToReason(payload.StateReason),
            payload.CommitId,
            payload.PerformedViaGithubApp.IsThere());

    private static Reopened Reopened(StateEventPayload payload) =>
        new(payload.Actor.ToActor(), payload.CreatedAt, payload.PerformedViaGithubApp.IsThere());

    private static T Payload<T>(JsonElement element, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
        => element.Deserialize(type) ?? throw new JsonException("An event is null.");
}
