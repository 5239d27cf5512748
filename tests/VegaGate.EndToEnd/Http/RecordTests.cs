using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>What the issues say goes back into the files as a pull request. Who may do what, and a pull request's head, are the proxy's own word, no independent witness.</summary>
[Trait("Witness", "own word")]
public sealed partial class RecordTests : HttpTests
{
    private const string Branch = "vegagate/record";

    private const string List = """
        # Kept as it is.
        checklist: story
        title: Story
        people: { zev: { name: Zev, github: zev }, rr: { name: RR, github: rr }, kate: { name: Kate, github: kate } }
        gate: { approvers: kate }
        sections:
          - id: all
            title: All
            items:
              - { id: first,  title: First, owners: zev, pass: It is there. }   # two blanks
              - { id: second, title: Second, owners: rr }
              - { id: late, title: It may wait, owners: zev }
              - { id: stuck, title: It hangs, owners: zev }

        """;

    private static WorkflowRun Schedule => new("record.yml", "schedule") { Payload = new JsonObject { ["schedule"] = "0 4 * * *" } };

    [Fact]
    public async Task One_pull_request_follows_the_issues_and_leaves_nothing_to_do_once_it_is_merged()
    {
        using var checkout = await CreateAsync(List);
        await SpeakAsync(checkout, "story");

        var opened = (await RecordAsync(checkout)).Exits(0);
        opened.Output.Should().MatchRegex(@"^pull request #[0-9]+ opened: 3 items http");
        var pull = (await PullsAsync()).Should().ContainSingle().Which;
        var number = pull["number"]!.GetValue<int>();
        pull["head"]!["ref"]!.GetValue<string>().Should().Be(Branch);
        checkout.Outputs["pull-request"].Should().Be(pull["html_url"]!.GetValue<string>());
        pull["body"]!.GetValue<string>().Should().Contain("| Item | Key | Before | After |").And.Contain("first First").And.Contain("| `sign-offs` |").And.Contain("| `waived` |").And.Contain("| `blocked` |");
        var proposed = await ContentAsync(TestRepository.List, Branch);
        WithoutRecord(proposed).Should().Be(List);
        proposed.Should().Contain("id: first,  title: First, owners: zev, status: done, pass: It is there., sign-offs: [{ by: zev, at: ").And.Contain("reason: The vendor is late").And.Contain("reason: no power");

        await GitHub.ResetAsync();
        (await RecordAsync(checkout)).Exits(0).Output.Should().StartWith($"pull request #{number} stands already: 3 items ");
        (await GitHub.RequestsOfJobsAsync()).Should().NotBeEmpty().And.NotContain(request => request.IsWrite);

        await SayAsync(checkout, "rr", "story/second", "/done");
        (await RecordAsync(checkout)).Exits(0).Output.Should().StartWith($"pull request #{number} updated: ");
        pull = (await PullsAsync()).Should().ContainSingle().Which;
        pull["body"]!.GetValue<string>().Should().Contain("rr, at: ");
        proposed = await ContentAsync(TestRepository.List, Branch);
        WithoutRecord(proposed).Should().Be(List);
        proposed.Should().Contain("by: rr");

        var before = (await checkout.GateAsync()).Exits(1).Output;
        await MergeAsync(checkout, number, TestRepository.List);
        checkout.Read(TestRepository.List).Should().Be(proposed);
        await GitHub.ResetAsync();
        (await checkout.RunAsync("validate", Schedule)).Exits(0).Output.Should().BeEmpty();
        (await checkout.RunAsync("plan", Schedule)).Exits(0).Output.Should().Contain("nothing changed");
        (await RecordAsync(checkout)).Exits(0).Output.Should().StartWith("nothing to record: ");
        checkout.Outputs.Should().NotContainKey("pull-request");
        (await checkout.GateAsync(Schedule)).Exits(1).Output.Should().Be(before);
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite && request.Route.Contains("/git/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("read", "write", null, "The token needs `contents: write`")]
    [InlineData("write", "read", null, "The token needs `pull-requests: write`")]
    [InlineData("write", "write", false, "Allow GitHub Actions to create and approve pull requests")]
    public async Task A_token_that_may_not_propose_is_told_what_it_lacks_and_leaves_nothing_behind(string contents, string pulls, bool? mayOpen, string advice)
    {
        using var checkout = await CreateAsync(List);
        await SayAsync(checkout, "zev", "story/first", "/done");
        await RegisterAsync(contents, pulls, mayOpen);

        var run = (await RecordAsync(checkout)).Exits(3);

        run.ToString().Should().Contain(advice).And.NotContain("Exception");
        Regex.Count(run.ToString(), "GitHub answered").Should().Be(1, "of {0}", run);
        (await PullsAsync()).Should().BeEmpty();
        await GitHub.SendAsync(HttpMethod.Get, $"git/ref/heads/{Branch}", TestSeed.Admin, null, 404);
    }

    [Fact]
    public async Task A_list_that_is_walked_per_release_gets_a_file_of_the_release()
    {
        using var checkout = await CreateAsync(List.Replace("title: Story", "title: Story\nper: release", StringComparison.Ordinal));
        (await checkout.RunAsync("apply", Events.Push(), "--release", "v1")).Exits(0);
        await SpeakAsync(checkout, "story@v1");

        (await RecordAsync(checkout, "--release", "v1")).Exits(0);

        const string path = "checklists/records/story/v1.yaml";
        var number = (await PullsAsync()).Should().ContainSingle().Which["number"]!.GetValue<int>();
        (await ContentAsync(TestRepository.List, Branch)).Should().Be(checkout.Read(TestRepository.List));
        await MergeAsync(checkout, number, path);
        checkout.Read(path).Should().Contain("record: story\nrelease: v1\n").And.Contain("by: zev");
        (await checkout.RunAsync("validate", Schedule)).Exits(0).Output.Should().BeEmpty();
        (await RecordAsync(checkout, "--release", "v1")).Exits(0).Output.Should().StartWith("nothing to record: ");
    }

    [Fact]
    public async Task A_sign_off_that_the_issue_does_not_bear_out_is_named_as_the_configuration_wants()
    {
        var list = List.Replace("title: Second, owners: rr", "title: Second, owners: rr, sign-offs: [{ by: rr, at: 2026-03-01T09:12:00Z }]", StringComparison.Ordinal);
        using var checkout = await CreateAsync(list);
        const string place = "checklists/list.yaml:11:68: ";

        (await RecordAsync(checkout)).Exits(0).Error.Should().Contain(place + "warning VG3015: The sign-off of `second` by `rr` is not borne out");
        (await checkout.GateAsync()).Exits(1).Output.Should().Contain($"notice: {place}warning VG3015: ");
        checkout.Write("rules: { VG3015: error }\n", ".vegagate.yaml");
        (await checkout.GateAsync()).Exits(1).Output.Should().Contain($"notice: {place}error VG3015: ");
        checkout.Write("rules: { VG3015: off }\n", ".vegagate.yaml");
        (await checkout.GateAsync()).Exits(1).Output.Should().NotContain("VG3015");
        (await RecordAsync(checkout)).Exits(0).Error.Should().NotContain("VG3015");
    }

    [Fact]
    public async Task Paths_are_those_of_the_repository_and_a_file_that_is_not_the_present_one_is_not_proposed()
    {
        await SeedAsync("parts/shop/" + TestRepository.List, List);
        using var checkout = await Checkout.CreateAsync(GitHub, List);
        await RegisterAsync("write", "write", null);
        await SayAsync(checkout, "zev", "story/first", "/done");
        checkout.Write(List, "parts/shop/" + TestRepository.List);
        checkout.WorkingDirectory = "parts/shop";
        var git = new ProcessStartInfo("git", ["init", "--quiet"]) { WorkingDirectory = checkout.Folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        (await VegaGateProgram.RunAsync(git, TimeSpan.FromSeconds(30))).Exits(0);

        (await RecordAsync(checkout)).Exits(0);
        WithoutRecord(await ContentAsync("parts/shop/" + TestRepository.List, Branch)).Should().Be(List);
        await GitHub.SendAsync(HttpMethod.Get, $"contents/{TestRepository.List}?ref={Branch}", TestSeed.Admin, null, 404);

        checkout.Write("# Older.\n" + List, "parts/shop/" + TestRepository.List);
        (await RecordAsync(checkout)).Exits(3).ToString().Should().Contain("'parts/shop/checklists/list.yaml' is another file on the branch 'main'");
    }

    private static Task<ProgramRun> RecordAsync(Checkout checkout, params string[] arguments) => checkout.RunAsync("record", Schedule, arguments);

    /// <summary>The text without the keys that a record may write; every item is on one line.</summary>
    private static string WithoutRecord(string text) => RecordKeys().Replace(text, "");

    [GeneratedRegex(@", (status: [a-z-]+|sign-offs: \[[^\]]*\]|(blocked|waived): \{[^}]*\})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RecordKeys();

    private async Task<Checkout> CreateAsync(string list)
    {
        await SeedAsync(TestRepository.List, list);
        var checkout = await Checkout.CreateAsync(GitHub, list);
        await RegisterAsync("write", "write", null);
        return checkout;
    }

    private Task SeedAsync(string path, string text) =>
        GitHub.SeedAsync(new { owner = "acme", name = "widgets", files = new Dictionary<string, string>(StringComparer.Ordinal) { [path] = text } });

    private Task RegisterAsync(string contents, string pulls, bool? mayOpen)
    {
        var permissions = new { contents, issues = "write", pull_requests = pulls, statuses = "write", members = "read" };
        return GitHub.RegisterTokenAsync(Checkout.Token, mayOpen is { } may
            ? new { login = TestSeed.Bot, type = "Bot", permissions, repository = TestSeed.Repository, pulls = may }
            : new { login = TestSeed.Bot, type = "Bot", permissions, repository = TestSeed.Repository });
    }

    private async Task SpeakAsync(Checkout checkout, string list)
    {
        await SayAsync(checkout, "zev", $"{list}/first", "/done");
        await SayAsync(checkout, "kate", $"{list}/late", "/waive 2099-12-31 The vendor is late");
        await SayAsync(checkout, "zev", $"{list}/stuck", "/block high no power");
    }

    private async Task SayAsync(Checkout checkout, string login, string identity, string text)
    {
        var number = (await GitHub.IssueAsync(identity)).Number;
        await checkout.RespondAsync(Events.Comment(number, await GitHub.CommentAsync(login, number, text), login));
    }

    private async Task<JsonNode[]> PullsAsync() => [.. (await GitHub.SendAsync(HttpMethod.Get, "pulls?state=open", TestSeed.Admin, null, 200))!.AsArray().OfType<JsonNode>()];

    /// <summary>The file as it is on a branch.</summary>
    private async Task<string> ContentAsync(string path, string branch)
    {
        var file = await GitHub.SendAsync(HttpMethod.Get, $"contents/{path}?ref={branch}", TestSeed.Admin, null, 200);
        return Encoding.UTF8.GetString(Convert.FromBase64String(file!["content"]!.GetValue<string>().Replace("\n", "", StringComparison.Ordinal)));
    }

    /// <summary>Somebody merges, and the file is checked out.</summary>
    private async Task MergeAsync(Checkout checkout, int number, string path)
    {
        await GitHub.SendAsync(HttpMethod.Put, $"pulls/{number}/merge", TestSeed.Admin, new { }, 200);
        checkout.Write(await ContentAsync(path, "main"), path);
    }
}
