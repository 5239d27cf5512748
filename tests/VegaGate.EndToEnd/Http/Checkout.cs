using System.Security.Cryptography;
using System.Text.Json.Nodes;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// The folder of a job in which the program runs as the action starts it: with the runner's variables, the event's payload in a file, and the job's token. Without
/// the runner around it, so that a test can afford many runs.
/// </summary>
internal sealed class Checkout : IDisposable
{
    public const string Token = "job-token";

    private readonly Workspace _workspace = new();
    private readonly GitHubEmulator _github;
    private readonly TimeSpan _patience;

    private Checkout(GitHubEmulator github, TimeSpan patience) => (_github, _patience) = (github, patience);

    /// <summary>The commit of <c>main</c> that is checked out.</summary>
    public string Sha { get; private set; } = "";

    /// <summary>What the last step left as outputs.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; private set; } = VegaGateProgram.NoVariables;

    public string Folder => _workspace.Folder;

    /// <summary>Where the step runs, below the workspace.</summary>
    public string WorkingDirectory { get; set; } = "";

    /// <summary>Where the step finds programs; nowhere unless said.</summary>
    public string SearchPath { get; set; } = "";

    /// <summary>A checkout of a commit that GitHub knows; its list is synced.</summary>
    /// <param name="patience">For one run; a minute unless said.</param>
    public static async Task<Checkout> CreateAsync(GitHubEmulator github, string list, TimeSpan? patience = null, string configuration = "")
    {
        var checkout = new Checkout(github, patience ?? TimeSpan.FromMinutes(1));
        await github.RegisterTokenAsync(Token, new
        {
            login = TestSeed.Bot,
            type = "Bot",
            permissions = new { contents = "read", issues = "write", statuses = "write", members = "read", actions = "write" },
            repository = TestSeed.Repository,
        });
        checkout.Write("budget: { per-run: 5000, per-hour: 5000, reserve: 1 }\n" + configuration, ".vegagate.yaml");
        checkout.Write(list);
        checkout.Sha = await checkout.CommitAsync("main");
        (await checkout.ApplyAsync()).Exits(0);
        return checkout;
    }

    public void Dispose() => _workspace.Dispose();

    public Checkout Write(string list, string path = TestRepository.List)
    {
        _workspace.Write(path, list);
        return this;
    }

    /// <summary>Another commit that GitHub knows is the one of the run.</summary>
    public void CheckOut(string sha) => Sha = sha;

    public string Read(string path) => _workspace.Read(path);

    /// <summary>GitHub learns of a commit on a branch.</summary>
    public async Task<string> CommitAsync(string branch, string? parent = null)
    {
        var sha = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        await _github.SeedAsync(parent is null
            ? new { owner = "acme", name = "widgets", commits = new object[] { new { sha, branch } } }
            : new { owner = "acme", name = "widgets", commits = new object[] { new { sha, branch, parents = new[] { parent } } } });
        return sha;
    }

    public Task<ProgramRun> ApplyAsync() => RunAsync("apply", Events.Push());

    /// <summary>Answers an event; null: a schedule calls.</summary>
    public async Task<ProgramRun> RespondAsync(WorkflowRun? happened = null) => (await RunAsync("respond", happened ?? Schedule)).Exits(0);

    /// <summary>Asks the gate, by default for what is on <c>main</c>.</summary>
    public Task<ProgramRun> GateAsync(WorkflowRun? happened = null) => RunAsync("gate", happened ?? Events.Push());

    /// <summary>The gate holds, with exit code 1, for this reason.</summary>
    public async Task HoldsAsync(string reason, WorkflowRun? happened = null)
    {
        var run = (await GateAsync(happened)).Exits(1);
        Outputs.Should().Contain("decision", "hold").And.Contain("reason-code", reason, "of {0}", run);
    }

    /// <summary>The gate lets through, with exit code 0.</summary>
    public async Task GoesAsync()
    {
        var run = (await GateAsync()).Exits(0);
        Outputs.Should().Contain("decision", "pass").And.Contain("reason-code", "signed-off", "of {0}", run);
    }

    public async Task<ProgramRun> RunAsync(string command, WorkflowRun happened, params string[] arguments)
    {
        var files = Directory.CreateTempSubdirectory("vegagate-step-").FullName;
        try
        {
            var payload = Path.Combine(files, "event.json");
            var output = Path.Combine(files, "output");
            await File.WriteAllTextAsync(payload, happened.Payload.ToJsonString());
            await File.WriteAllTextAsync(output, "");
            var step = VegaGateProgram.Describe(
                Path.Combine(Folder, WorkingDirectory),
                VegaGateProgram.Variables(
                    ("CI", "true"),
                    ("GITHUB_ACTIONS", "true"),
                    ("GITHUB_REPOSITORY", TestSeed.Repository),
                    ("GITHUB_API_URL", _github.Address.AbsoluteUri.TrimEnd('/')),
                    ("GITHUB_SERVER_URL", "https://github.com"),
                    ("GITHUB_EVENT_NAME", happened.Event),
                    ("GITHUB_EVENT_PATH", payload),
                    ("GITHUB_WORKSPACE", Folder),
                    ("GITHUB_REF", happened.Ref),
                    ("GITHUB_BASE_REF", happened.Payload["pull_request"]?["base"]?["ref"]?.GetValue<string>() ?? ""),
                    ("GITHUB_SHA", happened.Sha ?? Sha),
                    ("PATH", SearchPath),
                    ("GITHUB_RUN_ID", "77"),
                    ("GITHUB_OUTPUT", output),
                    ("GITHUB_STEP_SUMMARY", Path.Combine(files, "summary")),
                    ("GITHUB_TOKEN", Token),
                    ("VEGAGATE_WRITE_SPACING", "0")),
                Repository.Program,
                [command, .. arguments, "--", "checklists"]);
            var run = await VegaGateProgram.RunAsync(step, _patience);
            Outputs = ReadOutputs(await File.ReadAllLinesAsync(output));
            return run;
        }
        finally
        {
            Directory.Delete(files, recursive: true);
        }
    }

    private static WorkflowRun Schedule => new("respond.yml", "schedule") { Payload = new JsonObject { ["schedule"] = "0 * * * *" } };

    /// <summary>"name&lt;&lt;delimiter", the lines of the value, and the delimiter.</summary>
    private static Dictionary<string, string> ReadOutputs(string[] lines)
    {
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].Split("<<", 2) is not [var name, var delimiter])
                continue;
            var end = Array.IndexOf(lines, delimiter, at + 1);
            outputs[name] = string.Join('\n', lines[(at + 1)..end]);
            at = end;
        }

        return outputs;
    }
}
