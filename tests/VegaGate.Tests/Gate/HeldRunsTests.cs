using VegaGate.Gate;

namespace VegaGate.Tests.Gate;

public sealed class HeldRunsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static WorkflowRunFact Run(long id, string reference, string conclusion = "failure", int attempt = 1, string status = "completed", string happened = "push") =>
        new(id, "release.yml", "abc", happened, status, status == "completed" ? conclusion : null, attempt, $"https://github.com/a/b/actions/runs/{id}", Now) { Reference = reference };

    private static CommitStatus Status(CommitState state, string? url) => new(state, "vegagate", "d", url);

    [Fact]
    public void Of_each_tag_the_newest_run_counts_and_only_where_it_has_failed() =>
        HeldRuns.Failed([Run(9, "v2"), Run(8, "v1", status: "in_progress"), Run(7, "v1"), Run(6, "v0", "success"), Run(5, "v0"), Run(4, "v3", "cancelled"), Run(3, "main"), Run(2, "topic", happened: "pull_request")])
            .Select(run => run.Id).Should().Equal(9, 3);

    [Fact]
    public void No_more_than_a_few_are_looked_at() => HeldRuns.Failed(Enumerable.Range(1, 50).Select(number => Run(number, $"v{number}"))).Should().HaveCount(HeldRuns.MostLookedAt);

    [Fact]
    public void A_run_is_held_where_the_last_word_of_its_attempt_was_to_hold()
    {
        var run = Run(7, "v1", attempt: 2);
        var hold = Status(CommitState.Pending, HeldRuns.UrlOfAttempt(run.Url, 2));

        HeldRuns.FindHold(run, [Status(CommitState.Success, "https://github.com/a/b/actions/runs/8/attempts/2"), hold]).Should().Be(hold, "another run's status says nothing of this one");
        HeldRuns.FindHold(run, [Status(CommitState.Success, hold.TargetUrl), hold]).Should().BeNull("the gate let it through, and something else failed");
        HeldRuns.FindHold(run, [hold with { TargetUrl = HeldRuns.UrlOfAttempt(run.Url, 1) }]).Should().BeNull("the gate was not even asked in the second attempt");
        HeldRuns.FindHold(run, [hold with { TargetUrl = "https://github.com/a/b/actions/runs/17/attempts/2" }, hold with { TargetUrl = null }]).Should().BeNull();
        HeldRuns.FindHold(run, [hold with { State = CommitState.Failure }]).Should().BeNull("a list that is not valid stays so at this commit");
        HeldRuns.FindHold(run, []).Should().BeNull();
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(49, 29, false)]
    [InlineData(50, 0, true)]
    [InlineData(1, 30, true)]
    public void After_thirty_days_or_fifty_attempts_it_has_to_be_started_anew(int attempt, int days, bool isOver) => HeldRuns.IsOver(Run(7, "v1", attempt: attempt), Now.AddDays(days)).Should().Be(isOver);
}
