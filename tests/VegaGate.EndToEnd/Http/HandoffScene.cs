using System.Globalization;
using System.Text.Json.Nodes;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>The example of a hand-off protocol in a repository of its own, with two teams, a pull request that waits, and GitHub's clock in the test's hands: it stands still.</summary>
internal sealed class HandoffScene : IDisposable
{
    public const string List = "vauntico-deployment";

    /// <summary>A Monday, at midnight.</summary>
    private static readonly DateTimeOffset FirstDay = new(2026, 1, 12, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] People = ["kilo-1", "kilo-2", "cline-1", "cline-2", "team-lead", "executive"];

    private readonly GitHubEmulator _github;

    private HandoffScene(GitHubEmulator github, Checkout checkout, int pull) => (_github, Checkout, Pull) = (github, checkout, pull);

    public Checkout Checkout { get; }

    /// <summary>The number of the pull request that is to be merged.</summary>
    public int Pull { get; }

    /// <summary>The list is synced at 07:00 of the first day.</summary>
    public static async Task<HandoffScene> CreateAsync(GitHubEmulator github)
    {
        await github.SetTimeAsync(FirstDay.AddHours(7));
        foreach (var login in People)
            await github.RegisterTokenAsync(TestSeed.TokenOf(login), new { login });
        await github.SeedAsync(new { owner = "acme", name = "widgets", collaborators = new Dictionary<string, string>(StringComparer.Ordinal) { ["kilo-1"] = "triage" } });
        await github.SetTeamAsync("kilo", "kilo-1", "kilo-2");
        await github.SetTeamAsync("cline", "cline-1", "cline-2");
        await github.SeedAsync(new { owner = "acme", name = "widgets", commits = new object[] { new { sha = new string('a', 40), branch = "topic" } } });
        var pull = (await github.SendAsync(HttpMethod.Post, "pulls", TestSeed.Admin, new { title = "Secrets", head = "topic", @base = "main" }, 201))!["number"]!.GetValue<int>();
        var scene = new HandoffScene(github, await Checkout.CreateAsync(github, await ListOfAsync(pull)), pull);
        await github.RegisterTokenAsync(Checkout.Token, new
        {
            login = TestSeed.Bot,
            type = "Bot",
            permissions = new { contents = "read", issues = "write", statuses = "write", members = "read", pull_requests = "read" },
            repository = TestSeed.Repository,
        });
        await scene.CheckOutAsync();
        return scene;
    }

    public void Dispose() => Checkout.Dispose();

    public static string Handoff(string phase) => $"{List}/#handoff/{phase}";

    /// <summary>It is that time of that day; the first one is a Monday.</summary>
    public Task AtAsync(string time, int day = 0) => _github.SetTimeAsync(FirstDay.AddDays(day) + TimeSpan.ParseExact(time, @"hh\:mm", CultureInfo.InvariantCulture));

    /// <summary>The gate for a pull request into a release branch, where it blocks: the emulator cannot compare a commit that came with files with a branch, which a release asks for.</summary>
    public Task<ProgramRun> RunAsync(string command, params string[] arguments) =>
        Checkout.RunAsync(command, command == "gate" ? Events.PullRequest("release/1") : new WorkflowRun("status-update.yml", "schedule") { Payload = new JsonObject { ["schedule"] = "0 7 * * *" } }, arguments);

    /// <summary>The first of a command's JSON lists.</summary>
    public async Task<JsonNode> AnswerAsync(string command) => JsonNode.Parse((await RunAsync(command, "--format", "json")).Exits(0).Output)!["checklists"]![0]!;

    public async Task SaysAsync(string login, string identity, params string[] texts)
    {
        foreach (var text in texts)
            await _github.CommentAsync(login, (await _github.IssueAsync(identity)).Number, text);
        await Checkout.RespondAsync();
    }

    /// <summary>Every item of a phase is signed off.</summary>
    public async Task SignsOffAsync(string login, int phase)
    {
        foreach (var issue in await _github.ItemsAsync())
        {
            if (issue.IsOpen && issue.Identity.StartsWith($"{List}/{phase.ToString(CultureInfo.InvariantCulture)}.", StringComparison.Ordinal))
                await _github.CommentAsync(login, issue.Number, "/done");
        }

        await Checkout.RespondAsync();
    }

    public Task MergeAsync() => _github.SendAsync(HttpMethod.Put, $"pulls/{Pull}/merge", TestSeed.Admin, new { }, 200);

    /// <summary>The commit with the file is what is checked out from then on.</summary>
    public async Task CommitAsync(string path, string text)
    {
        await _github.SeedAsync(new { owner = "acme", name = "widgets", files = new Dictionary<string, string>(StringComparer.Ordinal) { [path] = text } });
        await CheckOutAsync();
    }

    /// <summary>The comments on an issue that are ours, oldest first.</summary>
    public async Task<string[]> SaidAsync(string identity) =>
        [.. (await _github.CommentsAsync((await _github.IssueAsync(identity)).Number)).Where(comment => comment.Login == TestSeed.Bot).Select(comment => comment.Body)];

    private async Task CheckOutAsync() =>
        Checkout.CheckOut((await _github.SendAsync(HttpMethod.Get, "git/ref/heads/main", TestSeed.Admin, null, 200))!["object"]!["sha"]!.GetValue<string>());

    private static async Task<string> ListOfAsync(int pull) =>
        (await File.ReadAllTextAsync(Path.Combine(Repository.Checklists, "examples", $"{List}.yaml")))
            .Replace("vauntico.example/", "acme/", StringComparison.Ordinal)
            .Replace(".example", "", StringComparison.Ordinal)
            .Replace("pull-request: 7", $"pull-request: {pull.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal);
}
