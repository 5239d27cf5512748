using System.Diagnostics;
using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// A blocker on GitHub, with GitHub's clock in the test's hands: who is called when, and what an outsider's report does. The timeline that it is read from, and who may
/// label, are the proxy's own word, no independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class EscalateTests : HttpTests
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;

    private const string List = """
        checklist: story
        title: Story
        people:
          zev: { name: Zev, github: zev }
          rr: { name: RR, github: rr }
          kate: { name: Kate, github: kate }
        phases:
          - id: build
            title: Build
            owners: zev
            items:
              - { id: "1.1", title: Build it }
            handoff: { to: rr }
          - id: run
            title: Run
            owners: rr
            items:
              - { id: "2.1", title: Run it }
        escalation:
          severity: critical
          classes: [Production outages]
          levels:
            - { after: 0m, notify: zev, do: Tell the lead }
            - { after: 1h, notify: [rr, kate], do: Meet }
            - { after: 2h, notify: kate, do: Tell the executive }
            - { after: unresolved, notify: [zev, rr, kate], do: Respond to the incident }
        targets: { blocker-resolution: { critical: 2h } }

        """;

    private int offset;

    [Fact]
    public async Task A_critical_blocker_reaches_each_level_once_through_an_outage_and_is_resolved()
    {
        using var checkout = await Checkout.CreateAsync(GitHub, List);
        var issue = await GitHub.IssueAsync("story/1.1");
        await GitHub.CommentAsync("zev", issue.Number, "/block Production outages critical: the host is gone");
        await checkout.RespondAsync();
        (await GitHub.IssueAsync("story/1.1")).Status.Should().Be("blocked");

        (await EscalateAsync(checkout)).Should().Equal("1");
        (await EscalateAsync(checkout)).Should().BeEmpty("it has been said");
        await PassAsync(50 * Minute);
        (await EscalateAsync(checkout)).Should().BeEmpty();
        // An hour of outage, in which the second level is due.
        await PassAsync(Hour);
        (await EscalateAsync(checkout)).Should().Equal("2");
        await PassAsync(10 * Minute + 2);
        (await EscalateAsync(checkout)).Should().Equal(["3,4"], "both have come since, and are one comment");
        (await GitHub.IssueAsync("story/1.1")).Labels.Should().Contain("escalation:4").And.NotContain("escalation:2");
        await checkout.HoldsAsync("blocker-open");

        await GitHub.CommentAsync("zev", issue.Number, "/unblock");
        (await EscalateAsync(checkout)).Should().Equal("0");
        (await EscalateAsync(checkout)).Should().BeEmpty();

        var said = (await GitHub.CommentsAsync(issue.Number)).Where(comment => comment.Login == TestSeed.Bot).Select(comment => comment.Body).ToArray();
        said.Should().HaveCount(4);
        said[1].Should().Contain("**Escalation level 2: Meet**").And.Contain("RR (@rr); Kate (@kate)");
        said[3].Should().Contain("**Resolved after 2 h of working time** (target 2 h, missed)");
        (await GitHub.IssueAsync("story/1.1")).Labels.Should().NotContain(label => label.StartsWith("escalation:", StringComparison.Ordinal));
        await checkout.ApplyAsync();
        await checkout.HoldsAsync("waits-for");
    }

    [Fact]
    public async Task Each_level_is_reached_at_its_minute_and_not_a_minute_before()
    {
        using var checkout = await Checkout.CreateAsync(GitHub, List.Replace("critical: 2h", "critical: 150m", StringComparison.Ordinal));
        var issue = await GitHub.IssueAsync("story/1.1");
        await GitHub.CommentAsync("zev", issue.Number, "/block Production outages critical: the host is gone");
        var begun = Stopwatch.StartNew();

        (await EscalateAsync(checkout)).Should().Equal("1");
        // The last one when the target has passed, which is a second later.
        foreach (var (level, due) in new[] { ("2", Hour), ("3", 2 * Hour), ("4", 150 * Minute + 1) })
        {
            await PassUntilAsync(begun, due - Minute);
            (await EscalateAsync(checkout)).Should().BeEmpty("it is a minute before level {0}", level);
            await PassUntilAsync(begun, due);
            (await EscalateAsync(checkout)).Should().Equal(level);
        }

        (await GitHub.CommentsAsync(issue.Number)).First(comment => comment.Login == TestSeed.Bot).Body.Should().MatchRegex(@"Next, if it stays: level 2 \(Meet\) at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\.");
    }

    [Fact]
    public async Task A_graver_blocker_that_comes_later_calls_by_its_own_time_and_progress_resolves_neither()
    {
        using var checkout = await Checkout.CreateAsync(GitHub, List);
        var issue = await GitHub.IssueAsync("story/1.1");
        await GitHub.CommentAsync("zev", issue.Number, "/block Production outages low: it is slow");
        (await EscalateAsync(checkout)).Should().Equal("1");
        await PassAsync(3 * Hour);
        (await EscalateAsync(checkout)).Should().Equal(["2,3"], "it has no target, and so no fourth level");

        await GitHub.CommentAsync("kate", issue.Number, "/block critical customers are charged twice");
        (await EscalateAsync(checkout)).Should().Equal("1");
        (await GitHub.IssueAsync("story/1.1")).Labels.Should().Contain("escalation:1").And.NotContain("escalation:3");
        await PassAsync(2 * Hour + 2);
        (await EscalateAsync(checkout)).Should().Equal("2,3,4");
        (await GitHub.CommentsAsync(issue.Number))[^1].Body.Should().Contain(
            "**Escalation level 2: Meet**\n\nRR (@rr); Kate (@kate)\n\n**Escalation level 3: Tell the executive**\n\nKate (kate)\n\n**Escalation level 4: Respond to the incident**\n\nZev (@zev); RR (rr); Kate (kate)\n\n");

        await GitHub.CommentAsync("zev", issue.Number, "/done");
        (await EscalateAsync(checkout)).Should().Equal("progress", "progress");
        JsonNode.Parse(checkout.Outputs["notifications"])!.AsArray().Should().OnlyContain(notice => notice!["ended"] == null);
        await checkout.HoldsAsync("blocker-open");
        (await EscalateAsync(checkout)).Should().BeEmpty();

        // kate is no owner, and lifts hers alone.
        await GitHub.CommentAsync("kate", issue.Number, "/unblock");
        (await EscalateAsync(checkout)).Should().Equal("0");
        (await GitHub.CommentsAsync(issue.Number))[^1].Body.Should().MatchRegex(@"\*\*Resolved after 2 h( \d min)? of working time\*\* \(target 2 h, missed\): kate ended");
        await checkout.HoldsAsync("blocked");
        await GitHub.CommentAsync("zev", issue.Number, "/unblock");
        (await EscalateAsync(checkout)).Should().Equal("0");
        (await EscalateAsync(checkout)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_sync_leaves_the_label_of_a_level_alone()
    {
        using var checkout = await Checkout.CreateAsync(GitHub, List);
        var issue = await GitHub.IssueAsync("story/1.1");
        await GitHub.CommentAsync("zev", issue.Number, "/block critical it fails");
        (await EscalateAsync(checkout)).Should().Equal("1");

        (await checkout.ApplyAsync()).Exits(0);
        await checkout.RespondAsync();

        (await GitHub.IssueAsync("story/1.1")).Labels.Should().Contain("escalation:1").And.Contain("status:blocked");
    }

    [Fact]
    public async Task An_outsiders_report_holds_nothing_until_somebody_of_the_file_takes_it_up()
    {
        using var checkout = await Checkout.CreateAsync(GitHub, List);
        (await EscalateAsync(checkout)).Should().BeEmpty("and it makes the label that the form bears");
        var number = await FileAsync(TestSeed.Guest, "1.1", "critical", "`##[error]` ::error::@everyone <b>down</b>");

        (await EscalateAsync(checkout)).Should().BeEmpty();
        await checkout.RespondAsync();
        await checkout.HoldsAsync("waits-for");
        var run = await checkout.GateAsync();
        run.Output.Should().Contain("unconfirmed report (1.1, critical, #").And.Contain("holds nothing until somebody of the checklist says /block on it").And.NotContain("\n::error::").And.NotContain("##[error]");
        (await GitHub.IssueAsync("story/1.1")).Status.Should().Be("todo");

        var comment = await GitHub.CommentAsync("kate", number, "/block");
        await checkout.RespondAsync(Events.Comment(number, comment, "kate"));

        (await GitHub.IssueAsync("story/1.1")).Status.Should().Be("blocked", "the event was on the report, and its item shows it");
        (await LabelsAsync(number)).Should().Contain("blocker:confirmed");
        await checkout.HoldsAsync("blocker-open");
        (await EscalateAsync(checkout)).Should().Equal("1");
        (await LabelsAsync(number)).Should().Contain("escalation:1");
        var answer = JsonNode.Parse(checkout.Outputs["notifications"])![0]!;
        answer["issue"]!.GetValue<int>().Should().Be(number);
        answer["item"]!.GetValue<string>().Should().Be("story/1.1");

        // Its author is nobody of the file; an owner of another item is somebody.
        await GitHub.SendAsync(HttpMethod.Patch, $"issues/{number}", TestSeed.Guest, new { state = "closed", state_reason = "completed" }, 200);
        await checkout.HoldsAsync("blocker-open");
        await GitHub.CommentAsync("kate", number, "/unblock");
        (await EscalateAsync(checkout)).Should().Equal("0");
        await checkout.RespondAsync();
        (await GitHub.IssueAsync("story/1.1")).Status.Should().Be("todo");
        await checkout.HoldsAsync("waits-for");
    }

    [Fact]
    public async Task Two_runs_at_once_leave_one_comment_for_a_level_and_one_of_them_tells_it()
    {
        using var one = await Checkout.CreateAsync(GitHub, List);
        using var two = await Checkout.CreateAsync(GitHub, List);
        var issue = await GitHub.IssueAsync("story/1.1");
        await GitHub.CommentAsync("zev", issue.Number, "/block critical it fails");
        // Both have read before either writes: the first comment waits on its way.
        await GitHub.SetFaultsAsync(new { match = new { method = "POST", path = $"/issues/{issue.Number}/comments$" }, times = 2, fault = "slow", ms = 4_000 });

        var told = await Task.WhenAll(EscalateAsync(one), EscalateAsync(two));

        told.SelectMany(levels => levels).Should().Equal("1");
        (await GitHub.CommentsAsync(issue.Number)).Count(comment => comment.Login == TestSeed.Bot).Should().Be(1);
        (await EscalateAsync(one)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_announced_is_told_also_when_a_later_blocker_cannot_be_written()
    {
        using var checkout = await Checkout.CreateAsync(GitHub, List);
        var (first, second) = (await GitHub.IssueAsync("story/1.1"), await GitHub.IssueAsync("story/2.1"));
        await GitHub.CommentAsync("zev", first.Number, "/block critical it fails");
        await GitHub.CommentAsync("rr", second.Number, "/block critical it fails too");
        await GitHub.SetFaultsAsync(new { match = new { method = "POST", path = $"/issues/{second.Number}/comments$" }, times = 1, fault = "status", status = 403 });

        (await checkout.RunAsync("escalate", Scheduled)).Exits(3);

        Levels(checkout).Should().Equal("1");
        (await EscalateAsync(checkout)).Should().Equal("1");
        (await GitHub.CommentsAsync(first.Number)).Count(comment => comment.Login == TestSeed.Bot).Should().Be(1);
    }

    [Fact]
    public async Task The_workflow_passes_the_notifications_on()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, List);
        (await Events.Push(OneStep.Write(repository, "apply")).RunAsync(repository, GitHub)).Ends("success");
        await GitHub.CommentAsync("zev", (await GitHub.IssueAsync("story/1.1")).Number, "/block critical it fails");

        var report = (await Scheduled.RunAsync(repository, GitHub)).Ends("success");

        report.LogText.Should().Contain("1 notification (GitHub acme/widgets)");
        (await GitHub.IssueAsync("story/1.1")).Labels.Should().Contain("escalation:1");
    }

    [Fact]
    public async Task The_workflow_runs_at_once_for_commands_and_reports_and_for_nothing_else_that_happens_on_issues()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, List);
        (await Events.Push(OneStep.Write(repository, "apply")).RunAsync(repository, GitHub)).Ends("success");
        var number = (await GitHub.IssueAsync("story/1.1")).Number;
        const string said = "/block critical `$(touch /tmp/x)` it fails";
        var comment = await GitHub.CommentAsync("zev", number, said);

        await SkippedAsync(Comment(number, comment, "it fails, see https://example.com/a"));
        await SkippedAsync(Comment(number, comment, said, isPullRequest: true));
        await SkippedAsync(Issue("closed", number, "vegagate"));
        (await Comment(number, comment, said).RunAsync(repository, GitHub)).Ends("success").LogText.Should().Contain("1 notification (GitHub acme/widgets)");
        var report = await FileAsync("zev", "1.1", "critical", "It is down");
        (await Issue("opened", report, "vegagate:blocker").RunAsync(repository, GitHub)).Ends("success").LogText.Should().Contain("1 notification (GitHub acme/widgets)");
        (await Issue("edited", report, "vegagate:blocker").RunAsync(repository, GitHub)).Result.Should().Be("not-triggered");

        async Task SkippedAsync(WorkflowRun run) => (await run.RunAsync(repository, GitHub)).Jobs["escalate"].Result.Should().Be("skipped");
    }

    private static WorkflowRun Comment(int number, long comment, string body, bool isPullRequest = false)
    {
        var run = Events.Comment(number, comment, "zev");
        run.Payload["comment"]!["body"] = body;
        if (isPullRequest)
            run.Payload["issue"]!["pull_request"] = new JsonObject { ["url"] = "https://api.github.com/repos/acme/widgets/pulls/1" };
        return run with { Workflow = "escalate.yml" };
    }

    private static WorkflowRun Issue(string action, int number, string label)
    {
        var run = Events.Issue(action, number, "zev");
        run.Payload["issue"]!["labels"] = new JsonArray(new JsonObject { ["name"] = label });
        return run with { Workflow = "escalate.yml" };
    }

    private static WorkflowRun Scheduled => new("escalate.yml", "schedule") { Payload = new JsonObject { ["schedule"] = "*/15 * * * *" } };

    /// <summary>A run; the levels of each notification, 0 for one that says that it is over, or that there is progress.</summary>
    private static async Task<string[]> EscalateAsync(Checkout checkout)
    {
        (await checkout.RunAsync("escalate", Scheduled)).Exits(0);
        return Levels(checkout);
    }

    private static string[] Levels(Checkout checkout) =>
        [.. JsonNode.Parse(checkout.Outputs["notifications"])!.AsArray().Select(notice => notice!["kind"]!.GetValue<string>() switch
        {
            "escalation" => string.Join(',', notice["levels"]!.AsArray().Select(level => level!.GetValue<int>())),
            "progress" => "progress",
            _ => "0",
        })];

    /// <summary>GitHub's clock shows so many seconds after what began when the watch was started.</summary>
    private Task PassUntilAsync(Stopwatch begun, int seconds) => PassAsync(seconds - offset - (int)begun.Elapsed.TotalSeconds);

    private Task PassAsync(int seconds)
    {
        offset += seconds;
        return GitHub.SetClockAsync(offset);
    }

    private async Task<int> FileAsync(string login, string item, string severity, string reason)
    {
        var body = $"### Item\n\n{item}\n\n### Class\n\n_No response_\n\n### Severity\n\n{severity}\n\n### Phase\n\n_No response_\n\n### Description\n\n{reason}\n";
        var number = (await GitHub.SendAsync(HttpMethod.Post, "issues", login, new { title = "Blocker: it is down", body }, 201))!["number"]!.GetValue<int>();
        // GitHub puts the labels of a form on, whoever files it; a request of a guest may not.
        await GitHub.SendAsync(HttpMethod.Post, $"issues/{number}/labels", TestSeed.Admin, new { labels = new[] { "vegagate:blocker", "checklist:story" } }, 200);
        return number;
    }

    private async Task<IEnumerable<string>> LabelsAsync(int number) => (await GitHub.IssuesAsync()).Single(issue => issue.Number == number).Labels;
}
