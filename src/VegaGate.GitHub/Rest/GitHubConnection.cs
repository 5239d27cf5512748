using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>
/// The one way to GitHub's REST API: headers, time-outs, bounds, redirects, retries, limits, pages and pacing. Everything that goes
/// wrong on the other side is a <see cref="TrackerException"/>.
/// </summary>
public sealed class GitHubConnection : IDisposable
{
    /// <summary>Of the token of a workflow, or of an App where it is installed.</summary>
    private const string InstallationPrefix = "ghs_";

    private const int PageSize = 100;
    private const string MediaType = "application/vnd.github+json";
    private const string ApiVersion = "2022-11-28";
    private const int MostRedirects = 5;
    private const int MostPages = 2_000;
    private const int MostOfErrorBody = 64 * 1024;

    private readonly GitHubConnectionOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly ResiliencePipeline pipeline;
    private readonly WritePacer pacer;
    private readonly string baseAddress;
    private readonly string? token;
    private long serverTicks;

    /// <summary>A connection to one host, with one token.</summary>
    /// <param name="handler">Sends; it must not follow redirects by itself. Null is the framework's own, with the system's proxy.</param>
    /// <exception cref="ArgumentException">The options would put the token at risk, or write faster than GitHub wants.</exception>
    public GitHubConnection(GitHubConnectionOptions options, TimeProvider time, HttpMessageHandler? handler = null)
    {
        GitHubConnectionOptions.Check(options);
        this.options = options;
        this.time = time;
        token = string.IsNullOrWhiteSpace(options.Token) ? null : options.Token.Trim();
        Failures = new FailureText(token);
        baseAddress = options.BaseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
        pipeline = RetryPipeline.Create(options, time);
        pacer = new WritePacer(options.CreationSpacing, options.WriteSpacing, time);
#pragma warning disable CA2000 // The client disposes of its own handler.
        http = new HttpClient(handler ?? DefaultHandler(options.BaseAddress), disposeHandler: handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning restore CA2000
    }

    /// <summary>The <c>Date</c> of the last answer, or null before the first.</summary>
    public DateTimeOffset? ServerTime =>
        Volatile.Read(ref serverTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>What the last answer says of the limit on requests; null where it says nothing.</summary>
    public RequestsLeft? RequestsLeft { get; private set; }

    internal FailureText Failures { get; }

    internal bool IsInstallation => token?.StartsWith(InstallationPrefix, StringComparison.Ordinal) == true;

    public void Dispose()
    {
        http.Dispose();
        pacer.Dispose();
    }

    internal Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
        => SendAsync(new GitHubRequest(HttpMethod.Get, path), answer => Read(answer, type), cancellation);

    /// <summary>The thing at a path; null where GitHub says that there is none.</summary>
    internal Task<T?> FindAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
        => SendAsync(
            new GitHubRequest(HttpMethod.Get, path) { Expected = [HttpStatusCode.NotFound, HttpStatusCode.Gone] },
            answer => answer.IsSuccess ? Read(answer, type) : null,
            cancellation);

    /// <summary>All pages of a list. The path names neither page nor size.</summary>
    internal async Task<ImmutableArray<T>> GetPagesAsync<T>(string path, JsonTypeInfo<T[]> type, CancellationToken cancellation)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        await foreach (var page in ReadPagesAsync(path, type, page => page, cancellation))
            items.AddRange(page);
        return items.ToImmutable();
    }

    /// <summary>All pages of a list; null where one of them is refused with a status that is expected, never a part.</summary>
    internal async Task<ImmutableArray<T>?> FindPagesAsync<T>(
        string path, JsonTypeInfo<T[]> type, HttpStatusCode[] expected, CancellationToken cancellation)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        await foreach (var page in TryPagesAsync(path, type, page => page, expected, cancellation))
        {
            if (page is null)
                return null;
            items.AddRange(page);
        }

        return items.ToImmutable();
    }

    /// <summary>
    /// The pages of a list, one after the other, as long as somebody wants the next. The path names neither page nor size.
    /// </summary>
    /// <param name="itemsOf">The items in what a page is read as.</param>
    internal IAsyncEnumerable<TItem[]> ReadPagesAsync<TPage, TItem>(
        string path, JsonTypeInfo<TPage> type, Func<TPage, TItem[]> itemsOf, CancellationToken cancellation)
        where TPage : class
        => TryPagesAsync(path, type, itemsOf, [], cancellation)!;

