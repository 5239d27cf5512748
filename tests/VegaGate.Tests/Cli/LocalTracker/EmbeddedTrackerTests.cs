using VegaGate.Cli.LocalTracker;
using VegaGate.Tracking;
using static VegaGate.Tests.Cli.LocalTracker.TrackerFolder;

namespace VegaGate.Tests.Cli.LocalTracker;

public sealed class EmbeddedTrackerTests : IDisposable
{
    private static readonly Actor Zev = new("zev", 7, IsBot: false);

    private readonly TrackerFolder _folder = new();
    private readonly EmbeddedTracker _tracker;

    public EmbeddedTrackerTests() => _tracker = _folder.Open();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_itself_by_the_path_from_the_working_directory()
    {
        _tracker.Description.Should().Be("embedded tracker, .vegagate/tracker.json");
        Named(Path.Combine(_folder.Root, "lists", "one.json")).Should().Be("embedded tracker, lists/one.json");
        Named("/elsewhere/one.json").Should().Be("embedded tracker, /elsewhere/one.json");

        string Named(string path) => EmbeddedTracker.Open(path, _folder.Time, Zev, _folder.Root).Description;
    }

    [Fact]
    public async Task Has_no_clock_before_the_first_answer()
    {
        _tracker.Invoking(tracker => tracker.Now).Should().Throw<InvalidOperationException>();
        await _tracker.ListLabelsAsync(Never);
        _tracker.Now.Should().Be(_folder.Time.Now);
        _folder.Time.Now += TimeSpan.FromHours(1);
        _tracker.Now.Should().Be(_folder.Time.Now - TimeSpan.FromHours(1), "it is the clock as of the last answer");
    }

    [Fact]
    public async Task Reading_makes_no_file()
    {
        (await _tracker.ListIssuesAsync("vegagate", Never)).Should().BeEmpty();
        (await _tracker.FindIssueAsync(1, Never)).Should().BeNull();
        (await _tracker.FindIssueAsync(-1, Never)).Should().BeNull();
        Directory.Exists(_folder.Folder).Should().BeFalse();
    }

    [Fact]
    public async Task Gives_an_issue_back_as_it_took_it()
    {
        await _tracker.EnsureMilestoneAsync("1.0", Never);
        var issue = await _tracker.CreateIssueAsync(
            new IssueDraft { Title = "Rotate keys", Body = "<!-- vegagate -->\n", Labels = ["vegagate", "Ops"], Assignees = ["zev", "Ann", "ZEV"], Milestone = "1.0" },
            Never);

        var expected = new TrackedIssue
        {
            Number = 1,
            Title = "Rotate keys",
            Body = "<!-- vegagate -->\n",
            IsOpen = true,
            Labels = ["vegagate", "Ops"],
            Assignees = ["zev", "Ann"],
            Milestone = "1.0",
            Author = EmbeddedTracker.DefaultIdentity,
            CreatedAt = _folder.Time.Now,
            UpdatedAt = _folder.Time.Now,
        };
        issue.Should().BeEquivalentTo(expected);
        (await _tracker.FindIssueAsync(1, Never)).Should().BeEquivalentTo(expected);
        (await _folder.Open().FindIssueAsync(1, Never)).Should().BeEquivalentTo(expected);
        (await _tracker.ReadTimelineAsync(1, Never)).Should().BeEmpty();
    }

    [Fact]
    public async Task Numbers_rise_from_1_and_are_not_given_twice()
    {
        await _tracker.CreateIssueAsync(Draft("one"), Never);
        (await _tracker.CreateIssueAsync(Draft("two"), Never)).Number.Should().Be(2);

        _folder.Write("""{"version":1,"last_number":2,"last_comment_id":0,"labels":[],"milestones":[],"issues":[]}""");
        (await _tracker.CreateIssueAsync(Draft("three"), Never)).Number.Should().Be(3);
    }

