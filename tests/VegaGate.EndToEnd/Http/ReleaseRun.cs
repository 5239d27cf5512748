using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// A run of the release's workflow, as GitHub keeps it: in the emulator stands where it is, and the local runner really runs its jobs, in a later attempt those that have
/// failed. That GitHub starts, re-runs and ends runs in this way is the proxy's own word.
/// </summary>
internal sealed class ReleaseRun : IDisposable
{
    private readonly TestRepository _repository;
    private readonly GitHubEmulator _github;
    private readonly WorkflowRun _happened;
    private readonly long _id;
    private readonly string _report = Path.GetTempFileName();

    private ReleaseRun(TestRepository repository, GitHubEmulator github, WorkflowRun happened, long id) => (_repository, _github, _happened, _id) = (repository, github, happened, id);

    public int Attempt { get; private set; }

    /// <summary>Every attempt, in their order.</summary>
    public List<WorkflowReport> Reports { get; } = [];

    /// <summary>How often something was released.</summary>
    public int Deploys => Reports.Sum(report => report.Log.Count(line => line.Job == "deploy" && line.Text.StartsWith("released ", StringComparison.Ordinal)));

    /// <summary>The first attempt runs.</summary>
    /// <param name="happened">What started it; null: somebody tags the head and pushes the tag.</param>
    public static async Task<ReleaseRun> StartAsync(TestRepository repository, GitHubEmulator github, string tag, WorkflowRun? happened = null)
    {
        if (happened is null)
            await repository.TagAsync(tag);
        happened ??= Events.Tag(tag);
        var row = await github.StartRunAsync(happened.Workflow, repository.Head, tag, happened.Event);
        var run = new ReleaseRun(repository, github, happened, row["id"]!.GetValue<long>());
        await run.RunAsync(null);
        return run;
    }

    /// <summary>Runs the attempt that somebody asked for; null where nobody did.</summary>
    public async Task<WorkflowReport?> RunAgainAsync(string by = TestSeed.Bot) =>
        (await FindAsync())["status"]!.GetValue<string>() == "queued" ? await RunAsync(by) : null;

    public async Task<JsonNode> FindAsync() => (await _github.SendAsync(HttpMethod.Get, $"actions/runs/{_id}", TestSeed.Admin, null, 200))!;

    public void Dispose() => File.Delete(_report);

    private async Task<WorkflowReport> RunAsync(string? by)
    {
        Attempt++;
        await _github.SetRunAsync(_id, "in_progress", null);
        List<string> more = ["--run-id", $"{_id}", "--run-attempt", $"{Attempt}"];
        if (by is not null)
            more.AddRange(["--triggering-actor", by, "--previous", _report]);
        var report = await (_happened with { More = [.. _happened.More, .. more], KeptReport = _report }).RunAsync(_repository, _github);
        await _github.SetRunAsync(_id, "completed", report.Result);
        Reports.Add(report);
        return report;
    }
}