    // A page is null where it is refused with an expected status; then it is the last.
    private async IAsyncEnumerable<TItem[]?> TryPagesAsync<TPage, TItem>(
        string path,
        JsonTypeInfo<TPage> type,
        Func<TPage, TItem[]> itemsOf,
        HttpStatusCode[] expected,
        [EnumeratorCancellation] CancellationToken cancellation)
        where TPage : class
    {
        var request = new GitHubRequest(HttpMethod.Get, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"per_page={PageSize}") { Expected = expected };
        var seen = new HashSet<string>(StringComparer.Ordinal) { AddressOf(request.Path).AbsoluteUri };
        while (true)
        {
            var (items, answer) = await SendAsync(request, ReadPage, cancellation);
            var next = LinkHeader.Next(answer.Link);
            if (next is null && answer.IsKept && items?.Length >= PageSize)
            {
                // A full page stays the same when another one is added after it, and what was kept knew of none.
                (items, answer) = await SendAsync(request with { IsFresh = true }, ReadPage, cancellation);
                next = LinkHeader.Next(answer.Link);
            }

            yield return items;
            if (items is null || next is null)
                yield break;
            if (!Uri.TryCreate(next, UriKind.Absolute, out var address) || !IsOurs(address))
                throw Failures.StrangePage(request, next, "it is not on the same host, and the token stays here.");
            if (!seen.Add(address.AbsoluteUri) || seen.Count > MostPages)
                throw Failures.StrangePage(request, next, "the list does not end.");
            request = request with { Path = address.AbsoluteUri };
        }

        (TItem[]? Items, GitHubAnswer Answer) ReadPage(GitHubAnswer answer) => (answer.IsSuccess ? ItemsOf(answer, type, itemsOf) : null, answer);
    }

    /// <summary>Whose token it is; null where GitHub does not say: not to a workflow's own token, nor to an App's.</summary>
    internal Task<string?> FindLoginAsync(CancellationToken cancellation) => IsInstallation
        ? Task.FromResult<string?>(null)
        : SendAsync(
            new GitHubRequest(HttpMethod.Get, "/user") { Expected = [HttpStatusCode.Forbidden] },
            answer => answer.IsSuccess ? Read(answer, GitHubJson.Default.UserPayload).Login : null,
            cancellation);

    /// <summary>Waits until a write may follow the one before it.</summary>
    internal Task WaitForWriteAsync(CancellationToken cancellation) => pacer.WaitAsync(createsIssue: false, cancellation);

    /// <summary>Sends a request and reads the answer; reading is part of the try.</summary>
    internal Task<T> SendAsync<T>(GitHubRequest request, Func<GitHubAnswer, T> read, CancellationToken cancellation)
    {
        return request.IsRead ? RepeatAsync() : pacer.RunAsync(request.CreatesIssue, RepeatAsync, cancellation);

        async Task<T> RepeatAsync()
        {
            var limits = 0;
            try
            {
                return await pipeline.ExecuteAsync(
                    async token =>
                    {
                        var answer = await ExchangeAsync(request, token);
                        ThrowIfFailed(request, answer, ref limits);
                        return ReadOrFail(request, answer, read);
                    },
                    cancellation);
            }
            catch (TransientFailure failure)
            {
                throw failure.Final;
            }
        }
    }

    internal static T Read<T>(GitHubAnswer answer, JsonTypeInfo<T> type)
        where T : class
        => JsonSerializer.Deserialize(answer.Body, type) ?? throw new JsonException("The answer is null.");

    private static TItem[] ItemsOf<TPage, TItem>(GitHubAnswer answer, JsonTypeInfo<TPage> type, Func<TPage, TItem[]> itemsOf)
        where TPage : class
    {
        var items = itemsOf(Read(answer, type));
        return Array.Exists(items, item => item is null) ? throw new JsonException("The list holds a null.") : items;
    }

    private void ThrowIfFailed(GitHubRequest request, GitHubAnswer answer, ref int limits)
    {
        if (answer.IsSuccess)
            return;

        // A refusal that is expected may still be one for a limit.
        var limit = RateLimit.Of(answer, Failures.MessageOf(answer), limits, time.GetUtcNow());
        if (limit is null && request.Expected.Contains(answer.Status))
            return;
        if ((int)answer.Status >= 500)
        {
            var wait = answer.RetryAfter is { } stated ? RateLimit.Bound(stated) : (TimeSpan?)null;
            throw MayRepeat(request.IsIdempotent && !(wait > options.MaxWait), Failures.Broken(request, answer, time.GetUtcNow() + wait), wait);
        }

        if (limit is not { } reached)
            throw Failures.Refused(request, answer);

        // Refused for a limit is not carried out, so this holds for POST too.
        limits++;
        throw MayRepeat(reached.Wait <= options.MaxWait, Failures.Limited(request, answer, time.GetUtcNow() + reached.Wait), reached.Wait);
    }