    [Fact]
    public async Task Makes_the_labels_that_an_issue_names_and_keeps_their_first_spelling()
    {
        await _tracker.CreateLabelAsync(new TrackerLabel("Phase: Go", "0e8a16", "phase"), Never);
        var issue = await _tracker.CreateIssueAsync(Draft("one", "PHASE: go", "Ops", "ops"), Never);
        issue.Labels.Should().Equal("Phase: Go", "Ops");

        var updated = await _tracker.UpdateIssueAsync(1, new IssueUpdate { Labels = ["OPS", "new"] }, Never);
        updated.Labels.Should().Equal("Ops", "new");
        (await _tracker.ListLabelsAsync(Never)).Should().Equal(
            new TrackerLabel("Phase: Go", "0e8a16", "phase"), new TrackerLabel("Ops", "ededed", ""), new TrackerLabel("new", "ededed", ""));
    }

    [Fact]
    public async Task Lists_open_and_closed_issues_of_a_label_in_rising_order()
    {
        await _tracker.CreateIssueAsync(Draft("one", "vegagate"), Never);
        await _tracker.CreateIssueAsync(Draft("two", "other"), Never);
        await _tracker.CreateIssueAsync(Draft("three", "VegaGate"), Never);
        await _tracker.CreateIssueAsync(Draft("four", "vegagate"), Never);
        await _tracker.UpdateIssueAsync(3, new IssueUpdate { IsOpen = false }, Never);
        await _tracker.UpdateIssueAsync(1, new IssueUpdate { Body = "newest" }, Never);

        (await _tracker.ListIssuesAsync("VEGAGATE", Never)).Select(issue => issue.Number).Should().Equal(1, 3, 4);
        (await _tracker.ListIssuesAsync("vega", Never)).Should().BeEmpty();
    }

    [Fact]
    public async Task Changes_only_what_an_update_names()
    {
        await _tracker.EnsureMilestoneAsync("1.0", Never);
        var before = await _tracker.CreateIssueAsync(
            new IssueDraft { Title = "t", Body = "b", Labels = ["l"], Assignees = ["zev"], Milestone = "1.0" }, Never);
        _folder.Time.Now += TimeSpan.FromMinutes(1);

        var after = await _tracker.UpdateIssueAsync(1, new IssueUpdate { Title = "T", CloseAs = CloseReason.Duplicate }, Never);
        after.Should().BeEquivalentTo(before with { Title = "T", UpdatedAt = _folder.Time.Now });
        (await _tracker.UpdateIssueAsync(1, new IssueUpdate { Labels = [], Assignees = [] }, Never))
            .Should().BeEquivalentTo(after with { Labels = [], Assignees = [] });
    }

    [Fact]
    public async Task Moves_the_time_of_an_issue_with_every_change_and_comment()
    {
        await _tracker.EnsureMilestoneAsync("1.0", Never);
        await _tracker.CreateIssueAsync(Draft("one"), Never);
        await Moves(() => _tracker.AddCommentAsync(1, "/start", Never));
        foreach (var update in (IssueUpdate[])[new() { Title = "t" }, new() { Body = "b" }, new() { Labels = ["l"] }, new() { Assignees = ["zev"] },
            new() { Milestone = "1.0" }, new() { IsOpen = false }, new() { IsOpen = true }])
        {
            await Moves(() => _tracker.UpdateIssueAsync(1, update, Never));
            var moved = _folder.Time.Now;
            _folder.Time.Now += TimeSpan.FromSeconds(1);
            (await _tracker.UpdateIssueAsync(1, update, Never)).UpdatedAt.Should().Be(moved, "saying {0} again changes nothing", update);
        }

        async Task Moves(Func<Task> change)
        {
            _folder.Time.Now += TimeSpan.FromTicks(1);
            await change();
            (await _tracker.FindIssueAsync(1, Never))!.UpdatedAt.Should().Be(_folder.Time.Now);
        }
    }

