using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// A GitHub of one's own on this machine: the emulator behind the proxy that checks every request against GitHub's REST description. It ends when its
/// standard input closes, so also when this process is killed.
/// </summary>
internal sealed class GitHubEmulator : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private GitHubEmulator(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("end-to-end-tests", "1"));
        http.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.github+json");
        http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
    }

    public Uri Address { get; }

    public static async Task<GitHubEmulator> StartAsync(JsonObject seed)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, seed.ToJsonString());
        var description = NodeScript.Describe("emulator.mjs", [file]);
        var started = Process.Start(description) ?? throw new InvalidOperationException("The emulator did not start.");
        var errors = started.StandardError.ReadToEndAsync();
        var line = await started.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))
            ?? throw new InvalidOperationException($"The emulator ended: {await errors}");
        File.Delete(file);
        var address = JsonNode.Parse(line)!["url"]!.GetValue<string>();
        return new GitHubEmulator(started, new Uri(address));
    }

    /// <summary>What was asked since the start or the last <see cref="ResetAsync"/>.</summary>
    public async Task<LoggedRequest[]> RequestsAsync() => await ReadAsync<LoggedRequest[]>(HttpMethod.Get, "requests");

    /// <summary>What was asked with the token of a job.</summary>
    public async Task<LoggedRequest[]> RequestsOfJobsAsync() => [.. (await RequestsAsync()).Where(request => request.Login == TestSeed.Bot)];

    /// <summary>What broke GitHub's REST description, a line each.</summary>
    public async Task<string[]> ViolationsAsync() =>
        [.. (await ReadAsync<JsonElement[]>(HttpMethod.Get, "violations")).Select(violation => violation.GetRawText())];

    public Task SetFaultsAsync(params object[] faults) => ControlAsync(HttpMethod.Put, "faults", faults);

    /// <summary>How often a fault that was set has come since.</summary>
    public async Task<int> FiredFaultsAsync() => (await ReadAsync<JsonElement[]>(HttpMethod.Get, "faults")).Sum(fault => fault.GetProperty("fired").GetInt32());

    /// <summary>Clears the log, the faults and the limits; the data stays.</summary>
    public Task ResetAsync() => ControlAsync(HttpMethod.Post, "reset", null);

    /// <summary>How often the faults that are set have struck.</summary>
    public async Task<int> FaultsFiredAsync() => (await ReadAsync<JsonElement[]>(HttpMethod.Get, "faults")).Sum(fault => fault.GetProperty("fired").GetInt32());

    /// <summary>Keeps all that the repositories hold, for <see cref="RestoreAsync"/>.</summary>
    public Task SaveAsync() => ControlAsync(HttpMethod.Post, "snapshot", null);

    /// <summary>Puts everything back as it was when it was saved.</summary>
    public Task RestoreAsync() => ControlAsync(HttpMethod.Post, "restore", null);

    public Task RegisterTokenAsync(string token, object record) => ControlAsync(HttpMethod.Put, "tokens", new Dictionary<string, object>(StringComparer.Ordinal) { [token] = record });

    /// <summary>Adds to a repository, in the form of the seed file.</summary>
    public Task SeedAsync(object repository) => ControlAsync(HttpMethod.Post, "seed", repository);

    /// <summary>Moves GitHub's clock away from that of this machine.</summary>
    public Task SetClockAsync(int offsetSeconds) => ControlAsync(HttpMethod.Put, "clock", new { offsetSeconds });

    /// <summary>Lets it stand still at a time.</summary>
    public Task SetTimeAsync(DateTimeOffset time) => ControlAsync(HttpMethod.Put, "clock", new { at = time });

    /// <summary>Lets it stand still, so that two runs are at the same time.</summary>
    public Task StopClockAsync() => ControlAsync(HttpMethod.Put, "clock", new { offsetSeconds = 0, stopped = true });

    /// <summary>Makes a team of the organization, or gives it other members.</summary>
    public Task SetTeamAsync(string slug, params string[] members) => ControlAsync(HttpMethod.Put, "team", new { organization = "acme", slug, members });

    /// <summary>A run of a workflow begins; gives its row.</summary>
    /// <param name="reference">The branch or tag.</param>
    public async Task<JsonNode> StartRunAsync(string workflow, string sha, string reference, string happened, int attempt = 1, string status = "in_progress", string? conclusion = null) => (await ControlAsync(
        HttpMethod.Post, "run", new { repository = TestSeed.Repository, workflow, head_sha = sha, head_branch = reference, @event = happened, status, conclusion, run_attempt = attempt }))!;

    public Task SetRunAsync(long id, string status, string? conclusion) => ControlAsync(HttpMethod.Put, "run", new { repository = TestSeed.Repository, id, status, conclusion });

    /// <summary>Writes an event in somebody's name that no request can.</summary>
    public Task ActAsync(int number, string name, string actor, string? commit, string? app, string? at) => ControlAsync(HttpMethod.Post, "timeline", new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["repository"] = TestSeed.Repository,
        ["number"] = number,
        ["event"] = name,
        ["actor"] = actor,
        ["commit_id"] = commit,
        ["via_app"] = app,
        ["created_at"] = at,
    });

    /// <summary>Sends what a person would, and demands the status of the answer.</summary>
    public async Task<JsonNode?> SendAsync(HttpMethod method, string path, string login, object? body, int status)
    {
        using var request = new HttpRequestMessage(method, $"repos/{TestSeed.Repository}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TestSeed.TokenOf(login));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).Should().Be(status, "of {0} {1} by {2}: {3}", method, path, login, text);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    /// <summary>Every issue, as an administrator sees it, oldest first.</summary>
    public async Task<EmulatedIssue[]> IssuesAsync()
    {
        var issues = new List<EmulatedIssue>();
        while (true)
        {
            var page = (await SendAsync(HttpMethod.Get, $"issues?state=all&sort=created&direction=asc&per_page=100&page={issues.Count / 100 + 1}", TestSeed.Admin, null, 200))!.AsArray();
            issues.AddRange(page.Select(issue => EmulatedIssue.Read(issue!)));
            if (page.Count < 100)
                return [.. issues];
        }
    }

    /// <summary>The issues of items and hand-offs, oldest first: all but those that say where a list stands.</summary>
    public async Task<EmulatedIssue[]> ItemsAsync() => [.. (await IssuesAsync()).Where(issue => !issue.Identity.EndsWith("/#tracking", StringComparison.Ordinal))];

    /// <summary>The issue of an item, found by its marker.</summary>
    public async Task<EmulatedIssue> IssueAsync(string identity) => (await IssuesAsync()).Single(issue => issue.Identity == identity);

    /// <summary>The comments of one issue, oldest first: who, and what.</summary>
    public async Task<(string Login, string Body)[]> CommentsAsync(int number) =>
        [.. (await SendAsync(HttpMethod.Get, $"issues/{number}/comments?per_page=100", TestSeed.Admin, null, 200))!.AsArray()
            .Select(comment => (comment!["user"]!["login"]!.GetValue<string>(), comment["body"]!.GetValue<string>()))];

    /// <summary>Somebody comments; returns the id of the comment.</summary>
    public async Task<long> CommentAsync(string login, int number, string body) =>
        (await SendAsync(HttpMethod.Post, $"issues/{number}/comments", login, new { body }, 201))!["id"]!.GetValue<long>();

    public Task CloseAsync(string login, int number, int status = 200) =>
        SendAsync(HttpMethod.Patch, $"issues/{number}", login, new { state = "closed", state_reason = "completed" }, status);

    /// <summary>As an administrator can: the issue is gone for good.</summary>
    public Task DeleteAsync(int number) => ControlAsync(HttpMethod.Post, "delete-issue", new { repository = TestSeed.Repository, number });

    /// <summary>Somebody moves the issue to <c>acme/elsewhere</c>.</summary>
    public Task TransferAsync(int number) => ControlAsync(HttpMethod.Post, "transfer-issue", new { repository = TestSeed.Repository, number, to = TestSeed.Elsewhere, to_number = 1 });

    /// <summary>The latest commit status of each context.</summary>
    public async Task<JsonArray> StatusesAsync(string sha) => (await SendAsync(HttpMethod.Get, $"commits/{sha}/status", TestSeed.Admin, null, 200))!["statuses"]!.AsArray();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task<T> ReadAsync<T>(HttpMethod method, string name) => (await ControlAsync(method, name, null)).Deserialize<T>(JsonSerializerOptions.Web)!;

    private async Task<JsonNode?> ControlAsync(HttpMethod method, string name, object? body)
    {
        using var request = new HttpRequestMessage(method, $"__proxy/{name}");
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue("the proxy takes {0}: {1}", name, text);
        return JsonNode.Parse(text);
    }
}
