using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.LocalTracker;
using VegaGate.Configuration;
using VegaGate.Escalation;
using VegaGate.Gate;
using VegaGate.Sync;
using VegaGate.Tests.Cli.LocalTracker;
using VegaGate.Tracking;

namespace VegaGate.Tests.Escalation;

/// <summary>A list that is synced to the embedded tracker, people who act on it, and runs of escalate at times that the test says.</summary>
internal sealed class EscalationScene : IDisposable
{
    public static readonly CancellationToken Never = CancellationToken.None;
    public static readonly Actor Zev = Person("zev");
    public static readonly Actor Stranger = Person("mallory");

    private readonly TrackerFolder _folder = new();
    private readonly Checklist _list;

    private EscalationScene(string list)
    {
        _list = ValidList.Parse(list);
        Tracker = _folder.Open();
        At("08:00");
    }

    public EmbeddedTracker Tracker { get; }

    public DateTimeOffset Now => _folder.Time.Now;

    public static ImmutableArray<string> Identities => [EmbeddedTracker.DefaultIdentity.Login];

    public static Actor Person(string login) => new(login, 0, IsBot: false);

    public static string List(string escalation, string more = "") => $$"""
        checklist: list
        title: A list
        people:
          zev: { name: Zev, github: zev }
          rr: { name: RR, github: rr }
          lead: { name: Lead, github: lead }
          boss: { name: The boss, github: boss.example }
        teams:
          ops: { name: Ops, members: [zev, rr] }
        phases:
          - id: build
            title: Build
            owners: [zev]
            items:
              - { id: "1.1", title: Build it }
              - { id: "1.2", title: Test it }
            handoff: { to: rr }
          - id: run
            title: Run
            owners: [rr]
            items:
              - { id: "2.1", title: Run it }
        escalation: {{escalation}}
        {{more}}
        """;

    /// <summary>The levels of the document: at once, after an hour, after two, and when the target of two hours has passed.</summary>
    public static string FourLevels { get; } = List(
        """
        { severity: critical, classes: [Production outages], levels: [
            { after: 0m, notify: [lead], do: Team lead notification },
            { after: 1h, notify: [ops], do: Coordination meeting },
            { after: 2h, notify: [boss], do: Executive notification },
            { after: unresolved, notify: [lead, boss, ops], do: Full incident response } ] }
        """,
        "targets: { blocker-resolution: { critical: 2h } }");

    /// <summary>The same, Mondays to Fridays from 09:00 to 18:00 in UTC.</summary>
    public static string FourLevelsInWorkingHours { get; } = FourLevels.Replace(
        "severity: critical,", "severity: critical, calendar: { time-zone: UTC, hours: '09:00-18:00', days: [mon, tue, wed, thu, fri] },", StringComparison.Ordinal);

