using VegaGate.Tracking;
using static VegaGate.Tests.Cli.LocalTracker.TrackerFolder;

namespace VegaGate.Tests.Cli.LocalTracker;

public sealed class AcknowledgementTests : IDisposable
{
    private static readonly Actor Zev = new("zev", 0, IsBot: false);

    private readonly TrackerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_comment_is_acknowledged_once_by_each_account_and_stays_so_in_the_file()
    {
        var tracker = _folder.Open();
        await tracker.CreateIssueAsync(Draft("A"), Never);
        var comment = await tracker.ActAs(Zev).AddCommentAsync(1, "/done", Never);
        var before = (await tracker.FindIssueAsync(1, Never))!.UpdatedAt;

        await tracker.AcknowledgeAsync(comment.Id, Never);
        var file = File.ReadAllText(_folder.File);
        await tracker.AcknowledgeAsync(comment.Id, Never);

        File.ReadAllText(_folder.File).Should().Be(file).And.Contain("\"acknowledged_by\": [\n").And.Contain("\"vegagate[bot]\"");
        (await IsAcknowledged(_folder.Open())).Should().BeTrue();
        (await IsAcknowledged(_folder.Open().ActAs(Zev))).Should().BeFalse();
        (await tracker.FindIssueAsync(1, Never))!.UpdatedAt.Should().Be(before);
    }

    [Fact]
    public async Task What_happens_afterwards_leaves_it()
    {
        var tracker = _folder.Open();
        await tracker.CreateIssueAsync(Draft("A"), Never);
        await tracker.AcknowledgeAsync((await tracker.AddCommentAsync(1, "a", Never)).Id, Never);

        await tracker.UpdateIssueAsync(1, new IssueUpdate { IsOpen = false }, Never);
        await tracker.AddCommentAsync(1, "b", Never);

        (await _folder.Open().ReadTimelineAsync(1, Never)).OfType<Commented>().Select(comment => comment.IsAcknowledged).Should().Equal(true, false);
    }

    [Fact]
    public async Task A_comment_that_is_not_there_is_refused()
    {
        (await FluentActions.Awaiting(() => _folder.Open().AcknowledgeAsync(7, Never)).Should().ThrowAsync<TrackerException>())
            .Which.Failure.Should().Be(TrackerFailure.Rejected);
    }

    [Fact]
    public async Task Issues_are_listed_by_author_and_time()
    {
        var tracker = _folder.Open();
        await tracker.CreateIssueAsync(Draft("A"), Never);
        await tracker.ActAs(Zev).CreateIssueAsync(Draft("B"), Never);
        _folder.Time.Now += TimeSpan.FromMinutes(1);
        var last = await tracker.CreateIssueAsync(Draft("C"), Never);

        (await tracker.ListIssuesByAuthorAsync("VegaGate[bot]", null, Never)).Select(issue => issue.Title).Should().Equal("A", "C");
        (await tracker.ListIssuesByAuthorAsync("vegagate[bot]", last.UpdatedAt, Never)).Select(issue => issue.Title).Should().Equal("C");
        (await tracker.ListIssuesByAuthorAsync("zev", last.UpdatedAt, Never)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_milestone_is_taken_away()
    {
        var tracker = _folder.Open();
        await tracker.EnsureMilestoneAsync("1.0", Never);
        await tracker.CreateIssueAsync(Draft("A") with { Milestone = "1.0" }, Never);

        (await tracker.UpdateIssueAsync(1, new IssueUpdate { Title = "B" }, Never)).Milestone.Should().Be("1.0");
        (await tracker.UpdateIssueAsync(1, new IssueUpdate { Milestone = "1.0", ClearsMilestone = true }, Never)).Milestone.Should().Be("1.0");
        (await tracker.UpdateIssueAsync(1, new IssueUpdate { ClearsMilestone = true }, Never)).Milestone.Should().BeNull();
    }

    private static async Task<bool> IsAcknowledged(IIssueTracker tracker) =>
        (await tracker.ReadTimelineAsync(1, Never)).OfType<Commented>().Single().IsAcknowledged;
}
