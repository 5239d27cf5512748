namespace VegaGate.EndToEnd.Http;

/// <summary>
/// A release is held without anybody waiting, and goes by itself, in this project's own workflows. Issues and comments are the emulator's; workflow runs, re-runs,
/// tags and commit statuses are the proxy's own word, no independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class ReleaseFlowTests : HttpTests
{
    private const string List = """
        checklist: small
        title: Small
        per: release
        people:
          zev: { name: Zev, github: zev }
          kate: { name: Kate, github: kate }
          rr: { name: RR, github: rr }
        gate:
          stages: [release, announce]
          break-glass: [rr]
        sections:
          - id: all
            title: All
            items:
              - { id: "1.1", title: First item, owners: [zev], before: release, pass: It is there. }
              - { id: "1.2", title: Second item, owners: [kate], before: release, pass: It is there too. }
              - { id: "2.1", title: Last item, owners: [kate], before: announce, pass: It is told. }

        """;

    private const string Hold = "May it go?";

    [Fact]
    public async Task A_held_release_goes_once_when_the_last_owner_has_signed_off_also_when_two_events_come_together()
    {
        using var repository = await RepositoryAsync();
        using var run = await ReleaseRun.StartAsync(repository, GitHub, "v1.0.0");

        // Held at once, for reasons that are grouped by owner, and the commit says so.
        var held = run.Reports.Single().Ends("failure");
        held.Jobs["deploy"].Result.Should().Be("skipped");
        held.SummaryOf("gate", Hold).Should().StartWith("# Hold: 2 items not clear (open)\n\n| Who must act | Items | Which |\n").And.Contain("| **Zev** | 1 | [1\\.1](").And.Contain("| **Kate** | 1 | [1\\.2](");
        var status = await StatusAsync(repository);
        (status.State, status.Description).Should().Be(("pending", "Hold (open): 2 items not clear"));
        status.Target.Should().EndWith("/attempts/1");

        // The first of two sign-offs: still held, nothing runs, and the status says how much is left.
        (await SignOffAsync(repository, "small@v1.0.0/1.1", "zev")).LogText.Should().Contain("is still held (open), 1 not clear");
        (await run.RunAgainAsync()).Should().BeNull();
        (await StatusAsync(repository)).Should().Be(("pending", "Hold (open): 1 item not clear", status.Target));

        // The last one, with two events at the same time.
        var issue = await GitHub.IssueAsync("small@v1.0.0/1.2");
        var comment = await GitHub.CommentAsync("kate", issue.Number, "/done");
        var answers = await Task.WhenAll(Events.Comment(issue.Number, comment, "kate").RunAsync(repository, GitHub), Events.Issue("edited", issue.Number, "kate").RunAsync(repository, GitHub));
        answers.Should().OnlyContain(answer => answer.Result == "success");
        (await run.FindAsync())["run_attempt"]!.GetValue<int>().Should().Be(2, "both asked, and it was started once");
        var released = (await run.RunAgainAsync())!.Ends("success");
        released.Jobs["prepare"].Result.Should().Be("success");
        released.Jobs["gate"].Outputs.Should().Contain("decision", "pass");
        run.Deploys.Should().Be(1);
        (await StatusAsync(repository)).State.Should().Be("success");

        // What was released is left alone.
        await SignOffAsync(repository, "small@v1.0.0/2.1", "kate");
        (await run.RunAgainAsync()).Should().BeNull();
        run.Deploys.Should().Be(1);
    }

    [Fact]
    public async Task What_changes_between_the_gate_and_the_deploy_holds_again_and_goes_later()
    {
        using var repository = await RepositoryAsync();
        // Before the deploy step Zev objects, in the midst of the run.
        const string step = "      # Between the gate and this step somebody may have objected.\n";
        var meanwhile = Path.GetTempFileName();
        repository.Replace(".github/workflows/release.yml", step, $"      - name: Meanwhile\n        run: bash {meanwhile}\n{step}");
        await repository.CommitAsync();
        using var run = await ReleaseRun.StartAsync(repository, GitHub, "v1.0.0");
        await SignOffAsync(repository, "small@v1.0.0/1.1", "zev");
        await SignOffAsync(repository, "small@v1.0.0/1.2", "kate");
        var comments = new Uri(GitHub.Address, $"repos/{TestSeed.Repository}/issues/{(await GitHub.IssueAsync("small@v1.0.0/1.1")).Number}/comments");
        await File.WriteAllTextAsync(meanwhile, $"curl --fail --silent --show-error -A test -H 'Accept: application/vnd.github+json' -H 'X-GitHub-Api-Version: 2022-11-28' -H 'Content-Type: application/json' -H 'Authorization: Bearer {TestSeed.TokenOf("zev")}' -d '{{\"body\":\"/object not now\"}}' {comments} > /dev/null\n");

        var second = (await run.RunAgainAsync())!.Ends("failure");

        second.Jobs["gate"].Result.Should().Be("success");
        second.StepOf("deploy", "May it still go?").Outputs.Should().Contain("reason-code", "objection");
        run.Deploys.Should().Be(0);
        await File.WriteAllTextAsync(meanwhile, "");
        await RespondAsync(repository, "small@v1.0.0/1.1", "zev", "/undo");
        (await run.RunAgainAsync())!.Ends("success");
        run.Deploys.Should().Be(1);
        File.Delete(meanwhile);
    }

    [Fact]
    public async Task A_text_that_changes_after_its_sign_off_holds_the_next_release_again()
    {
        using var repository = await RepositoryAsync(List.Replace("per: release\n", "", StringComparison.Ordinal));
        using var run = await ReleaseRun.StartAsync(repository, GitHub, "v1.0.0");
        await SignOffAsync(repository, "small/1.1", "zev");
        await SignOffAsync(repository, "small/1.2", "kate");
        (await run.RunAgainAsync())!.Ends("success");

        repository.Replace(TestRepository.List, "It is there too.", "It is there and somebody has looked.");
        await repository.CommitAsync();
        using var next = await ReleaseRun.StartAsync(repository, GitHub, "v1.1.0");

        next.Reports.Single().Ends("failure").StepOf("gate", Hold).Outputs.Should().Contain("reason-code", "sign-off-void");
        await SignOffAsync(repository, "small/1.2", "kate");
        (await next.RunAgainAsync())!.Ends("success");
        (run.Deploys, next.Deploys).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_held_release_is_probed_by_the_files_of_its_own_commit_after_the_branch_has_moved_on()
    {
        using var repository = await RepositoryAsync(List.Replace("pass: It is there. }", "pass: It is there., verify: [{ text: { in: REPORT.md, present: Approved } }] }", StringComparison.Ordinal));
        repository.Write("REPORT.md", "Approved.\n");
        await repository.CommitAsync();
        await repository.TagAsync("v1.0.0");
        using var run = await ReleaseRun.StartAsync(repository, GitHub, "v1.0.0", Events.Tag("v1.0.0") with { Sha = repository.Head });
        run.Reports.Single().Ends("failure").StepOf("gate", Hold).Outputs.Should().Contain("reason-code", "open");
        repository.Write("REPORT.md", "A draft of the next one.\n");
        await repository.CommitAsync();

        await SignOffAsync(repository, "small@v1.0.0/1.1", "zev");
        (await SignOffAsync(repository, "small@v1.0.0/1.2", "kate")).LogText.Should().Contain("clear to go, its failed jobs run again");

        (await run.RunAgainAsync())!.Ends("success");
        run.Deploys.Should().Be(1);
    }

    [Fact]
    public async Task A_run_that_failed_for_another_reason_is_never_run_again()
    {
        using var repository = await RepositoryAsync();
        repository.Replace(".github/workflows/release.yml", "echo \"released $TAG\"", "exit 7");
        await repository.CommitAsync();
        using var run = await ReleaseRun.StartAsync(repository, GitHub, "v1.0.0");
        await SignOffAsync(repository, "small@v1.0.0/1.1", "zev");
        await SignOffAsync(repository, "small@v1.0.0/1.2", "kate");
        (await run.RunAgainAsync())!.Ends("failure").Jobs["gate"].Result.Should().Be("success");

        (await SignOffAsync(repository, "small@v1.0.0/2.1", "kate")).LogText.Should().NotContain("clear to go");

        (await run.RunAgainAsync()).Should().BeNull();
        run.Attempt.Should().Be(2);
    }

    [Fact]
    public async Task Only_people_whom_the_list_names_break_the_glass_and_it_leaves_its_comment()
    {
        using var repository = await RepositoryAsync();
        await repository.TagAsync("v1.0.0");
        (string, string)[] inputs = [("override", "true"), ("reason", "The shop burns: @zev </details> `x`\n::error::x")];

        using var stranger = await ReleaseRun.StartAsync(repository, GitHub, "v1.0.0", Events.Dispatch("v1.0.0", "kate", 3, inputs));
        stranger.Reports.Single().Ends("failure").StepOf("gate", Hold).Outputs.Should().Contain("decision", "hold").And.Contain("reason-code", "open");
        stranger.Reports.Single().Annotations.Should().Contain(annotation => annotation.Level == "error" && annotation.Message == "Not overridden: kate may not; checklists/list.yaml names RR under `gate.break-glass`.");
        // Who may override and runs again what a stranger asked for does not lend them the word.
        await GitHub.SendAsync(HttpMethod.Post, $"actions/runs/{(await stranger.FindAsync())["id"]}/rerun-failed-jobs", TestSeed.Admin, null, 201);
        (await stranger.RunAgainAsync("rr"))!.Ends("failure").StepOf("gate", Hold).Outputs.Should().Contain("reason-code", "open");
        (await OverridesAsync()).Should().BeEmpty();

        using var named = await ReleaseRun.StartAsync(repository, GitHub, "v1.0.0", Events.Dispatch("v1.0.0", "rr", 2, inputs));
        var report = named.Reports.Single().Ends("success");
        report.Jobs["gate"].Outputs.Should().Contain("decision", "pass").And.Contain("reason-code", "overridden");
        report.SummaryOf("gate", Hold).Should().StartWith("# Pass, overridden by rr: 2 items not clear\n");
        report.Annotations.Should().NotContain(annotation => annotation.Message == "x");
        named.Deploys.Should().Be(1);
        (await StatusAsync(repository)).Description.Should().Be("Overridden by rr: 2 items not clear");
        var comment = (await OverridesAsync()).Should().ContainSingle("both gates of the run are one decision of one person").Which;
        comment.Login.Should().Be(TestSeed.Bot);
        comment.Body.Should().Contain("**Overridden by rr**: `release` goes at the commit").And.Contain("```text\nThe shop burns: @zev </details> `x`\n::error::x\n```");

        // It is not sticky: the next run is held.
        using var next = await ReleaseRun.StartAsync(repository, GitHub, "v1.0.0", Events.Dispatch("v1.0.0", "rr", 2));
        next.Reports.Single().Ends("failure");
    }

    [Fact]
    public async Task Where_a_run_is_too_old_to_run_again_the_workflow_is_started_anew()
    {
        using var repository = await RepositoryAsync();
        using var run = await ReleaseRun.StartAsync(repository, GitHub, "v1.0.0");
        await SignOffAsync(repository, "small@v1.0.0/1.1", "zev");
        await GitHub.SetClockAsync(31 * 24 * 3600);
        await GitHub.ResetAsync();

        var answer = await SignOffAsync(repository, "small@v1.0.0/1.2", "kate");

        answer.LogText.Should().Contain("clear to go, the workflow is started anew");
        (await GitHub.RequestsOfJobsAsync()).Should().ContainSingle(request => request.IsWrite && request.Route.EndsWith("/dispatches", StringComparison.Ordinal)).And.NotContain(request => request.Route.EndsWith("/rerun-failed-jobs", StringComparison.Ordinal));
    }

    /// <summary>This project's workflows with a release that only says so.</summary>
    private async Task<TestRepository> RepositoryAsync(string list = List)
    {
        var repository = await TestRepository.CreateAsync(GitHub, list);
        repository.Write(".vegagate.yaml", "release: { workflow: release.yml, for: release }\n");
        const string release = ".github/workflows/release.yml";
        repository.Replace(release, "dotnet publish src/VegaGate.Cli -c Release -o out", "true");
        repository.Replace(release, "tar -czf \"vegagate-$TAG.tar.gz\" -C out .", "true");
        repository.Replace(release, "gh release create \"$TAG\" \"vegagate-$TAG.tar.gz\" --verify-tag --generate-notes", "echo \"released $TAG\"");
        await repository.CommitAsync();
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", workflows = new[] { new { name = "release", path = release } } });
        return repository;
    }

    private Task<WorkflowReport> SignOffAsync(TestRepository repository, string item, string login) => RespondAsync(repository, item, login, "/done");

    private async Task<WorkflowReport> RespondAsync(TestRepository repository, string item, string login, string text)
    {
        var issue = await GitHub.IssueAsync(item);
        var comment = await GitHub.CommentAsync(login, issue.Number, text);
        return (await Events.Comment(issue.Number, comment, login).RunAsync(repository, GitHub)).Ends("success");
    }

    private async Task<(string State, string Description, string? Target)> StatusAsync(TestRepository repository)
    {
        var status = (await GitHub.StatusesAsync(repository.Head)).Should().ContainSingle().Which!;
        return (status["state"]!.GetValue<string>(), status["description"]!.GetValue<string>(), status["target_url"]?.GetValue<string>());
    }

    private async Task<(string Login, string Body)[]> OverridesAsync()
    {
        var tracking = (await GitHub.IssuesAsync()).Single(issue => issue.Identity == "small@v1.0.0/#tracking");
        return [.. (await GitHub.CommentsAsync(tracking.Number)).Where(comment => comment.Body.Contains("Overridden by", StringComparison.Ordinal))];
    }
}
