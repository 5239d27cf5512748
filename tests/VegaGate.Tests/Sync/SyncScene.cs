using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.LocalTracker;
using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.Sync;
using VegaGate.Tests.Cli.LocalTracker;
using VegaGate.Tracking;

namespace VegaGate.Tests.Sync;

/// <summary>A list, and a tracker of the test's own that it is synced to. A minute goes by with every step.</summary>
internal sealed class SyncScene : IDisposable
{
    public static readonly CancellationToken Never = CancellationToken.None;
    public static readonly Actor Zev = new("zev", 0, IsBot: false);

    private readonly TrackerFolder _folder = new();

    public SyncScene() => Tracker = _folder.Open();

    public EmbeddedTracker Tracker { get; }

    /// <summary>What an application may write.</summary>
    public WriteCaps Budget { get; set; } = WriteCaps.None;

    /// <summary>What the last plan was made of.</summary>
    public IssueIndex Live { get; private set; } = IssueIndex.Build([], Identities);

    public DateTimeOffset Now => _folder.Time.Now;

    public static ImmutableArray<string> Identities => [EmbeddedTracker.DefaultIdentity.Login];

    public void Dispose() => _folder.Dispose();

    public async Task<SyncPlan> PlanAsync(Checklist list, string? release = null, bool adopts = false)
    {
        Step();
        var desired = DesiredIssues.Of(list, release);
        Live = await IndexAsync(desired, adopts);
        return SyncPlanner.Plan(desired, [.. list.Was.Prepend(list.Name).Select(name => new ItemId(name, release, ""))], Live, adopts, LabelRename.Wanted([list]));
    }

    public async Task<IssueIndex> IndexAsync(ImmutableArray<DesiredIssue> desired, bool adopts = false) =>
        await new IssueReader(Tracker, Identities).ReadAsync(
            new IssueQuestion { Formerly = DesiredIssues.Formerly(desired), Wanted = [.. desired.Select(issue => issue.Id.ToString())], Named = DesiredIssues.Named(desired), Adopts = adopts }, Never);

    public async Task<SyncOutcome> ApplyAsync(SyncPlan plan, IIssueTracker? tracker = null)
    {
        Step();
        return await new SyncApplier(tracker ?? Tracker, Budget).ApplyAsync(plan, Live, new Progress<PlannedChange>(), Never);
    }

    /// <summary>Plans and applies, and holds that nothing is left to do.</summary>
    public async Task<SyncPlan> SyncAsync(Checklist list, string? release = null)
    {
        var plan = await PlanAsync(list, release);
        (await ApplyAsync(plan)).Remaining.Should().Be(0);
        (await PlanAsync(list, release)).Changes.Where(change => change.IsWrite).Select(change => $"{change.Action} {change.Identity}: {change.Reason}").Should().BeEmpty("a plan that was applied leaves nothing");
        return plan;
    }

    public async Task<TrackedIssue> IssueAsync(int number) => (await Tracker.FindIssueAsync(number, Never))!;

    public async Task<ImmutableArray<TrackedIssue>> AllAsync() => await Tracker.ListIssuesAsync(LabelNames.All, Never);

    public async Task<IssueMarker> MarkerAsync(int number) => IssueMarker.Read((await IssueAsync(number)).Body)!;

    public async Task<ImmutableArray<string>> CommentsAsync(int number) =>
        [.. (await Tracker.ReadTimelineAsync(number, Never)).OfType<Commented>().Select(comment => comment.Body)];

    /// <summary>Something that a person does.</summary>
    public async Task EditAsync(int number, Func<TrackedIssue, IssueUpdate> edit, Actor? actor = null)
    {
        Step();
        await Tracker.ActAs(actor ?? Zev).UpdateIssueAsync(number, edit(await IssueAsync(number)), Never);
    }

    public async Task SayAsync(int number, string text, Actor? actor = null)
    {
        Step();
        await Tracker.ActAs(actor ?? Zev).AddCommentAsync(number, text, Never);
    }

    /// <summary>Where an item stands, by its issue.</summary>
    public async Task<ItemState> StateAsync(Checklist list, string id, string? release = null)
    {
        var item = list.ItemsById()[id];
        var scope = new ItemScopes(list, release).OfItem(item);
        var found = IssueIndex.Build(await AllAsync(), Identities).Find(scope.Id.ToString())!;
        return new ItemStateResolver(Identities).Resolve(scope, item.SignOffPolicy, new IssueFacts(found, await Tracker.ReadTimelineAsync(found.Issue.Number, Never)));
    }

    private void Step() => _folder.Time.Now += TimeSpan.FromMinutes(1);
}
