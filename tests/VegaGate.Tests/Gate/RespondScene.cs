using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.LocalTracker;
using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.Tests.Sync;
using VegaGate.Tracking;

namespace VegaGate.Tests.Gate;

/// <summary>
/// A synced list on a tracker of the test's own, people who act on its issues, and runs of respond. What the embedded tracker has no request for (a closing by a
/// commit, an edited comment, two things in one second) is put into what it reads.
/// </summary>
internal sealed class RespondScene : IDisposable
{
    public static readonly CancellationToken Never = CancellationToken.None;

    private readonly SyncScene _scene = new();
    private readonly AlteredTracker _tracker;
    private Checklist _list;

    private RespondScene(Checklist list)
    {
        _list = list;
        _tracker = new AlteredTracker(_scene.Tracker);
    }

    /// <summary>What respond reads from and writes to.</summary>
    public IIssueTracker Tracker => _tracker;

    /// <summary>The members of the one GitHub team; null where the token may not read it.</summary>
    public ImmutableArray<Actor>? Members { get; set; }

    /// <summary>What was read before. Only respond uses it.</summary>
    public ITimelineStore? Timelines { get; set; }

    /// <summary>Who wrote the last change of every item's text, where the list asks for it.</summary>
    public Actor? Author { get; set; }

    public SyncScene Sync => _scene;

    public static async Task<RespondScene> CreateAsync(Checklist list)
    {
        var scene = new RespondScene(list);
        await scene._scene.SyncAsync(list);
        return scene;
    }

    public void Dispose() => _scene.Dispose();

    public Task SayAsync(int number, Actor actor, string text) => _scene.SayAsync(number, text, actor);

    public Task CloseAsync(int number, Actor actor, CloseReason reason = CloseReason.Completed) => _scene.EditAsync(number, _ => new IssueUpdate { IsOpen = false, CloseAs = reason }, actor);

    public Task ReopenAsync(int number, Actor actor) => _scene.EditAsync(number, _ => new IssueUpdate { IsOpen = true }, actor);

    /// <summary>Somebody with the right to write changes the issue's text.</summary>
    public Task EditBodyAsync(int number, Func<string, string> edit, Actor actor) => _scene.EditAsync(number, issue => new IssueUpdate { Body = edit(issue.Body) }, actor);

    /// <summary>What happened last on the issue was something else, as its tracker tells.</summary>
    public async Task AlterLastAsync<T>(int number, Func<T, T> change)
        where T : TimelineEvent
    {
        var count = (await _scene.Tracker.ReadTimelineAsync(number, Never)).Length;
        _tracker.Altered[(number, count - 1)] = happened => change((T)happened);
    }

    /// <summary>The file on the default branch changes; nothing is synced.</summary>
    public void FileChanges(Checklist list) => _list = list;

    public Task ApplyAsync() => _scene.SyncAsync(_list);

    /// <summary>A run of respond for the event of an issue, or a scheduled one.</summary>
    /// <returns>How many issues were written to.</returns>
    public async Task<int> RespondAsync(int? number = null, IIssueTracker? through = null)
    {
        var tracker = through ?? Tracker;
        var input = await ReadAsync(tracker, Timelines);
        var handoffs = Ask(input).Lists.SelectMany(list => list.Items).Where(item => item.Handoff is not null).ToDictionary(item => item.Id);
        var responder = new Responder(tracker, new ItemStateResolver(SyncScene.Identities), SyncScene.Identities);
        var answered = 0;
        foreach (var (scope, policy, fingerprint) in input.Checklists.SelectMany(checklist => Known(checklist, input.Facts)))
        {
            if (input.Facts.Issues.TryGetValue(scope.Id, out var known) && (number is null || known.Issue.Number == number)
                && (await responder.RespondAsync(scope, policy, fingerprint, known, Never, handoffs.GetValueOrDefault(scope.Id))).HasWritten)
                answered++;
        }

        return answered;
    }

    /// <summary>The gate reads everything anew.</summary>
    public async Task<GateResult> AskAsync() => Ask(await ReadAsync(Tracker, null));

    /// <summary>Open or closed, its status label, and how often we spoke: one word each.</summary>
    public async Task<string> ShownAsync(int number)
    {
        var issue = await _scene.IssueAsync(number);
        var answers = (await Tracker.ReadTimelineAsync(number, Never)).OfType<Commented>().Count(said => said.Actor!.HasLogin(EmbeddedTracker.DefaultIdentity.Login));
        var status = string.Join(',', issue.Labels.Where(LabelNames.IsStatus).Select(label => label["status:".Length..]));
        return $"{(issue.IsOpen ? "open" : "closed")} {status} {answers}";
    }

    /// <summary>Everything that anybody sees in the end.</summary>
    public async Task<string> DescribeAsync()
    {
        var lines = new List<string>();
        foreach (var issue in await _scene.AllAsync())
            lines.Add($"#{issue.Number} {await ShownAsync(issue.Number)} [{string.Join(' ', issue.Labels.Order(StringComparer.Ordinal))}]");
        var result = await AskAsync();
        lines.Add($"{result.Decision} {result.Reason}");
        lines.AddRange(result.Lists.SelectMany(list => list.Items).Select(item => $"{item.Id} {item.Verdict} {item.Reason}"));
        return string.Join('\n', lines);
    }

