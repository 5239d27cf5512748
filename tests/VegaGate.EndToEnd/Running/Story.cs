using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VegaGate.EndToEnd.Running;

/// <summary>A team that walks a checklist: it does what the gate asks for.</summary>
internal sealed partial class Story : IDisposable
{
    public const string GoLive = "checklists/examples/vega77-go-live.yaml";
    public const string Protocol = "checklists/examples/vauntico-deployment.yaml";

    private static readonly Dictionary<string, string> Speakers = new(StringComparer.Ordinal)
    {
        ["Zev"] = "zev",
        ["RR"] = "rr",
        ["Kate"] = "kate",
        ["Ops"] = "ops-lead",
        ["Ops lead"] = "ops-lead",
        ["CS"] = "cs-lead",
        ["CS lead"] = "cs-lead",
        ["Kilo (Development)"] = "kilo-1",
        ["Cline (Operations)"] = "cline-1",
    };

    private Story(Workspace workspace, string list)
    {
        Workspace = workspace;
        List = list;
    }

    public Workspace Workspace { get; }

    /// <summary>The path of the checklist.</summary>
    public string List { get; }

    public static async Task<Story> BeginAsync(string list)
    {
        var story = new Story(Workspace.WithRepositoryChecklists(), list);
        if (list == GoLive)
        {
            var today = DateTimeOffset.UtcNow;

            // They ask for a server and files that only the real one has.
            story.Workspace.Write(list, Probes.WithoutThem(story.Workspace.Read(list)));
            story.Workspace.Replace(list, "from: 2026-03-02T08:00:00Z", $"from: {Iso(today.AddDays(-1))}");
            story.Workspace.Replace(list, "to: 2026-03-02T16:00:00Z", $"to: {Iso(today.AddDays(1))}");
        }

        await story.ApplyAsync();
        return story;
    }

    public async Task<ProgramRun> ApplyAsync() => (await Workspace.RunAsync("apply", List)).Exits(0);

    public Task<ProgramRun> GateAsync(params string[] arguments) => Workspace.RunAsync(["gate", List, .. arguments]);

    public Task<ProgramRun> SayAsync(string id, string text, string speaker) => Workspace.RunAsync("say", id, text, "--as", speaker, "--checklists", List);

    public Task<ProgramRun> CloseAsync(string id, string speaker) => Workspace.RunAsync("say", id, "--close", "--as", speaker, "--checklists", List);

    public Task<ProgramRun> ReopenAsync(string id, string speaker) => Workspace.RunAsync("say", id, "--reopen", "--as", speaker, "--checklists", List);

    /// <summary>Lets somebody whom the gate names sign off each item that it holds for.</summary>
    public async Task SignOffWhatHoldsAsync(params string[] arguments)
    {
        var answer = JsonDocument.Parse((await GateAsync([.. arguments, "--format", "json"])).Exits(1).Output).RootElement;
        foreach (var item in answer.GetProperty("checklists").EnumerateArray().SelectMany(list => list.GetProperty("items").EnumerateArray()))
        {
            var id = item.GetProperty("id").GetString()!.Split('/', 2)[1];
            var speaker = item.GetProperty("waits-for").EnumerateArray().Select(name => Speakers.GetValueOrDefault(name.GetString()!)).FirstOrDefault(name => name is not null);
            if (item.GetProperty("verdict").GetString() is "pending" or "fail" && speaker is not null && !id.StartsWith('#'))
                (await SayAsync(id, "/done", speaker)).Exits(0);
        }
    }

    /// <summary>The two lines on an item in the gate's details: verdict, reason and title; then the sentence.</summary>
    public async Task<string> VerdictAsync(string title)
    {
        var lines = (await GateAsync("--details")).Lines;
        var at = Array.FindIndex(lines, line => Detail().IsMatch(line) && line[44..].StartsWith(title, StringComparison.Ordinal));
        at.Should().BeGreaterThan(0, "the details show {0}", title);
        return $"{string.Join(' ', lines[at][..44].Split(' ', StringSplitOptions.RemoveEmptyEntries))}: {lines[at + 1].Trim()}";
    }

    public void Dispose() => Workspace.Dispose();

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex("^  (?:pass|pending|fail|waived|not-applicable) ", RegexOptions.NonBacktracking)]
    private static partial Regex Detail();
}
