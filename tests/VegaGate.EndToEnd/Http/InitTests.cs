using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>What <c>init</c> writes into an empty repository, run by the local runner. Runs, re-runs, tags and statuses are the proxy's own word, no independent witness.</summary>
[Trait("Witness", "own word")]
public sealed class InitTests : HttpTests
{
    private const string Release = ".github/workflows/release-gate.yml";

    [Fact]
    public async Task From_an_empty_repository_to_a_release_that_goes_once_when_its_owner_has_signed_off()
    {
        using var repository = await CreateAsync();

        // The issues are made, and a pull request shows the gate.
        (await Events.Push().RunAsync(repository, GitHub)).Ends("success");
        (await GitHub.ItemsAsync()).Select(issue => issue.Identity).Should().BeEquivalentTo("release/1.1", "release/1.2", "release/2.1");
        var pullRequest = (await Events.PullRequest().RunAsync(repository, GitHub)).Ends("success");
        pullRequest.StepOf("check", "Report the gate").Outputs.Should().Contain("decision", "hold");

        // The tag is held at once, by owner, with its evidence.
        await repository.TagAsync("v1.0.0");
        using var run = await ReleaseRun.StartAsync(repository, GitHub, "v1.0.0", Events.Tag("v1.0.0") with { Workflow = "release-gate.yml" });
        var held = run.Reports.Single().Ends("failure");
        held.Jobs["prepare"].Result.Should().Be("success");
        held.StepOf("gate", "May it go?").Outputs.Should().Contain("decision", "hold").And.Contain("reason-code", "open");
        held.SummaryOf("gate", "May it go?").Should().StartWith("# Hold: 2 items not clear (open)\n\n| Who must act | Items | Which |\n").And.Contain("| **Owner** | 2 | [1\\.1](");
        held.Jobs["deploy"].Result.Should().Be("skipped");
        KeepsEvidence(held);

        // The first sign-off leaves it held; the last one has it run again, once.
        await SignOffAsync(repository, "release/1.1");
        (await run.RunAgainAsync()).Should().BeNull();
        await SignOffAsync(repository, "release/1.2");
        var released = (await run.RunAgainAsync())!.Ends("success");
        released.StepOf("deploy", "May it still go?").Outputs.Should().Contain("decision", "pass");
        KeepsEvidence(released);
        await SignOffAsync(repository, "release/2.1");
        (await run.RunAgainAsync()).Should().BeNull();
        (run.Attempt, run.Deploys).Should().Be((2, 1));
    }

    [Fact]
    public async Task A_list_with_phases_is_handed_over_and_its_blockers_call_people()
    {
        using var repository = await CreateAsync("--phases");
        (await Events.Push().RunAsync(repository, GitHub)).Ends("success");
        (await GitHub.ItemsAsync()).Select(issue => issue.Identity).Should().BeEquivalentTo("handover/1.1", "handover/1.2", "handover/#handoff/build", "handover/2.1");

        await GitHub.CommentAsync("zev", (await GitHub.IssueAsync("handover/1.1")).Number, "/block Outage critical: the registry does not answer");
        var called = (await new WorkflowRun("escalate.yml", "schedule").RunAsync(repository, GitHub)).Ends("success");

        called.LogText.Should().Contain("1 notification (GitHub acme/widgets)");
        (await GitHub.IssueAsync("handover/1.1")).Labels.Should().Contain("escalation:1");
        await repository.TagAsync("v1.0.0");
        (await (Events.Tag("v1.0.0") with { Workflow = "release-gate.yml" }).RunAsync(repository, GitHub)).Ends("failure").StepOf("gate", "May it go?").Outputs.Should().Contain("reason-code", "blocker-open");
    }

    private static void KeepsEvidence(WorkflowReport report)
    {
        // The output is empty where no file was written.
        report.StepOf("gate", "May it go?").Outputs["evidence"].Should().EndWith("/evidence/gate.json");
        report.StepOf("gate", "Keep the evidence").Outcome.Should().Be("success");
        report.StepOf("gate", "Attest the evidence").Outcome.Should().Be("success");
    }

    /// <summary>What init writes, as it is, but for what the release does.</summary>
    private async Task<TestRepository> CreateAsync(params string[] options)
    {
        var repository = await TestRepository.CreateEmptyAsync(GitHub);
        (await VegaGateProgram.RunAsync(repository.Folder, VegaGateProgram.NoVariables, ["init", "--action", "./", "--owner", "zev", .. options])).Exits(0);
        repository.Replace(Release, "Here goes what releases $TAG.", "released $TAG");
        await repository.CommitAsync();
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", workflows = new[] { new { name = "release-gate", path = Release } } });
        return repository;
    }

    private async Task SignOffAsync(TestRepository repository, string item)
    {
        var number = (await GitHub.IssueAsync(item)).Number;
        var comment = await GitHub.CommentAsync("zev", number, "/done");
        (await Events.Comment(number, comment, "zev").RunAsync(repository, GitHub)).Ends("success");
    }
}