    private static GateResult Ask(GateInput input) =>
        new GateEvaluator(new ItemStateResolver(SyncScene.Identities), SeverityPolicy.Default).Evaluate(input.Checklists, new GateRequest(null, null, null), input.Facts);

    private static IEnumerable<(ItemScope Scope, SignOffPolicy Policy, string Fingerprint)> Known(Checklist checklist, GateFacts facts)
    {
        var scopes = new ItemScopes(checklist, null, facts.Authors);
        return checklist.Sections.SelectMany(section => section.Items.Select(item => (scopes.OfItem(item), item.SignOffPolicy, item.Fingerprint))
            .Concat(section.Handoff is { } handoff ? [(scopes.OfHandoff(section, handoff), new SignOffPolicy.Any(), handoff.Fingerprint)] : []));
    }

    private async Task<GateInput> ReadAsync(IIssueTracker tracker, ITimelineStore? timelines)
    {
        var input = await new GateReader(tracker, new NoFacts(), new OneTeam(this), SyncScene.Identities) { Timelines = timelines }.ReadAsync([_list], new GateRequest(null, null, null), Never);
        return Author is null
            ? input
            : input with { Facts = input.Facts with { Authors = _list.Items.ToDictionary(item => new ItemId(_list.Name, null, item.Id!.Value), _ => new TextAuthor(Author, null)) } };
    }

    private sealed class OneTeam(RespondScene scene) : ITeamDirectory
    {
        public Task<ImmutableArray<Actor>?> FindMembersAsync(string team, CancellationToken cancellation) => Task.FromResult(scene.Members);
    }

    private sealed class NoFacts : IRepositoryFacts
    {
        public Task<bool> FileExistsAsync(string path, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<PullRequestFact?> FindPullRequestAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> IsReachableFromProtectedBranchAsync(string sha, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Actor?> FindCommitAuthorAsync(string sha, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<CommitStatus?> FindStatusAsync(string sha, string context, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<PullRequestHead>> ListOpenPullRequestHeadsAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public Task PublishStatusAsync(string sha, CommitStatus status, CancellationToken cancellation) => throw new NotSupportedException();
    }

    private sealed class AlteredTracker(IIssueTracker tracker) : IIssueTracker
    {
        /// <summary>By the issue's number and the place in its timeline.</summary>
        public Dictionary<(int Number, int Index), Func<TimelineEvent, TimelineEvent>> Altered { get; } = [];

        public string Description => tracker.Description;

        public Actor Identity => tracker.Identity;

        public DateTimeOffset Now => tracker.Now;

        public async Task<ImmutableArray<TimelineEvent>> ReadTimelineAsync(int number, CancellationToken cancellation) =>
            [.. (await tracker.ReadTimelineAsync(number, cancellation)).Select((happened, index) => Altered.TryGetValue((number, index), out var change) ? change(happened) : happened)];

        public Task<ImmutableArray<TrackedIssue>> ListIssuesAsync(string label, CancellationToken cancellation) => tracker.ListIssuesAsync(label, cancellation);

        public Task<ImmutableArray<TrackedIssue>> ListIssuesByAuthorAsync(string login, DateTimeOffset? since, CancellationToken cancellation) => tracker.ListIssuesByAuthorAsync(login, since, cancellation);

        public Task<TrackedIssue?> FindIssueAsync(int number, CancellationToken cancellation) => tracker.FindIssueAsync(number, cancellation);

        public Task<TrackedIssue> CreateIssueAsync(IssueDraft draft, CancellationToken cancellation) => tracker.CreateIssueAsync(draft, cancellation);

        public Task<TrackedIssue> UpdateIssueAsync(int number, IssueUpdate update, CancellationToken cancellation) => tracker.UpdateIssueAsync(number, update, cancellation);

        public Task<Commented> AddCommentAsync(int number, string body, CancellationToken cancellation) => tracker.AddCommentAsync(number, body, cancellation);

        public Task AcknowledgeAsync(long comment, CancellationToken cancellation) => tracker.AcknowledgeAsync(comment, cancellation);

        public Task<ImmutableArray<TrackerLabel>> ListLabelsAsync(CancellationToken cancellation) => tracker.ListLabelsAsync(cancellation);

        public Task<bool> RenameLabelAsync(string from, string to, CancellationToken cancellation) => tracker.RenameLabelAsync(from, to, cancellation);

        public Task CreateLabelAsync(TrackerLabel label, CancellationToken cancellation) => tracker.CreateLabelAsync(label, cancellation);

        public Task<bool> IsAssignableAsync(string login, CancellationToken cancellation) => tracker.IsAssignableAsync(login, cancellation);

        public Task EnsureMilestoneAsync(string title, CancellationToken cancellation) => tracker.EnsureMilestoneAsync(title, cancellation);
    }
}
