using System.Collections.Immutable;
using VegaGate.Cli.Composition;
using VegaGate.Cli.LocalTracker;
using VegaGate.Gate;
using VegaGate.Tests.Sync;
using VegaGate.Tracking;
using static VegaGate.Tests.Sync.SyncScene;

namespace VegaGate.Tests.Gate;

public sealed class GateReaderTests : IDisposable
{
    private const string List =
        """
        checklist: list
        title: A list
        people: { zev: { github: zev }, rr: { github: rr } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: a, title: A }]
            handoff: { to: rr, artifacts: [{ name: File, path: REPORT.md }, { name: Pull request, pull-request: 7 }, { name: Page, url: "https://a.example" }] }
        """;

    private readonly SyncScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Reads_what_the_decision_rests_on()
    {
        var list = ValidList.Parse(List);
        await _scene.SyncAsync(list);
        await _scene.SayAsync(1, "/done");
        var facts = await ReadAsync(new Repository());

        facts.Now.Should().Be(_scene.Now);
        facts.Issues.Keys.Select(id => id.ToString()).Should().Equal("list/a", "list/#handoff/build");
        facts.Issues.Values.First().Timeline.Should().ContainSingle().Which.Should().BeOfType<Commented>();
        facts.Artifacts.Values.Should().Equal(new ArtifactFact(true, "REPORT.md exists"), new ArtifactFact(true, "pull request 7 is merged"));
        facts.IsCommitProtected.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_not_there_is_said_not_to_be()
    {
        var facts = await ReadAsync(new Repository { HasFile = false, PullRequest = new PullRequestFact(7, IsMerged: false, "") });
        facts.Artifacts.Values.Should().Equal(new ArtifactFact(false, "REPORT.md does not exist"), new ArtifactFact(false, "pull request 7 is not merged"));

        (await ReadAsync(new Repository { PullRequest = null })).Artifacts.Values.Last().Should().Be(new ArtifactFact(false, "there is no pull request 7"));
    }

    [Theory]
    [InlineData(TrackerFailure.Unreachable)]
    [InlineData(TrackerFailure.Forbidden)]
    [InlineData(TrackerFailure.Rejected)]
    public async Task What_cannot_be_asked_is_unknown(TrackerFailure failure)
    {
        var facts = await ReadAsync(new Repository { Failure = failure });

        facts.Artifacts.Values.Should().OnlyContain(fact => fact.IsThere == null && fact.Evidence == "it fails");
    }

    [Fact]
    public async Task A_limit_ends_the_reading() =>
        (await FluentActions.Awaiting(() => ReadAsync(new Repository { Failure = TrackerFailure.RateLimited })).Should().ThrowAsync<TrackerException>()).Which.Failure.Should().Be(TrackerFailure.RateLimited);

    [Fact]
    public async Task The_commit_is_asked_about_where_one_is_released()
    {
        (await ReadAsync(new Repository(), "c0ffee1")).IsCommitProtected.Should().BeFalse();
        (await ReadAsync(new Repository { ProtectedCommit = "c0ffee1" }, "c0ffee1")).IsCommitProtected.Should().BeTrue();
    }

    [Fact]
    public async Task Somebody_elses_issue_with_a_copied_marker_is_no_fact()
    {
        var list = ValidList.Parse(List);
        await _scene.SyncAsync(list);
        var body = (await _scene.IssueAsync(1)).Body;
        await _scene.EditAsync(1, _ => new IssueUpdate { Body = "gone" });
        await _scene.Tracker.ActAs(Zev).CreateIssueAsync(new IssueDraft { Title = "A", Body = body, Labels = ["vegagate"] }, Never);

        (await ReadAsync(new Repository())).Issues.Keys.Select(id => id.ToString()).Should().Equal("list/#handoff/build");
    }

    [Fact]
    public async Task What_was_read_before_is_not_read_again_and_what_is_new_is_kept()
    {
        var list = ValidList.Parse(List);
        await _scene.SyncAsync(list);
        await _scene.SayAsync(1, "/done");
        var tracker = new LoggingTracker(_scene.Tracker);
        var store = new Store();
        await ReadAsync(tracker, store);
        tracker.TimelinesRead.Should().Equal(1, 2);
        store.Kept.Should().Equal((1, _scene.Now), (2, _scene.Now));

        store.Known[2] = [new Commented(Zev, _scene.Now, 9, "kept", IsEdited: false)];
        var facts = await ReadAsync(tracker, store);

        tracker.TimelinesRead.Should().Equal(1, 2, 1);
        facts.Issues.Values.Select(issue => issue.Timeline.OfType<Commented>().Single().Body).Should().Equal("/done", "kept");
        store.Kept.Should().HaveCount(3, "what was known is not kept anew");
    }

    [Fact]
    public async Task A_decision_without_a_store_reads_everything_anew()
    {
        await _scene.SyncAsync(ValidList.Parse(List));
        var tracker = new LoggingTracker(_scene.Tracker);

        await ReadAsync(tracker, null);
        await ReadAsync(tracker, null);

        tracker.TimelinesRead.Should().Equal(1, 2, 1, 2);
    }

    private static async Task<GateFacts> ReadAsync(IIssueTracker tracker, ITimelineStore? store) =>
        (await new GateReader(tracker, new Repository(), new NoTeams(), [EmbeddedTracker.DefaultIdentity.Login]) { Timelines = store }.ReadAsync([ValidList.Parse(List)], new GateRequest(null, null, null), Never)).Facts;

    private async Task<GateFacts> ReadAsync(IRepositoryFacts repository, string? sha = null) =>
        (await new GateReader(_scene.Tracker, repository, new NoTeams(), [EmbeddedTracker.DefaultIdentity.Login]).ReadAsync([ValidList.Parse(List)], new GateRequest(null, null, null, sha), Never)).Facts;

    private sealed class Store : ITimelineStore
    {
        public Dictionary<int, ImmutableArray<TimelineEvent>> Known { get; } = [];

        public List<(int Number, DateTimeOffset ReadAt)> Kept { get; } = [];

        public ImmutableArray<TimelineEvent>? Find(TrackedIssue issue) => Known.TryGetValue(issue.Number, out var timeline) ? timeline : null;

        public void Keep(TrackedIssue issue, DateTimeOffset readAt, ImmutableArray<TimelineEvent> timeline) => Kept.Add((issue.Number, readAt));
    }

    private sealed class Repository : IRepositoryFacts
    {
        public bool HasFile { get; init; } = true;

        public PullRequestFact? PullRequest { get; init; } = new(7, IsMerged: true, "");

        public string? ProtectedCommit { get; init; }

        public TrackerFailure? Failure { get; init; }

        public Task<bool> FileExistsAsync(string path, CancellationToken cancellation) => Answer(HasFile);

        public Task<PullRequestFact?> FindPullRequestAsync(int number, CancellationToken cancellation) => Answer(PullRequest);

        public Task<bool> IsReachableFromProtectedBranchAsync(string sha, CancellationToken cancellation) => Task.FromResult(sha == ProtectedCommit);

        public Task<Actor?> FindCommitAuthorAsync(string sha, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<CommitStatus?> FindStatusAsync(string sha, string context, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<PullRequestHead>> ListOpenPullRequestHeadsAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public Task PublishStatusAsync(string sha, CommitStatus status, CancellationToken cancellation) => throw new NotSupportedException();

        private Task<T> Answer<T>(T answer) => Failure is { } failure ? Task.FromException<T>(new TrackerException(failure, "it fails")) : Task.FromResult(answer);
    }
}