    [Fact]
    public async Task Keeps_why_an_issue_was_closed_until_it_is_reopened()
    {
        await _tracker.CreateIssueAsync(Draft("one"), Never);
        (await _tracker.UpdateIssueAsync(1, new IssueUpdate { IsOpen = false }, Never)).ClosedAs.Should().Be(CloseReason.Completed);
        (await _tracker.UpdateIssueAsync(1, new IssueUpdate { IsOpen = false, CloseAs = CloseReason.NotPlanned }, Never))
            .ClosedAs.Should().Be(CloseReason.Completed, "GitHub ignores the reason unless the state changes");
        (await _tracker.UpdateIssueAsync(1, new IssueUpdate { IsOpen = true }, Never)).ClosedAs.Should().BeNull();
        await _tracker.UpdateIssueAsync(1, new IssueUpdate { IsOpen = true }, Never);
        (await _tracker.UpdateIssueAsync(1, new IssueUpdate { IsOpen = false, CloseAs = CloseReason.Duplicate }, Never)).ClosedAs.Should().Be(CloseReason.Duplicate);

        var (bot, at) = (EmbeddedTracker.DefaultIdentity, _folder.Time.Now);
        (await _tracker.ReadTimelineAsync(1, Never)).Should().Equal(
            new Closed(bot, at, CloseReason.Completed, null, ByApp: false),
            new Reopened(bot, at, ByApp: false),
            new Closed(bot, at, CloseReason.Duplicate, null, ByApp: false));
    }

    [Fact]
    public async Task Writes_down_who_acted_and_in_which_order()
    {
        var ann = new Actor("Ann", 0, IsBot: false);
        await _tracker.CreateIssueAsync(Draft("one"), Never);
        await _tracker.CreateIssueAsync(Draft("two"), Never);
        var zev = _tracker.ActAs(Zev);
        zev.Identity.Should().Be(Zev);
        zev.Description.Should().Be(_tracker.Description);

        var start = _folder.Time.Now;
        (await zev.AddCommentAsync(1, "/start", Never)).Should().Be(new Commented(Zev, start, 1, "/start", IsEdited: false));
        await _tracker.ActAs(ann).AddCommentAsync(2, "elsewhere", Never);
        await _tracker.ActAs(ann).AddCommentAsync(1, "second at the same time", Never);
        _folder.Time.Now += TimeSpan.FromMinutes(5);
        await zev.UpdateIssueAsync(1, new IssueUpdate { IsOpen = false }, Never);
        await _tracker.UpdateIssueAsync(1, new IssueUpdate { IsOpen = true }, Never);

        (await _folder.Open().ReadTimelineAsync(1, Never)).Should().Equal(
            new Commented(Zev, start, 1, "/start", IsEdited: false),
            new Commented(ann, start, 3, "second at the same time", IsEdited: false),
            new Closed(Zev, _folder.Time.Now, CloseReason.Completed, null, ByApp: false),
            new Reopened(EmbeddedTracker.DefaultIdentity, _folder.Time.Now, ByApp: false));
        (await zev.CreateIssueAsync(Draft("three"), Never)).Author.Should().Be(Zev);
    }

    [Fact]
    public async Task Makes_a_milestone_once()
    {
        await _tracker.EnsureMilestoneAsync("1.0", Never);
        var before = await File.ReadAllBytesAsync(_folder.File);
        await _tracker.EnsureMilestoneAsync("1.0", Never);
        (await File.ReadAllBytesAsync(_folder.File)).Should().Equal(before);
    }

    [Theory]
    [InlineData("zev", true)]
    [InlineData("Some-Team-1", true)]
    [InlineData("tom.placeholder", false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    public async Task Assigns_to_every_login_without_a_dot(string login, bool assignable) =>
        (await _tracker.IsAssignableAsync(login, Never)).Should().Be(assignable);

    [Fact]
    public async Task Stops_when_it_is_told_to()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await _tracker.Awaiting(tracker => tracker.ListLabelsAsync(source.Token)).Should().ThrowAsync<OperationCanceledException>();
        await _tracker.Awaiting(tracker => tracker.CreateIssueAsync(Draft("one"), source.Token)).Should().ThrowAsync<OperationCanceledException>();
        File.Exists(_folder.File).Should().BeFalse();
    }
}
