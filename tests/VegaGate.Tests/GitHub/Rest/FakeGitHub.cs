using System.Net;
using System.Text;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

/// <summary>Answers requests from a script, and keeps what was asked.</summary>
internal sealed class FakeGitHub : HttpMessageHandler
{
    public const string Token = "ghs_0123456789abcdefSECRET";

    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> script = [];

    public FakeGitHub(GitHubConnectionOptions? options = null)
    {
        Connection = new GitHubConnection(options ?? new GitHubConnectionOptions { Token = Token, Version = "1.2.3" }, Time, this);
        RepositoryName.TryParse("acme/widgets", out var repository).Should().BeTrue();
        Repository = repository!;
        Tracker = new GitHubIssueTracker(Connection, Repository, new Actor("github-actions[bot]", 41898282, IsBot: true));
    }

    public ManualTimeProvider Time { get; } = new();

    public GitHubConnection Connection { get; }

    public RepositoryName Repository { get; }

    public GitHubIssueTracker Tracker { get; }

    public List<Asked> Requests { get; } = [];

    public IEnumerable<string> Lines => Requests.Select(request => request.Line);

    public FakeGitHub Answers(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers)
    {
        script.Enqueue((_, _) =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            foreach (var (name, value) in headers)
                response.Headers.TryAddWithoutValidation(name, value);
            return Task.FromResult(response);
        });
        return this;
    }

    public FakeGitHub Answers(string body, params (string Name, string Value)[] headers) => Answers(HttpStatusCode.OK, body, headers);

    public FakeGitHub Throws(Exception exception)
    {
        script.Enqueue((_, _) => Task.FromException<HttpResponseMessage>(exception));
        return this;
    }

    public FakeGitHub Hangs()
    {
        script.Enqueue(async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            throw new InvalidOperationException();
        });
        return this;
    }

    /// <summary>The failure of an operation on this GitHub, whose every text is free of the token.</summary>
    public TrackerException Failure<T>(Func<Task<T>> operation)
    {
        var exception = FluentActions.Invoking(() => Time.Run(operation)).Should().ThrowExactly<TrackerException>().Which;
        exception.ToString().Should().NotContainEquivalentOf(Token);
        return exception;
    }

    public TrackerException FailureOfTask(Func<Task> operation) => Failure(async () =>
    {
        await operation();
        return true;
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add(new Asked(
            $"{request.Method} {request.RequestUri!.PathAndQuery}",
            request.RequestUri.Host,
            body,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            Time.Elapsed));
        script.Should().NotBeEmpty($"there was to be no further request, such as {request.RequestUri}");
        return await script.Dequeue()(request, cancellationToken);
    }

    public sealed record Asked(string Line, string Host, string Body, Dictionary<string, string> Headers, TimeSpan At);
}

internal static class Samples
{
    public static string Issue(int number, string more = "", string label = "vegagate", string state = "open", string created = "2026-03-01T08:00:00Z") =>
        $$"""
        {"number":{{number}},"title":"Issue {{number}}","state":"{{state}}","created_at":"{{created}}","updated_at":"2026-03-01T09:00:00Z",
         "body":"text","user":{"login":"github-actions[bot]","id":41898282,"type":"Bot"},"labels":[{"name":"{{label}}"}],"assignees":[],
         "html_url":"https://github.com/acme/widgets/issues/{{number}}"{{more}}}
        """;
}
