using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>The program itself against the emulated GitHub, without a workflow around it: many runs in a short time.</summary>
internal sealed class Syncs : IDisposable
{
    private const string Token = "ghs_of_the_syncs";

    private readonly GitHubEmulator github;
    private readonly Workspace workspace = new();

    private Syncs(GitHubEmulator github) => this.github = github;

    public Workspace Workspace => workspace;

    public static async Task<Syncs> CreateAsync(GitHubEmulator github)
    {
        await github.RegisterTokenAsync(
            Token,
            new { login = TestSeed.Bot, id = 41898282, type = "Bot", permissions = new { contents = "read", issues = "write", metadata = "read" }, repository = TestSeed.Repository });
        return new Syncs(github);
    }

    public IReadOnlyDictionary<string, string> Variables => VegaGateProgram.Variables(
        ("GITHUB_TOKEN", Token), ("GITHUB_API_URL", github.Address.AbsoluteUri.TrimEnd('/')), ("GITHUB_REPOSITORY", TestSeed.Repository), ("VEGAGATE_WRITE_SPACING", "0"));

    /// <summary>A list with items of one owner each.</summary>
    public Syncs Write(string slug, IEnumerable<(string Id, string Pass)> items, string more = "")
    {
        var text = $"checklist: {slug}\ntitle: {slug}\n{more}people:\n  zev: {{ name: Zev, github: zev }}\n  kate: {{ name: Kate, github: kate }}\nsections:\n  - id: all\n    title: All\n    items:\n";
        var lines = items.Select((item, index) => $"      - {{ id: \"{item.Id}\", title: Item {item.Id}, owners: [{(index % 2 == 0 ? "zev" : "kate")}], pass: \"{item.Pass}\" }}\n");
        workspace.Write("checklists/list.yaml", text + string.Concat(lines));
        return this;
    }

    public Task<ProgramRun> RunAsync(params string[] arguments) => workspace.RunAsync(Variables, [.. arguments, "--tracker", "github"]);

    /// <summary>Nothing is kept from run to run, so that every request is counted.</summary>
    public Task<ProgramRun> RunFreshAsync(params string[] arguments)
    {
        Forget();
        return RunAsync(arguments);
    }

    /// <summary>The same in this process, with all pauses, by a clock that leaps over them.</summary>
    public Task<ProgramRun> RunFreshAsync(LeapingTime time, params string[] arguments)
    {
        Forget();
        var spaced = Variables.Where(variable => variable.Key != "VEGAGATE_WRITE_SPACING").ToDictionary(StringComparer.Ordinal);
        return InProcess.RunAsync(workspace.Folder, spaced, time, [.. arguments, "--tracker", "github"]);
    }

    private void Forget()
    {
        if (Directory.Exists(workspace.PathOf(".vegagate")))
            Directory.Delete(workspace.PathOf(".vegagate"), recursive: true);
    }

    public void Dispose() => workspace.Dispose();
}
