using System.Text.Json;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// The go-live of the example as a user of the action lives it: from the first push to the release. Issues, comments and commits are the emulator's; who closed
/// an issue and why, who may close one, and commit statuses are the proxy's own word, no independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class StoryTests : HttpTests
{
    private const string Path = "checklists/vega77-go-live.yaml";

    private static readonly Dictionary<string, string> Logins = new(StringComparer.Ordinal)
    {
        ["Zev"] = "zev",
        ["RR"] = "rr",
        ["Kate"] = "kate",
        ["Ops"] = "ops-lead",
        ["Ops lead"] = "ops-lead",
        ["CS"] = "cs-lead",
        ["CS lead"] = "cs-lead",
    };

    [Fact]
    public async Task A_list_becomes_issues_that_hold_the_release_until_their_owners_have_signed_off()
    {
        using var repository = await RepositoryAsync();

        // A merge makes the issues, once.
        (await Events.Push().RunAsync(repository, GitHub)).Ends("success");
        (await GitHub.IssuesAsync()).Should().HaveCount(65, "one more says where the list stands");
        var issues = await GitHub.ItemsAsync();
        issues.Should().HaveCount(64).And.OnlyContain(issue => issue.IsOpen && issue.Status == "todo" && issue.Milestone == "VEGA77 go-live");
        await GitHub.ResetAsync();
        (await Events.Push().RunAsync(repository, GitHub)).Ends("success");
        (await GitHub.RequestsOfJobsAsync()).Should().NotBeEmpty().And.NotContain(request => request.IsWrite);

        await PeopleActAsync(repository);
        await SignOffWhatHoldsAsync(await IsHeldAsync(repository));
        await GoesAsync(repository);
    }

    /// <summary>Whoever may sign off is believed, and whoever may not is corrected.</summary>
    private async Task PeopleActAsync(TestRepository repository)
    {
        var mine = await GitHub.IssueAsync("vega77-go-live/2.1");
        await GitHub.CloseAsync("zev", mine.Number);
        (await Events.Issue("closed", mine.Number, "zev").RunAsync(repository, GitHub)).Ends("success");
        (await GitHub.IssueAsync(mine.Identity)).Should().Match<EmulatedIssue>(issue => !issue.IsOpen && issue.Status == "done" && issue.Comments == 0);

        var hers = await GitHub.IssueAsync("vega77-go-live/1.2");
        await GitHub.CloseAsync("kate", hers.Number, 403);
        var comment = await GitHub.CommentAsync("kate", hers.Number, "/done see the handover docs");
        (await Events.Comment(hers.Number, comment, "kate").RunAsync(repository, GitHub)).Ends("success");
        (await GitHub.IssueAsync(hers.Identity)).Should().Match<EmulatedIssue>(issue => !issue.IsOpen && issue.Status == "done" && issue.Comments == 1);

        var theirs = await GitHub.IssueAsync("vega77-go-live/1.3");
        await GitHub.CloseAsync(TestSeed.Guest, theirs.Number, 403);
        await GitHub.CloseAsync(TestSeed.Triager, theirs.Number);
        var respond = Events.Issue("closed", theirs.Number, TestSeed.Triager);
        (await respond.RunAsync(repository, GitHub)).Ends("success");
        // The event that the correction itself made says nothing new, and neither does the first one when it comes twice.
        await Events.Issue("reopened", theirs.Number, TestSeed.Bot).RunAsync(repository, GitHub);
        await respond.RunAsync(repository, GitHub);
        (await GitHub.IssueAsync(theirs.Identity)).Should().Match<EmulatedIssue>(issue => issue.IsOpen && issue.Status == "todo");
        (await GitHub.CommentsAsync(theirs.Number)).Should().ContainSingle().Which.Should().Match<(string Login, string Body)>(
            said => said.Login == TestSeed.Bot && said.Body.Contains("trixie closed it, but may not sign it off.\n\nStill needed: RR (rr) or Ops lead (ops-lead).", StringComparison.Ordinal));

        var status = (await GitHub.StatusesAsync(repository.Head)).Should().ContainSingle().Which!;
        status["context"]!.GetValue<string>().Should().Be("vegagate");
        status["state"]!.GetValue<string>().Should().Be("pending");
    }

    private async Task<JsonElement> IsHeldAsync(TestRepository repository)
    {
        await repository.TagAsync("v1.0.0");
        var report = (await Events.Tag("v1.0.0").RunAsync(repository, GitHub)).Ends("failure");

        report.Jobs["prepare"].Result.Should().Be("success");
        report.Jobs["gate"].Result.Should().Be("failure");
        report.Jobs["deploy"].Result.Should().Be("skipped");
        report.ScriptsOf("gate").Last().ExitCode.Should().Be(1);
        var summary = report.SummaryOf("gate", "May it go?");
        summary.Should().StartWith("# Hold: 33 items not clear (sign-off-missing)\n");
        foreach (var owner in new[] { "Zev", "RR", "Ops lead" })
            summary.Should().MatchRegex($@"(?m)^\| \*\*{owner}\*\* \| [0-9]+ \| \[");
        var outputs = report.StepOf("gate", "May it go?").Outputs;
        outputs.Should().Contain("decision", "hold").And.Contain("reason-code", "sign-off-missing").And.Contain("open-items", "33");
        report.Jobs["gate"].Outputs.Should().Contain("decision", "hold").And.Contain("reason-code", "sign-off-missing");
        var result = JsonDocument.Parse(outputs["result"]).RootElement;
        result.GetProperty("version").GetInt32().Should().Be(1);
        result.GetProperty("open-items").GetInt32().Should().Be(33);
        return result;
    }

    /// <summary>One of those whom the gate names signs off each item that it holds for.</summary>
    private async Task SignOffWhatHoldsAsync(JsonElement result)
    {
        foreach (var item in result.GetProperty("checklists")[0].GetProperty("items").EnumerateArray().Where(item => item.GetProperty("verdict").GetString() is "pending" or "fail"))
        {
            var who = item.GetProperty("waits-for").EnumerateArray().Select(name => Logins.GetValueOrDefault(name.GetString()!)).OfType<string>().First();
            await GitHub.CommentAsync(who, item.GetProperty("issue").GetInt32(), "/done");
        }
    }

    private async Task GoesAsync(TestRepository repository)
    {
        var report = (await Events.Tag("v1.0.0").RunAsync(repository, GitHub)).Ends("success");

        report.Jobs["gate"].Outputs.Should().Contain("decision", "pass").And.Contain("reason-code", "signed-off");
        report.Jobs["deploy"].Result.Should().Be("success");
        report.Log.Should().ContainSingle(line => line.Job == "deploy" && line.Text == "released v1.0.0");
        report.SummaryOf("gate", "May it go?").Should().StartWith("# Pass: every required item has passed\n");
    }

    private async Task<TestRepository> RepositoryAsync()
    {
        var repository = await TestRepository.CreateAsync(GitHub, Lists.GoLive(), Path);
        const string release = ".github/workflows/release.yml";
        repository.Write(release, repository.Read(release).Replace("          for: release\n", "          for: deploy\n", StringComparison.Ordinal));
        repository.Replace(release, "dotnet publish src/VegaGate.Cli -c Release -o out", "true");
        repository.Replace(release, "tar -czf \"vegagate-$TAG.tar.gz\" -C out .", "true");
        repository.Replace(release, "gh release create \"$TAG\" \"vegagate-$TAG.tar.gz\" --verify-tag --generate-notes", "echo \"released $TAG\"");
        await repository.CommitAsync();
        return repository;
    }
}