    private T ReadOrFail<T>(GitHubRequest request, GitHubAnswer answer, Func<GitHubAnswer, T> read)
    {
        try
        {
            var value = read(answer);
            if (answer is { Status: HttpStatusCode.OK, IsKept: false, CacheKey: { } key, ETag: { } tag } && IsTag(tag))
                options.Cache!.Keep(key, new KeptAnswer(tag, answer.Body, answer.Link));
            return value;
        }
        catch (JsonException e)
        {
            if (answer is { IsKept: true, CacheKey: { } damaged })
            {
                options.Cache!.Forget(damaged);
                throw new TransientFailure(Failures.Unreadable(request, answer, e.Message), TimeSpan.Zero);
            }

            throw MayRepeat(request.IsIdempotent, Failures.Unreadable(request, answer, e.Message), wait: null);
        }
    }

    private static Exception MayRepeat(bool may, TrackerException failure, TimeSpan? wait) =>
        may ? new TransientFailure(failure, wait) : failure;

    private async Task<GitHubAnswer> ExchangeAsync(GitHubRequest request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.TryTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await FollowAsync(request, either.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var wasSent = !WasNotSent(e);
            throw MayRepeat(request.IsIdempotent || !wasSent, Failures.NoAnswer(request, e, options.TryTimeout, wasSent), wait: null);
        }
    }

    // Without a connection nothing was sent; otherwise nobody knows what arrived.
    private static bool WasNotSent(Exception e) =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError };

    private async Task<GitHubAnswer> FollowAsync(GitHubRequest request, CancellationToken cancellation)
    {
        var address = AddressOf(request.Path);
        for (var redirects = 0; ; redirects++)
        {
            var answer = await SendOnceAsync(request, address, cancellation);
            if ((int)answer.Status is not (301 or 302 or 307 or 308) || request.Expected.Contains(answer.Status))
                return answer;
            if (!request.IsRead)
                throw Failures.Redirected(request, answer, "what writes is not sent on. Has the issue been transferred, or the repository renamed?");
            if (redirects == MostRedirects || !Uri.TryCreate(address, answer.Location, out var next))
                throw Failures.Redirected(request, answer, "that leads nowhere.");
            if (!IsOurs(next))
                throw Failures.Redirected(request, answer, "that is another host, and the token stays here.");
            address = next;
        }
    }

    private async Task<GitHubAnswer> SendOnceAsync(GitHubRequest request, Uri address, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(request.Method, address);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("vegagate", options.Version));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        message.Headers.Add("X-GitHub-Api-Version", ApiVersion);
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var key = request.Method == HttpMethod.Get && request.ModifiedSince is null && options.Cache is not null ? $"{MediaType} {ApiVersion} {address.AbsoluteUri}" : null;
        var kept = key is null || request.IsFresh ? null : options.Cache!.Find(key);
        if (kept is not null && (!IsTag(kept.ETag) || !message.Headers.TryAddWithoutValidation("If-None-Match", kept.ETag)))
            kept = null;
        message.Headers.IfModifiedSince = request.ModifiedSince;
        if (request.Body is { } body)
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.Headers.Date is { } date)
            Volatile.Write(ref serverTicks, date.UtcTicks);
        var most = response.IsSuccessStatusCode ? options.MaxResponseBytes : MostOfErrorBody;
        var (bytes, isWhole) = await BoundedBody.ReadAsync(response.Content, most, cancellation);
        var answer = GitHubAnswer.Of(response, bytes, time.GetUtcNow()) with { CacheKey = key };
        RequestsLeft = RateLimit.LeftOf(answer) ?? RequestsLeft;
        if (kept is not null && answer.Status == HttpStatusCode.NotModified)
            return answer with { Status = HttpStatusCode.OK, Body = kept.Body.ToArray(), Link = answer.Link ?? kept.Link, IsKept = true };
        return isWhole || !answer.IsSuccess ? answer : throw Failures.Unreadable(request, answer, $"it has more than {most} bytes.");
    }

    private static bool IsTag(string text) => text.Length is > 0 and <= 200 && text.All(c => c is > ' ' and <= '~');

    private Uri AddressOf(string path) => new(path.StartsWith('/') ? baseAddress + path : path);

    // Scheme and port count too: the same host in the clear, or another program on it, must not be given the token.
    private bool IsOurs(Uri address) => address.UserInfo.Length == 0 && Uri.Compare(
        address, options.BaseAddress, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    internal static SocketsHttpHandler DefaultHandler(Uri address) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !address.IsLoopback,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
