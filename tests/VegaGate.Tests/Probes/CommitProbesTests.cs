using VegaGate.Conditions;

namespace VegaGate.Tests.Probes;

/// <summary>The probes that ask what is said of the commit: <c>check</c> and <c>pull-request</c>.</summary>
public sealed class CommitProbesTests
{
    private readonly ProbeScene _scene = new();

    [Theory]
    [InlineData("success", ProbeOutcome.Passed, "the check \"test\" has succeeded")]
    [InlineData("failure", ProbeOutcome.Failed, "the check \"test\" is \"failure\"")]
    [InlineData("skipped", ProbeOutcome.Failed, "the check \"test\" is \"skipped\"")]
    [InlineData("neutral", ProbeOutcome.Failed, "the check \"test\" is \"neutral\"")]
    [InlineData("in_progress", ProbeOutcome.Failed, "the check \"test\" is \"in_progress\"")]
    public async Task A_check_has_succeeded_or_not(string state, ProbeOutcome outcome, string evidence)
    {
        _scene.Checks.Found = [new CommitCheck("github-actions", state)];

        (await _scene.AskAsync("check: { name: test }")).Should().Be(new ProbeAnswer(outcome, evidence));
    }

    [Fact]
    public async Task Without_an_app_every_check_of_the_name_counts_and_with_one_that_apps_alone()
    {
        _scene.Checks.Found = [new CommitCheck("github-actions", "success"), new CommitCheck("evil", "failure"), new CommitCheck(null, "success")];

        (await _scene.AskAsync("check: { name: test }")).Outcome.Should().Be(ProbeOutcome.Failed);
        (await _scene.AskAsync("check: { name: test, app: GitHub-Actions }")).Outcome.Should().Be(ProbeOutcome.Passed);
        (await _scene.AskAsync("check: { name: test, app: other }")).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, "the commit has no check \"test\" of the app \"other\""));
    }

    [Fact]
    public async Task Without_a_check_it_has_failed_and_without_an_answer_it_has_none()
    {
        (await _scene.AskAsync("check: { name: test }")).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, "the commit has no check \"test\""));
        (await _scene.AskAsync("pull-request: { number: 7 }")).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, "there is no pull request 7"));

        _scene.Checks.Problem = "GitHub does not answer";
        (await _scene.AskAsync("check: { name: test }")).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "GitHub does not answer"));
        (await _scene.AskAsync("pull-request: { number: 7 }")).Outcome.Should().Be(ProbeOutcome.Unanswered);
    }

    [Theory]
    [InlineData("", true, "", "", ProbeOutcome.Passed, "pull request 7 is merged")]
    [InlineData("", false, "zev", "", ProbeOutcome.Failed, "pull request 7 is not merged")]
    [InlineData(", approved: true", true, "zev,rr", "", ProbeOutcome.Passed, "pull request 7 is merged and approved by zev, rr")]
    [InlineData(", approved: true", true, "", "", ProbeOutcome.Failed, "pull request 7 is merged, but nobody who belongs to the repository approved its last commit")]
    [InlineData(", approved: true", true, "zev", "kate", ProbeOutcome.Failed, "pull request 7 is merged, but kate asked for changes")]
    [InlineData(", approved: true", false, "zev", "", ProbeOutcome.Failed, "pull request 7 is not merged")]
    [InlineData(", approved: false", true, "", "kate", ProbeOutcome.Passed, "pull request 7 is merged")]
    public async Task A_pull_request_is_merged_and_approved(string more, bool isMerged, string approvers, string objectors, ProbeOutcome outcome, string evidence)
    {
        _scene.Checks.PullRequest = new CheckedPullRequest(isMerged, [.. approvers.Split(',', StringSplitOptions.RemoveEmptyEntries)], [.. objectors.Split(',', StringSplitOptions.RemoveEmptyEntries)]);

        (await _scene.AskAsync($"pull-request: {{ number: 7{more} }}")).Should().Be(new ProbeAnswer(outcome, evidence));
    }
}
