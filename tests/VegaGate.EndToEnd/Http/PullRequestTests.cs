using System.Text.Json;

namespace VegaGate.EndToEnd.Http;

/// <summary>What a pull request is told, and what it cannot do.</summary>
public sealed class PullRequestTests : HttpTests
{
    private const string Defects = """
        checklist: broken
        title: Broken
        people:
          zev: { name: Zev, github: zev }
        sections:
          - id: all
            title: All
            items:
              - { id: "1.1", title: One, owners: [zef], pass: Done. }
              - { id: "1.1", title: Two, owners: [zev], pass: Done. }
              - { id: "1.2", titel: Three, owners: [zev], pass: Done. }
              - { id: "1.3", title: Four, owners: [zev], needs: ["9.9"], pass: Done. }
              - { id: 1.4, title: Five, owners: [zev], pass: Done. }

        """;

    [Fact]
    public async Task A_broken_list_fails_with_each_finding_on_its_token()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        await repository.Write("checklists/broken.yaml", Defects).CommitAsync();

        var report = (await Events.PullRequest().RunAsync(repository, GitHub)).Ends("failure");

        report.Annotations.Where(annotation => annotation.File is not null).Select(annotation => $"{annotation.Place}-{annotation.EndCol} {annotation.Level} {annotation.Title}").Should().BeEquivalentTo(
            "checklists/broken.yaml:9:43-46 error VG2001 unknown-person",
            "checklists/broken.yaml:10:15-20 error VG1007 duplicate-item-id",
            "checklists/broken.yaml:11:22-27 error VG1002 unknown-key",
            "checklists/broken.yaml:12:58-63 error VG4001 unknown-need",
            "checklists/broken.yaml:13:15-18 warning VG1008 number-like-id");
        report.DroppedAnnotations.Should().BeEmpty();
        report.ScriptsOf("check").Select(step => step.ExitCode).Should().Equal(0, 1);
        (await GitHub.RequestsOfJobsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_fork_s_pull_request_is_answered_with_a_token_that_only_reads()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);

        var report = (await Events.PullRequest(headRepository: "guest/widgets").RunAsync(repository, GitHub)).Ends("success");

        report.SummaryOf("check", "Show what would change").Should().StartWith("# Plan: 3 to create, 0 as they should be\n");
        report.SummaryOf("check", "Report the gate").Should().StartWith("# Hold: 2 items not clear (not-synced)\n");
        // The event's base commit is in no checkout, which is a notice.
        report.Annotations.Should().OnlyContain(annotation => annotation.Level == "notice" && (annotation.Message.StartsWith("The defaults stand in", StringComparison.Ordinal) || annotation.Message.StartsWith("The plan stands in the summary", StringComparison.Ordinal)));
        var requests = await GitHub.RequestsOfJobsAsync();
        requests.Should().NotBeEmpty().And.NotContain(request => request.IsWrite);
    }

    [Fact]
    public async Task The_plan_is_one_comment_that_is_kept_up_to_date()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", pulls = new object[] { new { number = 7, title = "A change", head = "main", @base = "main", user = TestSeed.Admin } } });
        var run = Events.PullRequest(workflow: OneStep.Write(repository, "plan"));
        await GitHub.CommentAsync(TestSeed.Admin, 7, "<!-- vegagate plan -->\nsomebody else's");

        (await run.RunAsync(repository, GitHub)).Ends("success");
        (await run.RunAsync(repository, GitHub)).Ends("success");
        var said = await GitHub.CommentsAsync(7);
        said.Should().HaveCount(2);
        said.Single(comment => comment.Login == TestSeed.Bot).Body.Should().StartWith("<!-- vegagate plan -->\n# Plan: 3 to create");
        (await GitHub.RequestsOfJobsAsync()).Count(request => request.IsWrite).Should().Be(1, "the second run had nothing new to say");

        repository.Replace(TestRepository.List, "      - { id: \"1.2\"", "      - { id: \"1.3\", title: Third item, owners: [zev], pass: It is there. }\n      - { id: \"1.2\"");
        await repository.CommitAsync();
        (await run.RunAsync(repository, GitHub)).Ends("success");
        (await GitHub.CommentsAsync(7)).Single(comment => comment.Login == TestSeed.Bot).Body.Should().StartWith("<!-- vegagate plan -->\n# Plan: 4 to create");
    }

    [Theory]
    [InlineData("pull_request", "apply", "run", "respond")]
    [InlineData("pull_request_target", "apply", "run", "respond", "gate")]
    [InlineData("workflow_run", "apply", "run", "respond", "gate")]
    public async Task What_writes_or_decides_is_refused_where_a_file_that_nobody_merged_could_be_believed(string eventName, params string[] commands)
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        foreach (var command in commands)
        {
            var report = (await Events.PullRequest(eventName: eventName, workflow: OneStep.Write(repository, command)).RunAsync(repository, GitHub)).Ends("failure");

            report.Log.Should().ContainSingle(line => line.Text.Contains($"{command} does not run on {eventName}: ", StringComparison.Ordinal));
            report.ExitCode().Should().Be(2);
            report.Step().Outputs.GetValueOrDefault("decision", "").Should().BeEmpty();
        }

        (await GitHub.RequestsOfJobsAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("main", "success")]
    [InlineData("release/1.0", "failure")]
    public async Task The_gate_reports_into_main_and_blocks_into_a_release_branch(string branch, string result)
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        // What a pull request says of the gate in its own configuration does not count.
        await repository.Write(".vegagate.yaml", "tracker: local\ngate: { pull-request: report }\n").CommitAsync();

        var report = (await Events.PullRequest(branch).RunAsync(repository, GitHub)).Ends(result);
        var queue = (await Events.MergeGroup(branch).RunAsync(repository, GitHub)).Ends(result);

        foreach (var run in new[] { report, queue })
        {
            var gate = run.StepOf("check", "Report the gate");
            gate.Outputs["decision"].Should().Be("hold");
            gate.Outputs["reason-code"].Should().Be("not-synced");
            JsonDocument.Parse(gate.Outputs["result"]).RootElement.GetProperty("tracker").GetString().Should().Be("GitHub acme/widgets");
            run.SummaryOf("check", "Report the gate").Should().StartWith("# Hold: 2 items not clear");
        }

        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("release/1.0")]
    public async Task An_invalid_list_blocks_everywhere(string branch)
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Defects);
        // The gate alone: whoever has only this step is held too.
        var file = OneStep.Write(repository, "gate");

        foreach (var run in new[] { Events.PullRequest(branch, workflow: file), Events.MergeGroup(branch) with { Workflow = file } })
        {
            var report = (await run.RunAsync(repository, GitHub)).Ends("failure");
            report.Step().Outputs.Should().Contain("decision", "hold").And.Contain("reason-code", "checklist-invalid");
        }
    }
}
