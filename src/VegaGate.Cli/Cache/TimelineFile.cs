using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using VegaGate.Tracking;

namespace VegaGate.Cli.Cache;

/// <summary>
/// Keeps timelines in a file between runs, by the issue's number and time of change. A file that is not ours, damaged or of another repository holds nothing.
/// </summary>
internal sealed class TimelineFile : ITimelineStore
{
    private const int Format = 1;

    /// <summary>The time of change is exact to a second: what was read in that second may lack what came later in it.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    private readonly CacheFile _file;
    private readonly string _repository;
    private readonly Dictionary<int, KeptTimeline> _known;
    private readonly Dictionary<int, KeptTimeline> _used = [];

    private TimelineFile(CacheFile file, string repository, Dictionary<int, KeptTimeline> known)
    {
        _file = file;
        _repository = repository;
        _known = known;
    }

    /// <summary>Reads the file, if there is one.</summary>
    /// <param name="repository">Whose issues they are.</param>
    public static TimelineFile Open(string path, string repository)
    {
        var file = new CacheFile(path);
        try
        {
            if (file.Read() is { } bytes && JsonSerializer.Deserialize(bytes, TimelineJson.Default.KeptTimelines) is { Format: Format, Issues: { } issues } kept && kept.Repository == repository)
                return new TimelineFile(file, repository, issues.Where(issue => issue is { Events: not null }).DistinctBy(issue => issue.Number).ToDictionary(issue => issue.Number));
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            // Then everything is read once more.
        }

        return new TimelineFile(file, repository, []);
    }

    public ImmutableArray<TimelineEvent>? Find(TrackedIssue issue)
    {
        if (!_known.TryGetValue(issue.Number, out var kept) || kept.UpdatedAt != issue.UpdatedAt || !kept.Events.All(entry => entry is { IsKnown: true }))
            return null;
        _used[issue.Number] = kept;
        return [.. kept.Events.Select(entry => entry.ToEvent())];
    }

    public void Keep(TrackedIssue issue, DateTimeOffset readAt, ImmutableArray<TimelineEvent> timeline)
    {
        if (readAt - issue.UpdatedAt >= Settled)
            _used[issue.Number] = new KeptTimeline(issue.Number, issue.UpdatedAt, [.. timeline.Select(KeptEvent.Of)]);
    }

    /// <summary>Writes what was used in this run. Where that fails, the next run reads more.</summary>
    public void Save() =>
        _file.Write(JsonSerializer.SerializeToUtf8Bytes(new KeptTimelines(Format, _repository, [.. _used.Values.OrderBy(kept => kept.Number)]), TimelineJson.Default.KeptTimelines));
}

/// <summary>The file.</summary>
internal sealed record KeptTimelines(int Format, string Repository, KeptTimeline[] Issues);

/// <summary>What happened on an issue until a time.</summary>
internal sealed record KeptTimeline(int Number, DateTimeOffset UpdatedAt, KeptEvent[] Events);

/// <summary>An event of any kind; what it does not have is left out.</summary>
internal sealed record KeptEvent(
    string Kind, string? Login, long AccountId, bool IsBot, DateTimeOffset At, string Url, long Comment, string? Body, bool IsEdited, bool IsAcknowledged, bool ByApp, CloseReason? Reason, string? Commit)
{
    /// <summary>Whether this is an event as this version writes it.</summary>
    [JsonIgnore]
    public bool IsKnown => Kind is nameof(Commented) or nameof(Closed) or nameof(Reopened) && (Reason is not { } reason || Enum.IsDefined(reason));

    public static KeptEvent Of(TimelineEvent happened)
    {
        var entry = new KeptEvent("", happened.Actor?.Login, happened.Actor?.Id ?? 0, happened.Actor?.IsBot ?? false, happened.At, happened.Url, 0, null, false, false, false, null, null);
        return happened switch
        {
            Commented comment => entry with { Kind = nameof(Commented), Comment = comment.Id, Body = comment.Body, IsEdited = comment.IsEdited, IsAcknowledged = comment.IsAcknowledged, ByApp = comment.ByApp },
            Closed closing => entry with { Kind = nameof(Closed), Reason = closing.Reason, Commit = closing.CommitId, ByApp = closing.ByApp },
            Reopened opening => entry with { Kind = nameof(Reopened), ByApp = opening.ByApp },
            _ => throw new NotSupportedException($"There is no place for {happened.GetType().Name}."),
        };
    }

    public TimelineEvent ToEvent()
    {
        var actor = Login is null ? null : new Actor(Login, AccountId, IsBot);
        return Kind switch
        {
            nameof(Commented) => new Commented(actor, At, Comment, Body ?? "", IsEdited) { Url = Url, ByApp = ByApp, IsAcknowledged = IsAcknowledged },
            nameof(Closed) => new Closed(actor, At, Reason, Commit, ByApp) { Url = Url },
            _ => new Reopened(actor, At, ByApp) { Url = Url },
        };
    }
}

[JsonSerializable(typeof(KeptTimelines))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class TimelineJson : JsonSerializerContext;
