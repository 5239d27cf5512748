using System.Net;

namespace VegaGate.GitHub.Rest;

/// <summary>One request, before it is known how often it will be sent.</summary>
/// <param name="Path">Below the base address, with its query; or an address that GitHub itself gave.</param>
internal sealed record GitHubRequest(HttpMethod Method, string Path)
{
    /// <summary>JSON, or null for no body.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Whether it makes an issue, which GitHub wants less often than other writes.</summary>
    public bool CreatesIssue { get; init; }

    /// <summary>Statuses other than 2xx that are an answer, not a failure.</summary>
    public HttpStatusCode[] Expected { get; init; } = [];

    public bool IsRead => Method == HttpMethod.Get || Method == HttpMethod.Head;

    /// <summary>Whether a POST may be sent twice, since the second one finds what the first one did, or leaves nothing that shows.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether sending it twice is the same as once.</summary>
    public bool IsIdempotent => Method != HttpMethod.Post || IsRepeatable;

    /// <summary>The permission that it needs, as in <c>contents: write</c>, for an advice where GitHub itself names none.</summary>
    public string? Needs { get; init; }

    /// <summary>Asks only whether something has changed since; 304 says that it has not, and is not counted.</summary>
    public DateTimeOffset? ModifiedSince { get; init; }

    /// <summary>Whether an answer that was kept is no answer.</summary>
    public bool IsFresh { get; init; }
}

/// <summary>What came back, read whole.</summary>
internal sealed record GitHubAnswer(HttpStatusCode Status, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public string? Link { get; init; }

    public string? Location { get; init; }

    public DateTimeOffset? Date { get; init; }

    public string? ETag { get; init; }

    /// <summary>Under which it can be kept; null where it cannot.</summary>
    public string? CacheKey { get; init; }

    /// <summary>Whether the body is one that was kept, and that GitHub says is current.</summary>
    public bool IsKept { get; init; }

    /// <summary>What <c>retry-after</c> says, counted from the server's time where it is a date.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public string? RateLimitRemaining { get; init; }

    public string? RateLimitReset { get; init; }

    public string? AcceptedPermissions { get; init; }

    public string? Scopes { get; init; }

    /// <summary>The answer's head, with a body that was read elsewhere.</summary>
    public static GitHubAnswer Of(HttpResponseMessage response, byte[] body, DateTimeOffset now)
    {
        var date = response.Headers.Date;
        var retry = response.Headers.RetryAfter;
        return new GitHubAnswer(response.StatusCode, body)
        {
            Link = Header(response, "Link"),
            Location = Header(response, "Location"),
            Date = date,
            ETag = Header(response, "ETag"),
            RetryAfter = retry?.Delta ?? (retry?.Date is { } until ? until - (date ?? now) : null),
            RateLimitRemaining = Header(response, "x-ratelimit-remaining"),
            RateLimitReset = Header(response, "x-ratelimit-reset"),
            Scopes = Header(response, "X-OAuth-Scopes"),
            AcceptedPermissions = Header(response, "X-Accepted-GitHub-Permissions"),
        };
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
