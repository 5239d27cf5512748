using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>One run of a workflow: the event, and where the runner finds what it needs.</summary>
internal sealed record WorkflowRun(string Workflow, string Event)
{
    public JsonObject Payload { get; init; } = [];

    public string Ref { get; init; } = "refs/heads/main";

    /// <summary>The commit; the repository's head unless said.</summary>
    public string? Sha { get; init; }

    /// <summary>Further arguments of the runner.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>A file that keeps the report; null: nobody needs it.</summary>
    public string? KeptReport { get; init; }

    public async Task<WorkflowReport> RunAsync(TestRepository repository, GitHubEmulator github)
    {
        var folder = Directory.CreateTempSubdirectory("vegagate-run-").FullName;
        try
        {
            var payload = Path.Combine(folder, "payload.json");
            var report = Path.Combine(folder, "report.json");
            await File.WriteAllTextAsync(payload, Payload.ToJsonString());
            List<string> arguments =
            [
                Path.Combine(repository.Folder, ".github", "workflows", Workflow), "--repo", repository.Folder, "--event", Event, "--payload", payload, "--ref", Ref, "--sha", Sha ?? repository.Head,
                "--repository", TestSeed.Repository, "--proxy", github.Address.AbsoluteUri.TrimEnd('/'), "--json", report, "--quiet", "--pass-env", "VEGAGATE_WRITE_SPACING",
                "--map", "actions/setup-dotnet=noop", "--map", "actions/setup-node=noop", "--map", "actions/cache=noop",
                "--map", "actions/upload-artifact=noop", "--map", "actions/attest=noop", "--work", Path.Combine(folder, "work"),
                .. More,
            ];
            var run = await NodeScript.RunAsync("run-workflow.mjs", arguments, TimeSpan.FromMinutes(4));
            var result = WorkflowReport.Read(await File.ReadAllTextAsync(report));
            result.Result.Should().NotBe("refused", "{0}", run);
            if (KeptReport is not null)
                File.Copy(report, KeptReport, overwrite: true);
            return result;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
