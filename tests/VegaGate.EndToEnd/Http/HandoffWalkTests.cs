using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// The example of a hand-off protocol, walked through its first phase with GitHub's clock in the test's hands. The timeline and the clock are the proxy's own word, no
/// independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class HandoffWalkTests : HttpTests
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;
    private const string List = "vauntico-deployment";
    private const string Handoff = $"{List}/#handoff/secrets-and-merge";

    private static readonly string[] People = ["kilo-1", "kilo-2", "cline-1", "cline-2", "team-lead", "executive"];

    private Checkout? _checkout;

    private Checkout Checkout => _checkout ?? throw new InvalidOperationException("Nothing is checked out yet.");

    [Fact]
    public async Task The_first_phase_is_done_refused_while_artifacts_are_missing_accepted_by_the_other_team_and_the_second_opens()
    {
        var pull = await ProposeAsync();
        using var made = _checkout = await CreateAsync(pull);
        (await ReportAsync()).Should().BeNull("nobody has begun");

        for (var item = 1; item <= 6; item++)
            await SaysAsync("kilo-1", $"{List}/1.{item}", "/done");
        await SaysAsync("cline-1", $"{List}/2.1", "/start");
        (await ReportAsync())!["parts"]!["done"]!.AsArray().Should().HaveCount(6);
        (await StateAsync(0)).Should().Be("2 of 4 artifacts missing");
        (await StateAsync(1)).Should().Be("waits for phase 1; 1 begun early");
        await RefusesAsync("artifact-missing", $"2 artifacts are missing: SECRETS_GENERATION_REPORT.md does not exist; pull request {pull} is not merged.");

        await PassAsync(Hour);
        await SaysAsync("kilo-1", Handoff, "/block critical the secrets are in the wrong vault");
        await PassAsync(90 * Minute);
        await SaysAsync("kilo-2", Handoff, "/unblock");
        await GitHub.SendAsync(HttpMethod.Put, $"pulls/{pull}/merge", TestSeed.Admin, new { }, 200);
        await RefusesAsync("artifact-missing", "An artifact is missing: SECRETS_GENERATION_REPORT.md does not exist.");
        await WriteAsync("SECRETS_GENERATION_REPORT.md");
        await RefusesAsync("handoff-not-accepted", "Ready: the giver has not asked for acceptance yet (`/done`).");

        await SaysAsync("kilo-1", Handoff, "/done");
        (await StateAsync(0)).Should().Be("waits for acceptance by Cline");
        await SaysAsync("kilo-2", Handoff, "/accept 5/5 2026-01-12 all of us");
        await SaysAsync("cline-1", Handoff, "/accept 5/5");
        (await GitHub.IssueAsync(Handoff)).IsOpen.Should().BeTrue("a giver does not receive, and a critical hand-off takes a note");
        await SaysAsync("cline-1", Handoff, "/accept 4/5 2026-01-12 kilo-1 and cline-1, minutes https://minutes.example/1");
        (await GitHub.IssueAsync(Handoff)).Should().BeEquivalentTo(new { IsOpen = false, Status = "done" });
        (await GitHub.CommentsAsync((await GitHub.IssueAsync(Handoff)).Number)).Last().Body.Should()
            .Contain("Accepted by cline-1, as kilo-1 asked for. Score: 4/5.\n\nNoted of 2026-01-12: kilo-1 and cline-1, minutes `https://minutes.example/1`\n\nSigned off by both:\n\n* All secrets generated and documented\n* PR `#7` ready for merge");

        (await RunAsync("gate", "--phase", "secrets-and-merge")).Exits(0).Output.Should().Contain("  Hand-off: Secrets & Merge: accepted. Accepted by cline-1.\n");
        (await StateAsync(0)).Should().MatchRegex(@"^accepted by cline-1 on \d{4}-\d\d-\d\d \(4/5\); 4 criteria signed off by both$");
        (await StateAsync(1)).Should().Be("7 of 7 items open; 1 begun early");
        await SaysAsync("cline-2", $"{List}/2.2", "/done");
        (await RunAsync("gate", "--phase", "validation")).Exits(1).Output.Should().Contain("  Hand-off: Validation: open. 6 of 7 items of the phase have not passed.\n");

        // The tracking issue shows the same matrix, and says it once.
        await Checkout.RespondAsync();
        (await GitHub.IssueAsync($"{List}/#tracking")).Body.Should().MatchRegex(@"\| 1\\?\. Secrets &amp; Merge \| Kilo \| Cline \| Secrets report, PR approval, Env config \| Secrets generated, PR ready, Config tested \| Kilo \| Cline \| Stakeholders \| accepted by cline-1 on ");
        await GitHub.ResetAsync();
        await Checkout.RespondAsync();
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);

        var update = await ReportAsync();
        update!["active"]!.AsArray().Select(phase => phase!.GetValue<string>()).Should().Equal("2. Validation");
        update["parts"]!["done"]!.AsArray().Should().HaveCount(8, "six items, the hand-off, and one item of the second phase");
        await MeasuresAsync();
        await SaysOnceAsync();
    }

    /// <summary>The numbers of this walk.</summary>
    private async Task MeasuresAsync()
    {
        var metrics = JsonNode.Parse((await RunAsync("metrics", "--format", "json")).Exits(0).Output)!["checklists"]![0]!["metrics"]!.AsArray().ToDictionary(metric => metric!["key"]!.GetValue<string>(), metric => metric!, StringComparer.Ordinal);

        metrics["handoff-quality"].ToJsonString().Should().Contain("\"number\":80").And.Contain("\"target\":90,\"met\":false");
        metrics["documentation"].ToJsonString().Should().Contain("\"number\":44.44").And.Contain("4 of 9: 2 found, 2 vouched for");
        metrics["blocker-resolution-critical-worst"]!["number"]!.GetValue<double>().Should().BeInRange(90, 92);
        metrics["blocker-resolution-critical-worst"]!["met"]!.GetValue<bool>().Should().BeTrue();
        metrics["phase-completion"]!["number"].Should().BeNull();
        metrics["phase-completion"]!["detail"]!.GetValue<string>().Should().Be("no item of a phase that is handed over has a `due` date, so there is no schedule; 1 of 5 phases are handed over");
    }

    /// <summary>Of two runs in one day, one says the update on the tracking issue; on the next day, what was told is not told again.</summary>
    private async Task SaysOnceAsync()
    {
        (await RunAsync("report", "--comment")).Exits(0);
        (await RunAsync("report", "--comment")).Exits(0).Output.Should().Contain("the next update is not due yet");
        (await UpdatesAsync()).Should().ContainSingle();
        Checkout.Outputs.Should().Contain("active", "true").And.ContainKey("email-subject");
        JsonDocument.Parse(Checkout.Outputs["slack"]).RootElement.GetProperty("blocks").GetArrayLength().Should().BePositive();

        await PassAsync(25 * Hour);
        (await RunAsync("report", "--comment")).Exits(0);
        (await UpdatesAsync()).Should().HaveCount(2).And.Subject.Last().Should().Contain("Nothing.").And.NotContain("accepted by cline-1 (4/5)\n");
    }

    private async Task<string[]> UpdatesAsync() =>
        [.. (await GitHub.CommentsAsync((await GitHub.IssueAsync($"{List}/#tracking")).Number)).Select(comment => comment.Body).Where(body => body.StartsWith("<!-- vegagate update=", StringComparison.Ordinal))];

    private async Task RefusesAsync(string reason, string sentence)
    {
        (await RunAsync("gate", "--phase", "secrets-and-merge")).Exits(1).Output.Should().Contain($"  {sentence}\n".TrimStart());
        Checkout.Outputs.Should().Contain("reason-code", reason);
    }

    private async Task<string> StateAsync(int phase) =>
        JsonNode.Parse((await RunAsync("matrix", "--format", "json")).Exits(0).Output)!["checklists"]![0]!["phases"]![phase]!["state"]!.GetValue<string>();

    /// <summary>The update of everything; null where no phase is active.</summary>
    private async Task<JsonNode?> ReportAsync() =>
        JsonNode.Parse((await RunAsync("report", "--format", "json", "--since", "2020-01-01")).Exits(0).Output.Split('\n').First(line => line.StartsWith('{')))!["updates"]!.AsArray().FirstOrDefault();

    /// <summary>The gate for a pull request into a release branch, where it blocks: the emulator cannot compare a commit that came with files with a branch, which a release asks for.</summary>
    private Task<ProgramRun> RunAsync(string command, params string[] arguments) =>
        Checkout.RunAsync(command, command == "gate" ? Events.PullRequest("release/1") : new WorkflowRun("status-update.yml", "schedule") { Payload = new JsonObject { ["schedule"] = "0 7 * * *" } }, arguments);

    private async Task SaysAsync(string login, string identity, string text)
    {
        await GitHub.CommentAsync(login, (await GitHub.IssueAsync(identity)).Number, text);
        await Checkout.RespondAsync();
    }

    private int _offset;

    private Task PassAsync(int seconds)
    {
        _offset += seconds;
        return GitHub.SetClockAsync(_offset);
    }

    /// <summary>A pull request that waits; it has the first number.</summary>
    private async Task<int> ProposeAsync()
    {
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", commits = new object[] { new { sha = new string('a', 40), branch = "topic" } } });
        return (await GitHub.SendAsync(HttpMethod.Post, "pulls", TestSeed.Admin, new { title = "Secrets", head = "topic", @base = "main" }, 201))!["number"]!.GetValue<int>();
    }

    /// <summary>The commit with the file is what is checked out from then on.</summary>
    private async Task WriteAsync(string path)
    {
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", files = new Dictionary<string, string>(StringComparer.Ordinal) { [path] = "# Report\n" } });
        Checkout.CheckOut(await MainAsync());
    }

    private async Task<string> MainAsync() => (await GitHub.SendAsync(HttpMethod.Get, "git/ref/heads/main", TestSeed.Admin, null, 200))!["object"]!["sha"]!.GetValue<string>();

    private async Task<Checkout> CreateAsync(int pull)
    {
        foreach (var login in People)
            await GitHub.RegisterTokenAsync(TestSeed.TokenOf(login), new { login });
        await GitHub.SetTeamAsync("kilo", "kilo-1", "kilo-2");
        await GitHub.SetTeamAsync("cline", "cline-1", "cline-2");
        var list = (await File.ReadAllTextAsync(Path.Combine(Repository.Checklists, "examples", "vauntico-deployment.yaml")))
            .Replace("vauntico.example/", "acme/", StringComparison.Ordinal)
            .Replace(".example", "", StringComparison.Ordinal)
            .Replace("pull-request: 7", $"pull-request: {pull.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal);
        var checkout = await Checkout.CreateAsync(GitHub, list);
        await GitHub.RegisterTokenAsync(Checkout.Token, new
        {
            login = TestSeed.Bot,
            type = "Bot",
            permissions = new { contents = "read", issues = "write", statuses = "write", members = "read", pull_requests = "read" },
            repository = TestSeed.Repository,
        });
        checkout.CheckOut(await MainAsync());
        return checkout;
    }
}
