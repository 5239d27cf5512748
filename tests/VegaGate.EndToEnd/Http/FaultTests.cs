using System.Globalization;

namespace VegaGate.EndToEnd.Http;

/// <summary>What goes wrong between here and GitHub while issues are made. The faults are the proxy's own word, no independent witness.</summary>
[Trait("Witness", "own word")]
public sealed class FaultTests : HttpTests
{
    [Fact]
    public async Task A_list_that_fails_at_first_is_asked_for_again()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        var push = Events.Push(OneStep.Write(repository, "apply"));
        await GitHub.SetFaultsAsync(new { match = new { method = "GET", path = "/issues\\?" }, fault = "status", status = 502, times = 1 });

        (await push.RunAsync(repository, GitHub)).Ends("success");

        (await GitHub.IssuesAsync()).Should().HaveCount(3);
        (await GitHub.RequestsOfJobsAsync()).Count(request => request.Status == 502).Should().Be(1);
    }

    [Fact]
    public async Task A_creation_whose_answer_is_lost_makes_no_twin()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        var push = Events.Push(OneStep.Write(repository, "apply"));
        await GitHub.SetFaultsAsync(new { match = new { method = "POST", path = "/issues$" }, fault = "drop", when = "after" });

        (await push.RunAsync(repository, GitHub)).Ends("success");

        (await GitHub.IssuesAsync()).Select(issue => issue.Identity).Should().BeEquivalentTo("small/1.1", "small/1.2", "small/#tracking");
        (await GitHub.RequestsOfJobsAsync()).Count(request => request is { Method: "POST", Route: "/repos/{owner}/{repo}/issues" }).Should().Be(3);
    }

    [Theory]
    [InlineData("POST", "/issues$", 1, "2")]
    [InlineData("GET", "/issues\\?", 0, "")]
    public async Task A_spent_limit_ends_the_step_with_a_notice_and_the_next_run_goes_on(string method, string path, int skip, string remaining)
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        var push = Events.Push(OneStep.Write(repository, "apply"));
        var started = TimeProvider.System.GetUtcNow();
        await GitHub.SetFaultsAsync(new { match = new { method, path }, skip, fault = "primary", resetIn = 1800 });

        var report = (await push.RunAsync(repository, GitHub)).Ends("success");
        report.Annotations.Should().ContainSingle().Which.Should().Match<WorkflowReport.Annotation>(
            annotation => annotation.Level == "notice" && annotation.Message.StartsWith("A limit is reached", StringComparison.Ordinal));
        report.Step().Outputs["remaining"].Should().Be(remaining);
        DateTimeOffset.Parse(report.Step().Outputs["resume-at"], CultureInfo.InvariantCulture).Should().BeCloseTo(started.AddSeconds(1800), TimeSpan.FromSeconds(60));
        (await GitHub.IssuesAsync()).Should().HaveCount(skip);

        (await push.RunAsync(repository, GitHub)).Ends("success").Step().Outputs.Should().Contain("remaining", "0").And.Contain("resume-at", "");
        (await GitHub.IssuesAsync()).Select(issue => issue.Identity).Should().BeEquivalentTo("small/1.1", "small/1.2", "small/#tracking");
    }
}
