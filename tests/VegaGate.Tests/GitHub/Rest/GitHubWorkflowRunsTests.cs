using System.Collections.Immutable;
using System.Net;
using VegaGate.Gate;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

public sealed class GitHubWorkflowRunsTests
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";

    private static string Run(int id, string created, string more = "") =>
        $$"""{"id":{{id}},"name":"Release","path":".github/workflows/release.yml@main","head_sha":"{{Sha}}","event":"push","created_at":"{{created}}"{{more}}}""";

    private static string Page(params string[] runs) => $$"""{"total_count":9,"workflow_runs":[{{string.Join(',', runs)}}]}""";

    [Fact]
    public async Task Runs_of_a_commit_are_listed_newest_first_over_every_page()
    {
        using var github = new FakeGitHub();
        github
            .Answers(
                Page(Run(5, "2026-03-01T08:00:00Z"), Run(7, "2026-03-01T09:00:00Z", ""","status":"completed","conclusion":"failure","run_attempt":2,"html_url":"u" """)),
                ("Link", """<https://api.github.com/p2>; rel="next" """))
            .Answers(Page(Run(6, "2026-03-01T10:00:00Z"), Run(5, "2026-03-01T08:00:00Z")));

        var runs = await new GitHubWorkflowRuns(github.Connection, github.Repository).FindRunsAsync(Sha, null, default);

        runs.Select(run => run.Id).Should().Equal(6, 7, 5);
        runs[1].Should().Be(new WorkflowRunFact(7, "release.yml", Sha, "push", "completed", "failure", 2, "u", new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)));
        runs[2].Should().Be(new WorkflowRunFact(5, "release.yml", Sha, "push", "", null, 1, "", new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero)));
        github.Lines.Should().Equal($"GET /repos/acme/widgets/actions/runs?head_sha={Sha}&per_page=100", "GET /p2");
    }

    [Fact]
    public async Task Runs_of_one_workflow_are_asked_for_by_its_file()
    {
        using var github = new FakeGitHub();
        github.Answers(Page());

        (await new GitHubWorkflowRuns(github.Connection, github.Repository).FindRunsAsync(Sha, "my gate.yml", default)).Should().BeEmpty();

        github.Lines.Should().Equal($"GET /repos/acme/widgets/actions/workflows/my%20gate.yml/runs?head_sha={Sha}&per_page=100");
    }

    [Fact]
    public async Task The_latest_runs_of_a_workflow_cost_one_request()
    {
        using var github = new FakeGitHub();
        github.Answers(Page(Run(5, "2026-03-01T08:00:00Z", ""","head_branch":"v1" """), Run(7, "2026-03-01T09:00:00Z")), ("Link", """<https://api.github.com/p2>; rel="next" """));

        var runs = await new GitHubWorkflowRuns(github.Connection, github.Repository).ListLatestRunsAsync("release.yml", default);

        runs.Select(run => (run.Id, run.Reference)).Should().Equal((7, null), (5, "v1"));
        github.Lines.Should().Equal("GET /repos/acme/widgets/actions/workflows/release.yml/runs?per_page=100");
    }

    [Theory]
    [InlineData("..", Sha)]
    [InlineData("a/b.yml", Sha)]
    [InlineData("", Sha)]
    [InlineData("release.yml", "main")]
    public void What_is_no_file_or_no_commit_is_not_asked_for(string file, string sha)
    {
        using var github = new FakeGitHub();

        github.Failure(() => new GitHubWorkflowRuns(github.Connection, github.Repository).FindRunsAsync(sha, file, default)).Failure
            .Should().Be(TrackerFailure.Rejected);
        github.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Failed_jobs_are_run_again()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Created, "{}");

        (await new GitHubWorkflowRuns(github.Connection, github.Repository).RerunFailedJobsAsync(30_000_000_000, default))
            .Should().Be(new RerunAnswer(IsStarted: true, null));

        github.Lines.Should().Equal("POST /repos/acme/widgets/actions/runs/30000000000/rerun-failed-jobs");
    }

    [Theory]
    [InlineData("This workflow is already running")]
    [InlineData("Unable to retry this workflow run because it was created over a month ago")]
    public async Task A_run_that_cannot_be_run_again_says_why(string message)
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Forbidden, $$"""{"message":"{{message}}"}""");

        (await new GitHubWorkflowRuns(github.Connection, github.Repository).RerunFailedJobsAsync(1, default))
            .Should().Be(new RerunAnswer(IsStarted: false, message));
    }

    [Fact]
    public void A_token_that_may_not_run_anything_again_is_a_failure_with_advice()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Forbidden, """{"message":"Resource not accessible by integration"}""");

        var failure = github.Failure(() => new GitHubWorkflowRuns(github.Connection, github.Repository).RerunFailedJobsAsync(1, default));

        failure.Failure.Should().Be(TrackerFailure.Forbidden);
        failure.Message.Should().EndWith("The token needs `actions: write`: add it to the job's `permissions`.");
    }

    [Fact]
    public async Task A_rerun_whose_answer_is_lost_is_not_sent_again()
    {
        using var github = new FakeGitHub();
        github.Throws(new IOException("cut"));

        await FluentActions.Awaiting(() => new GitHubWorkflowRuns(github.Connection, github.Repository).RerunFailedJobsAsync(1, default))
            .Should().ThrowAsync<TrackerException>().WithMessage("*not known whether it was carried out*");
    }

    [Fact]
    public void A_workflow_is_dispatched_with_inputs()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.NoContent).Answers(HttpStatusCode.NoContent);
        var runs = new GitHubWorkflowRuns(github.Connection, github.Repository);

        github.Time.Run(async () =>
        {
            await runs.DispatchAsync("release.yml", "v1.0", ImmutableDictionary<string, string>.Empty.Add("Dry-Run", "true"), default);
            await runs.DispatchAsync("release.yml", "main", ImmutableDictionary<string, string>.Empty, default);
            return true;
        });

        github.Requests.Select(request => request.Body).Should().Equal("""{"ref":"v1.0","inputs":{"Dry-Run":"true"}}""", """{"ref":"main"}""");
        github.Lines.Should().AllBe("POST /repos/acme/widgets/actions/workflows/release.yml/dispatches");
        github.Requests[1].At.Should().BeGreaterThanOrEqualTo(GitHubConnectionOptions.LeastWriteSpacing);
    }
}
