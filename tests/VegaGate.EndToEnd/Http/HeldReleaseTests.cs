namespace VegaGate.EndToEnd.Http;

/// <summary>
/// How respond finds the runs that wait for the gate, and what it leaves alone: here the checkout has no git, so the lists of the held commit are read from GitHub.
/// Runs, tags and statuses are the proxy's own word, no independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class HeldReleaseTests : HttpTests
{
    private const string Workflow = ".github/workflows/release.yml";

    private const string Target = "https://github.com/acme/widgets/actions/runs/";

    [Fact]
    public async Task A_held_run_goes_when_the_lists_at_its_commit_are_signed_off()
    {
        using var checkout = await HeldAsync(Lists.Small);
        var run = await StartAsync(checkout, "v1");
        await MarkAsync(checkout.Sha, "pending", run, 1);
        (await checkout.RespondAsync()).Output.Should().Contain($"release v1 ({checkout.Sha[..7]}) is still held (open), 2 not clear\n");
        (await AttemptAsync(run)).Should().Be(1);

        await SignOffAsync();
        var answer = await checkout.RespondAsync();

        answer.Output.Should().Contain($"release v1 ({checkout.Sha[..7]}): clear to go, its failed jobs run again\n").And.Contain("::notice::Clear to go: the failed jobs of ");
        (await AttemptAsync(run)).Should().Be(2);
        // Now it is queued: the next answer leaves it alone, and so does the one after it has failed for another reason.
        (await checkout.RespondAsync()).Output.Should().NotContain("release v1");
        await GitHub.SetRunAsync(run, "completed", "failure");
        (await checkout.RespondAsync()).Output.Should().NotContain("release v1");
        (await AttemptAsync(run)).Should().Be(2);
    }

    [Fact]
    public async Task The_lists_of_the_default_branch_do_not_let_go_what_its_own_lists_hold()
    {
        // At the commit that is released there is one more item than on the default branch by now.
        using var checkout = await HeldAsync(Lists.Small + "      - { id: \"1.3\", title: One more, owners: [zev], pass: It is there as well. }\n");
        var released = checkout.Sha;
        var run = await StartAsync(checkout, "v1");
        await MarkAsync(released, "pending", run, 1);
        checkout.Write(Lists.Small);
        (await checkout.ApplyAsync()).Exits(0);
        await SignOffAsync();

        (await checkout.RespondAsync()).Output.Should().Contain("is still held (not-synced), 1 not clear");

        (await AttemptAsync(run)).Should().Be(1);
    }

    [Fact]
    public async Task What_is_not_held_by_the_gate_is_left_alone()
    {
        using var checkout = await HeldAsync(Lists.Small);
        await SignOffAsync();
        var unmarked = await StartAsync(checkout, "v1");
        var passed = await StartAsync(checkout, "v2");
        await MarkAsync(checkout.Sha, "pending", passed, 1);
        await MarkAsync(checkout.Sha, "success", passed, 1);
        var earlier = await StartAsync(checkout, "v3", attempt: 2);
        await MarkAsync(checkout.Sha, "pending", earlier, 1);

        var answer = await checkout.RespondAsync();

        answer.Output.Should().NotContain("clear to go");
        foreach (var (run, attempt) in new[] { (unmarked, 1), (passed, 1), (earlier, 2) })
            (await AttemptAsync(run)).Should().Be(attempt);
    }

    [Fact]
    public async Task What_cannot_be_read_starts_nothing_and_is_said()
    {
        using var checkout = await HeldAsync(Lists.Small);
        await SignOffAsync();
        var run = await StartAsync(checkout, "v1");
        await MarkAsync(checkout.Sha, "pending", run, 1);
        foreach (var path in new[] { "/git/trees/", "/contents/", "/commits/tags", "/compare/" })
        {
            await GitHub.SetFaultsAsync(new { match = new { method = "GET", path }, fault = "status", status = 403, times = 99 });

            (await checkout.RespondAsync()).Output.Should().Contain("::warning::The held run of v1 ", "of {0}", path);

            (await AttemptAsync(run)).Should().Be(1);
        }

        await GitHub.SetFaultsAsync(new { match = new { method = "GET", path = "/workflows/release.yml/runs" }, fault = "status", status = 404, times = 99 });
        (await checkout.RespondAsync()).Output.Should().Contain("::warning::The runs of release.yml were not looked at: ");
        await GitHub.SetFaultsAsync();

        // A tag that names another commit by now releases something else.
        var other = await checkout.CommitAsync("main", checkout.Sha);
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", tags = new[] { new { name = "v1", sha = other } } });
        (await checkout.RespondAsync()).Output.Should().Contain("stays as it is: the tag names another commit now");
        (await AttemptAsync(run)).Should().Be(1);
    }

    [Fact]
    public async Task What_was_started_while_it_was_decided_is_not_started_again()
    {
        using var checkout = await HeldAsync(Lists.Small);
        var run = await StartAsync(checkout, "v1");
        await MarkAsync(checkout.Sha, "pending", run, 1);
        (await checkout.RespondAsync()).Output.Should().Contain("is still held");
        await SignOffAsync();

        // Another answer let it go meanwhile, the gate let it through, and its deploy failed: the first listing and the first statuses do not show that yet.
        await GitHub.SendAsync(HttpMethod.Post, $"actions/runs/{run}/rerun-failed-jobs", TestSeed.Admin, null, 201);
        await MarkAsync(checkout.Sha, "success", run, 2);
        await GitHub.SetRunAsync(run, "completed", "failure");
        await GitHub.SetFaultsAsync(
            new { match = new { method = "GET", path = "/workflows/release.yml/runs" }, fault = "stale", times = 1 },
            new { match = new { method = "GET", path = "/statuses" }, fault = "stale", times = 1 });

        (await checkout.RespondAsync()).Output.Should().Contain("clear to go, and on its way already");

        (await AttemptAsync(run)).Should().Be(2);
    }

    [Fact]
    public async Task A_release_whose_tag_was_taken_away_is_taken_back()
    {
        using var checkout = await HeldAsync(Lists.Small);
        await SignOffAsync();
        var run = (await GitHub.StartRunAsync("release.yml", checkout.Sha, "v1", "push", 1, "completed", "failure"))["id"]!.GetValue<long>();
        await MarkAsync(checkout.Sha, "pending", run, 1);

        (await checkout.RespondAsync()).Output.Should().Contain("stays as it is: there is no such tag or branch any more");
        (await AttemptAsync(run)).Should().Be(1);
    }

    [Fact]
    public async Task A_run_of_a_branch_goes_while_the_branch_is_there()
    {
        using var checkout = await HeldAsync(Lists.Small);
        await SignOffAsync();
        var run = (await GitHub.StartRunAsync("release.yml", checkout.Sha, "main", "push", 1, "completed", "failure"))["id"]!.GetValue<long>();
        await MarkAsync(checkout.Sha, "pending", run, 1);

        (await checkout.RespondAsync()).Output.Should().Contain("clear to go, its failed jobs run again");
        (await AttemptAsync(run)).Should().Be(2);
    }

    [Fact]
    public async Task A_probe_that_fails_or_cannot_be_asked_starts_nothing_and_is_asked_once_for_each_commit()
    {
        using var checkout = await HeldAsync(Lists.Small.Replace("pass: ", "verify: [{ check: { name: test } }], pass: ", StringComparison.Ordinal));
        await SignOffAsync();
        var run = await StartAsync(checkout, "v1");
        await MarkAsync(checkout.Sha, "pending", run, 1);
        await GitHub.ResetAsync();

        (await checkout.RespondAsync()).Output.Should().Contain("is still held (probe-failed), 2 not clear");
        (await GitHub.RequestsOfJobsAsync()).Count(request => request.Route.EndsWith("/check-runs", StringComparison.Ordinal)).Should().Be(1, "two items ask it, of the default branch and of the held commit, which is the same");

        await GitHub.SetFaultsAsync(new { match = new { method = "GET", path = "/check-runs" }, fault = "status", status = 403, times = 99 });
        (await checkout.RespondAsync()).Output.Should().Contain("is still held (probe-error), 2 not clear");

        (await AttemptAsync(run)).Should().Be(1);
    }

    [Fact]
    public async Task A_commit_that_is_named_is_decided_by_its_own_lists_and_files()
    {
        using var checkout = await HeldAsync(Lists.Small + "      - { id: \"1.3\", title: One more, owners: [zev], pass: It is there as well. }\n");
        checkout.Write(Lists.Small);
        (await checkout.ApplyAsync()).Exits(0);
        await SignOffAsync();
        await checkout.GoesAsync();

        (await checkout.RunAsync("gate", Events.Push(), "--sha", checkout.Sha, "--details")).Exits(1).Output.Should().Contain("One more").And.Contain("not-synced");

        (await checkout.RunAsync("gate", Events.Push(), "--sha", "main")).Exits(2).Output.Should().Contain("--sha takes the full id of a commit");
        await GitHub.SetFaultsAsync(new { match = new { method = "GET", path = "/git/trees/" }, fault = "status", status = 403, times = 99 });
        (await checkout.RunAsync("gate", Events.Push(), "--sha", checkout.Sha)).ExitCode.Should().Be(3);
    }

    [Fact]
    public async Task A_commit_that_is_in_no_protected_branch_does_not_go()
    {
        using var checkout = await HeldAsync(Lists.Small);
        await SignOffAsync();
        var aside = await checkout.CommitAsync("aside", checkout.Sha);
        var run = (await GitHub.StartRunAsync("release.yml", aside, "v9", "push", status: "completed", conclusion: "failure"))["id"]!.GetValue<long>();
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", tags = new[] { new { name = "v9", sha = aside } } });
        await MarkAsync(aside, "pending", run, 1);

        (await checkout.RespondAsync()).Output.Should().Contain("is still held (commit-not-protected)");

        (await AttemptAsync(run)).Should().Be(1);
    }

    [Fact]
    public async Task Open_pull_requests_show_the_decision_and_only_when_it_changes()
    {
        using var checkout = await HeldAsync(Lists.Small);
        var (topic, fix) = (await checkout.CommitAsync("topic", checkout.Sha), await checkout.CommitAsync("fix", checkout.Sha));
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", branches = new[] { new { name = "release/1", sha = checkout.Sha } } });
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", pulls = new object[] { new { number = 901, title = "Topic", user = TestSeed.Admin, head = "topic", @base = "main" }, new { number = 902, title = "Fix", user = TestSeed.Admin, head = "fix", @base = "release/1" } } });

        await checkout.RespondAsync();
        (await StatusOfAsync(topic)).Should().Be("success Only reported: Hold (open)");
        (await StatusOfAsync(fix)).Should().Be("pending Hold (open)");
        (await StatusOfAsync(checkout.Sha)).Should().Be("pending Hold (open): 2 items not clear");

        // One sign-off more changes the number, and no decision: nobody asks for pull requests.
        await GitHub.CommentAsync("zev", (await GitHub.IssueAsync("small/1.1")).Number, "/done");
        await GitHub.ResetAsync();
        await checkout.RespondAsync();
        (await StatusOfAsync(checkout.Sha)).Should().Be("pending Hold (open): 1 item not clear");
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.Route.EndsWith("/pulls", StringComparison.Ordinal));

        await GitHub.CommentAsync("kate", (await GitHub.IssueAsync("small/1.2")).Number, "/done");
        await checkout.RespondAsync();
        foreach (var head in new[] { topic, fix, checkout.Sha })
            (await StatusOfAsync(head)).Should().Be("success Pass: every required item has passed");
    }

    /// <summary>A checkout whose list GitHub has too, at the commit that is checked out.</summary>
    private async Task<Checkout> HeldAsync(string list)
    {
        await GitHub.SeedAsync(new
        {
            owner = "acme",
            name = "widgets",
            files = new Dictionary<string, string>(StringComparer.Ordinal) { [TestRepository.List] = list },
            workflows = new[] { new { name = "release", path = Workflow } },
        });
        var checkout = await Checkout.CreateAsync(GitHub, list);
        checkout.Write("budget: { per-run: 5000, per-hour: 5000, reserve: 1 }\nrelease: { workflow: release.yml }\n", ".vegagate.yaml");
        return checkout;
    }

    private async Task<long> StartAsync(Checkout checkout, string tag, int attempt = 1)
    {
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", tags = new[] { new { name = tag, sha = checkout.Sha } } });
        return (await GitHub.StartRunAsync("release.yml", checkout.Sha, tag, "push", attempt, "completed", "failure"))["id"]!.GetValue<long>();
    }

    /// <summary>As the gate of that run does.</summary>
    private async Task MarkAsync(string sha, string state, long run, int attempt) =>
        await GitHub.SendAsync(HttpMethod.Post, $"statuses/{sha}", TestSeed.Admin, new { state, context = "vegagate", description = "d", target_url = $"{Target}{run}/attempts/{attempt}" }, 201);

    private async Task<int> AttemptAsync(long run) => (await GitHub.SendAsync(HttpMethod.Get, $"actions/runs/{run}", TestSeed.Admin, null, 200))!["run_attempt"]!.GetValue<int>();

    private async Task SignOffAsync()
    {
        await GitHub.CommentAsync("zev", (await GitHub.IssueAsync("small/1.1")).Number, "/done");
        await GitHub.CommentAsync("kate", (await GitHub.IssueAsync("small/1.2")).Number, "/done");
    }

    private async Task<string> StatusOfAsync(string sha)
    {
        var status = (await GitHub.StatusesAsync(sha)).Should().ContainSingle("of {0}", sha).Which!;
        return $"{status["state"]} {status["description"]}";
    }
}
