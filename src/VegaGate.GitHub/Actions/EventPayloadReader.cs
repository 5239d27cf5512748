using System.Text.Json;
using System.Text.Json.Serialization;

namespace VegaGate.GitHub.Actions;

/// <summary>Reads the file that <c>GITHUB_EVENT_PATH</c> names.</summary>
public static class EventPayloadReader
{
    // GitHub sends payloads of at most 25 MB.
    private const long MostBytes = 32 * 1024 * 1024;

    /// <summary>Reads a file; one that is missing, too long or no event is a problem in words, not an exception.</summary>
    public static EventReading ReadFile(string path)
    {
        try
        {
            return new FileInfo(path).Length > MostBytes
                ? new EventReading(null, "The event's payload is longer than any that GitHub sends.")
                : Read(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new EventReading(null, "The event's payload cannot be read from its file.");
        }
    }

    /// <summary>Reads UTF-8 JSON, with or without a byte order mark.</summary>
    public static EventReading Read(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        try
        {
            var wire = JsonSerializer.Deserialize(json.StartsWith(mark) ? json[mark.Length..] : json, EventJson.Default.EventWire);
            return wire is null ? new EventReading(null, "The event's payload is null.") : new EventReading(Payload(wire), null);
        }
        catch (JsonException e)
        {
            var at = e.LineNumber is { } line ? FormattableString.Invariant($" (line {line + 1})") : "";
            return new EventReading(null, $"The event's payload is not the JSON of an event{at}.");
        }
    }

    private static EventPayload Payload(EventWire wire) => new()
    {
        Action = wire.Action,
        Sender = Account(wire.Sender),
        PullRequest = wire.PullRequest is { } pull ? PullRequest(pull, wire.Number) : null,
        MergeGroupBaseSha = wire.MergeGroup?.BaseSha,
        Issue = wire.Issue is { } issue ? new IssueEvent(issue.Number, issue.PullRequest is { ValueKind: JsonValueKind.Object }) : null,
        Comment = wire.Comment is { } comment ? new CommentEvent(comment.Id, Account(comment.User)) : null,
        Push = wire.Ref is not null && wire.After is not null ? new PushEvent(wire.Ref, wire.Before, wire.After) : null,
    };

    private static PullRequestEvent PullRequest(PullRequestWire pull, int? number)
    {
        var head = pull.Head?.Repo?.FullName;
        var isFork = head is null || !string.Equals(head, pull.Base?.Repo?.FullName, StringComparison.OrdinalIgnoreCase);
        return new PullRequestEvent(pull.Number ?? number, pull.Head?.Sha, head, pull.Base?.Ref, pull.Base?.Sha, isFork);
    }

    private static EventSender? Account(AccountWire? account) =>
        account is null ? null : new EventSender(account.Login, account.Id, account.Type);
}

// The wire shapes of events.

internal sealed record EventWire(
    string? Action,
    int? Number,
    AccountWire? Sender,
    PullRequestWire? PullRequest,
    MergeGroupWire? MergeGroup,
    IssueWire? Issue,
    CommentWire? Comment,
    string? Ref,
    string? Before,
    string? After);

internal sealed record AccountWire(string? Login, long? Id, string? Type);

internal sealed record PullRequestWire(int? Number, BranchWire? Head, BranchWire? Base);

internal sealed record MergeGroupWire(string? BaseSha);

internal sealed record BranchWire(string? Ref, string? Sha, RepositoryWire? Repo);

internal sealed record RepositoryWire(string? FullName);

internal sealed record IssueWire(int? Number, JsonElement? PullRequest);

internal sealed record CommentWire(long? Id, AccountWire? User);

/// <summary>How events are read, made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EventWire))]
internal sealed partial class EventJson : JsonSerializerContext;
