using VegaGate.Tracking;
using static VegaGate.Tests.Cli.LocalTracker.TrackerFolder;

namespace VegaGate.Tests.Cli.LocalTracker;

public sealed class RefusalTests : IDisposable
{
    private readonly TrackerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, Func<IIssueTracker, Task>> Refused => new()
    {
        { "title", tracker => tracker.CreateIssueAsync(Draft(new string('t', 257)), Never) },
        { "blank title", tracker => tracker.CreateIssueAsync(Draft(" "), Never) },
        { "body", tracker => tracker.CreateIssueAsync(Draft("t") with { Body = new string('b', 65_537) }, Never) },
        { "label name", tracker => tracker.CreateIssueAsync(Draft("t", "new", new string('l', 51)), Never) },
        { "blank label", tracker => tracker.CreateIssueAsync(Draft("t", ""), Never) },
        { "assignee", tracker => tracker.CreateIssueAsync(Draft("t") with { Assignees = ["zev", "tom.placeholder"] }, Never) },
        { "assignees", tracker => tracker.CreateIssueAsync(Draft("t") with { Assignees = [.. Enumerable.Range(0, 11).Select(n => $"a{n}")] }, Never) },
        { "milestone", tracker => tracker.CreateIssueAsync(Draft("t") with { Milestone = "2.0" }, Never) },
        { "new title", tracker => tracker.UpdateIssueAsync(1, new IssueUpdate { Title = new string('t', 257), IsOpen = false }, Never) },
        { "new body", tracker => tracker.UpdateIssueAsync(1, new IssueUpdate { Body = new string('b', 65_537), IsOpen = false }, Never) },
        { "new label", tracker => tracker.UpdateIssueAsync(1, new IssueUpdate { Labels = ["new", new string('l', 51)] }, Never) },
        { "new assignee", tracker => tracker.UpdateIssueAsync(1, new IssueUpdate { Title = "new", Assignees = ["a.b"] }, Never) },
        { "new milestone", tracker => tracker.UpdateIssueAsync(1, new IssueUpdate { Milestone = "" }, Never) },
        { "no such issue", tracker => tracker.UpdateIssueAsync(2, new IssueUpdate { Title = "t" }, Never) },
        { "comment", tracker => tracker.AddCommentAsync(1, new string('c', 65_537), Never) },
        { "blank comment", tracker => tracker.AddCommentAsync(1, "\n", Never) },
        { "comment on no issue", tracker => tracker.AddCommentAsync(2, "c", Never) },
        { "timeline of no issue", tracker => tracker.ReadTimelineAsync(2, Never) },
        { "label twice", tracker => tracker.CreateLabelAsync(new TrackerLabel("VEGAGATE", "ffffff", ""), Never) },
        { "color", tracker => tracker.CreateLabelAsync(new TrackerLabel("l", "#fffff", ""), Never) },
        { "long color", tracker => tracker.CreateLabelAsync(new TrackerLabel("l", "fffffff", ""), Never) },
        { "label description", tracker => tracker.CreateLabelAsync(new TrackerLabel("l", "ffffff", new string('d', 101)), Never) },
        { "label", tracker => tracker.CreateLabelAsync(new TrackerLabel(new string('l', 51), "ffffff", ""), Never) },
        { "blank milestone", tracker => tracker.EnsureMilestoneAsync("", Never) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_GitHub_refuses_and_changes_nothing(string what, Func<IIssueTracker, Task> request)
    {
        var tracker = _folder.Open();
        await tracker.CreateIssueAsync(Draft("one", "vegagate"), Never);
        var before = await File.ReadAllBytesAsync(_folder.File);

        var thrown = await FluentActions.Awaiting(() => request(tracker)).Should().ThrowAsync<TrackerException>(what);
        thrown.Which.Failure.Should().Be(TrackerFailure.Rejected);
        (await File.ReadAllBytesAsync(_folder.File)).Should().Equal(before);
    }

    [Fact]
    public async Task Takes_what_is_just_within_the_limits()
    {
        var tracker = _folder.Open();
        var label = new TrackerLabel(new string('l', 50), "ABCdef", new string('d', 100));
        await tracker.CreateLabelAsync(label, Never);
        var issue = await tracker.CreateIssueAsync(
            new IssueDraft
            {
                Title = new string('t', 256),
                Body = new string('b', 65_536),
                Labels = [label.Name],
                Assignees = [.. Enumerable.Range(0, 10).Select(n => $"a{n}"), "A0"],
            },
            Never);
        await tracker.AddCommentAsync(1, new string('c', 65_536), Never);

        (await _folder.Open().FindIssueAsync(1, Never)).Should().BeEquivalentTo(issue);
        issue.Assignees.Should().HaveCount(10);
    }
}