    public static async Task<EscalationScene> CreateAsync(string? list = null)
    {
        var scene = new EscalationScene(list ?? FourLevels);
        var desired = DesiredIssues.Of(scene._list, null);
        var live = await new IssueReader(scene.Tracker, Identities).ReadAsync(new IssueQuestion { Wanted = [.. desired.Select(issue => issue.Id.ToString())] }, Never);
        var plan = SyncPlanner.Plan(desired, [new ItemId("list", null, "")], live, adopts: false);
        await new SyncApplier(scene.Tracker, WriteCaps.None).ApplyAsync(plan, live, new Progress<PlannedChange>(), Never);
        return scene;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The clock shows a time of Monday, 2 March 2026, in UTC.</summary>
    public EscalationScene At(string time) => At(2, time);

    /// <summary>The clock shows a time of a day of March 2026, in UTC.</summary>
    public EscalationScene At(int day, string time)
    {
        _folder.Time.Now = new DateTimeOffset(2026, 3, day, 0, 0, 0, TimeSpan.Zero) + TimeSpan.ParseExact(time, "hh\\:mm", null);
        return this;
    }

    public async Task<int> NumberOfAsync(string item) => (await new IssueReader(Tracker, Identities).ReadAsync(Never)).Find($"list/{item}")!.Issue.Number;

    public async Task SayAsync(string item, Actor actor, string text) => await SayAsync(await NumberOfAsync(item), actor, text);

    public Task SayAsync(int number, Actor actor, string text) => Tracker.ActAs(actor).AddCommentAsync(number, text, Never);

    /// <summary>Somebody files a report, as GitHub writes a form.</summary>
    public async Task<int> FileAsync(Actor actor, string item, string severity = "critical", string reason = "It is down", string? phase = null, string title = "Blocker: it is down") => (await Tracker.ActAs(actor).CreateIssueAsync(
        new IssueDraft
        {
            Title = title,
            Body = $"### Item\n\n{item}\n\n### Class\n\n_No response_\n\n### Severity\n\n{severity}\n\n### Phase\n\n{phase ?? "_No response_"}\n\n### Description\n\n{reason}\n",
            Labels = [LabelNames.Blocker, LabelNames.Checklist("list")],
        },
        Never)).Number;

    public Task CloseAsync(int number, Actor actor) => Tracker.ActAs(actor).UpdateIssueAsync(number, new IssueUpdate { IsOpen = false, CloseAs = CloseReason.Completed }, Never);

    public async Task<GateFacts> ReadAsync(IIssueTracker? tracker = null) =>
        (await new GateReader(tracker ?? Tracker, new NoRepository(), new NoTeams(), Identities).ReadAsync([_list], new GateRequest(null, null, null), Never)).Facts;

    public async Task<GateResult> AskAsync(string? phase = null) =>
        new GateEvaluator(new ItemStateResolver(Identities), SeverityPolicy.Default).Evaluate([_list], new GateRequest(null, phase, null), await ReadAsync());

    /// <summary>A run of escalate; gives the levels that it announced, "progress", or "over", each with its issue.</summary>
    public async Task<string> EscalateAsync(IIssueTracker? tracker = null, IOwnComments? comments = null, GateFacts? facts = null) =>
        string.Join("; ", (await NoticesAsync(tracker, comments, facts)).Select(notice => $"#{notice.Blocker.Issue} {notice.Kind switch
        {
            NoticeKind.Escalation => string.Join(',', notice.Levels.Select(level => level.Number)),
            NoticeKind.Progress => "progress",
            _ => "over",
        }}"));

    public async Task<ImmutableArray<EscalationNotice>> NoticesAsync(IIssueTracker? tracker = null, IOwnComments? comments = null, GateFacts? facts = null)
    {
        var notices = ImmutableArray.CreateBuilder<EscalationNotice>();
        await foreach (var outcome in new Escalator(tracker ?? Tracker, comments, Identities).RunAsync(_list, null, facts ?? await ReadAsync(tracker), Never))
            notices.AddRange(outcome.Notices);
        return notices.ToImmutable();
    }

    public async Task<string> LabelsAsync(int number) =>
        string.Join(' ', (await Tracker.FindIssueAsync(number, Never))!.Labels.Where(label => LabelNames.IsEscalation(label) || label == LabelNames.Confirmed));

    /// <summary>What we said on an issue, without the marks.</summary>
    public async Task<string[]> SaidAsync(int number) =>
        [.. (await Tracker.ReadTimelineAsync(number, Never)).OfType<Commented>().Where(comment => comment.Actor!.IsBot).Select(comment => comment.Body[(comment.Body.IndexOf('\n', StringComparison.Ordinal) + 1)..])];

    private sealed class NoTeams : ITeamDirectory
    {
        public Task<ImmutableArray<Actor>?> FindMembersAsync(string team, CancellationToken cancellation) => Task.FromResult<ImmutableArray<Actor>?>(null);
    }

    private sealed class NoRepository : IRepositoryFacts
    {
        public Task<bool> FileExistsAsync(string path, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<PullRequestFact?> FindPullRequestAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> IsReachableFromProtectedBranchAsync(string sha, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Actor?> FindCommitAuthorAsync(string sha, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<CommitStatus?> FindStatusAsync(string sha, string context, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<PullRequestHead>> ListOpenPullRequestHeadsAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public Task PublishStatusAsync(string sha, CommitStatus status, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
