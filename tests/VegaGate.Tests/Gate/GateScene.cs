using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.Tests.Gate;

/// <summary>A list whose issues are synced, and what happens on them. Every event comes a minute after the one before.</summary>
internal sealed class GateScene
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly Actor Ours = new("vegagate[bot]", 1, IsBot: true);

    private readonly Checklist _list;
    private readonly string? _release;
    private readonly Dictionary<ItemId, IssueFacts> _issues = [];
    private readonly Dictionary<Artifact, ArtifactFact> _artifacts = [];
    private readonly Dictionary<ItemId, TextAuthor> _authors = [];

    public GateScene(Checklist list, string? release = null)
    {
        (_list, _release) = (list, release);
        Now = Start;
        foreach (var section in list.Sections)
        {
            foreach (var item in section.Items)
                Add(IdOf(item.Id!.Value), item.Fingerprint);
            if (section.Handoff is { } handoff)
                Add(HandoffOf(section.Id!.Value), handoff.Fingerprint);
            foreach (var artifact in section.Handoff?.Artifacts ?? [])
            {
                if (artifact.Path is not null || artifact.PullRequest is not null)
                    _artifacts[artifact] = new ArtifactFact(true, "it is there");
            }
        }
    }

    /// <summary>When the gate is asked, and the last thing happened.</summary>
    public DateTimeOffset Now { get; set; }

    public GateFacts Facts => new(Now, _issues, _artifacts);

    public static Actor Person(string login, long id = 0) => new(login, id, IsBot: false);

    public static GateScene Of(string gate, params ImmutableArray<string> items) => new(ValidList.Of(gate, items));

    /// <summary>One item of zev and rr.</summary>
    public static GateScene OneItem(string more = "") => Of("{ approvers: kate }", $"{{ id: x, title: Do it, owners: [zev, rr]{more} }}");

    public GateScene Happens(string id, Func<DateTimeOffset, TimelineEvent> happened)
    {
        Now += TimeSpan.FromMinutes(1);
        return Change(id, facts => facts with { Timeline = facts.Timeline.Add(happened(Now)) });
    }

    public GateScene Say(string id, string login, string text) => Say(id, Person(login), text);

    public GateScene Say(string id, Actor actor, string text) => Happens(id, at => new Commented(actor, at, 1, text, IsEdited: false));

    public GateScene Close(string id, Actor? actor, CloseReason? reason = CloseReason.Completed, string? commit = null, bool byApp = false) =>
        Happens(id, at => new Closed(actor, at, reason, commit, byApp)).Change(id, facts => WithIssue(facts, issue => issue with { IsOpen = false, ClosedAs = reason }));

    public GateScene Reopen(string id, Actor actor, bool byApp = false) =>
        Happens(id, at => new Reopened(actor, at, byApp)).Change(id, facts => WithIssue(facts, issue => issue with { IsOpen = true, ClosedAs = null }));

    /// <summary>The text changes and is synced at once.</summary>
    public GateScene TextChanges(string id)
    {
        Now += TimeSpan.FromMinutes(1);
        return Mark(id, marker => marker with { Since = Now });
    }

    public GateScene Mark(string id, Func<IssueMarker, IssueMarker> change) => Change(id, facts => facts with { Marked = facts.Marked with { Marker = change(facts.Marked.Marker) } });

    public GateScene Lose(string id)
    {
        _issues.Remove(Identity(id));
        return this;
    }

    public GateScene Found(string artifact, bool? isThere) => Found(artifact, new ArtifactFact(isThere, $"asked for {artifact}"));

    public GateScene Found(string artifact, ArtifactFact? fact)
    {
        var key = _list.Sections.SelectMany(section => section.Handoff?.Artifacts ?? []).Single(known => known.Name == artifact);
        if (fact is null)
            _artifacts.Remove(key);
        else
            _artifacts[key] = fact;
        return this;
    }

    public GateScene WrittenBy(string id, TextAuthor author)
    {
        _authors[Identity(id)] = author;
        return this;
    }

    public ItemScope Scope(string id) => new ItemScopes(_list, _release, _authors).OfItem(_list.ItemsById()[id]);

    public ItemState State(string id) => History(id).State;

    public ItemHistory History(string id)
    {
        var scopes = new ItemScopes(_list, _release, _authors);
        var phase = _list.Sections.FirstOrDefault(section => "#" + section.Id!.Value == id);
        var item = _list.Items.FirstOrDefault(item => item.Id!.Value == id);
        return new ItemStateResolver([Ours.Login]).ReadHistory(
            phase is null ? scopes.OfItem(item!) : scopes.OfHandoff(phase, phase.Handoff!), item?.SignOffPolicy ?? new SignOffPolicy.Any(), _issues[Identity(id)]);
    }

    public GateResult Ask(string? stage = null, string? phase = null) => Ask(new GateRequest(stage, phase, _release));

    public GateResult Ask(GateRequest request, bool isProtected = true) =>
        new GateEvaluator(new ItemStateResolver([Ours.Login]), SeverityPolicy.Default).Evaluate([_list], request, new GateFacts(Now, _issues, _artifacts) { IsCommitProtected = isProtected, Authors = _authors });

    /// <summary>The same with other facts.</summary>
    public GateResult Ask(GateRequest request, Func<GateFacts, GateFacts> change) =>
        new GateEvaluator(new ItemStateResolver([Ours.Login]), SeverityPolicy.Default).Evaluate([_list], request, change(Facts with { Authors = _authors }));

    public GateResult Ask(Func<GateFacts, GateFacts> change) => Ask(new GateRequest(null, null, _release), change);

    /// <summary>The verdict on one item, or with '#' before a phase on its hand-off.</summary>
    public ItemVerdict Verdict(string id, string? stage = null) => Ask(stage).Lists.Single().Items.Single(item => item.Id.Equals(Identity(id)));

    private static IssueFacts WithIssue(IssueFacts facts, Func<TrackedIssue, TrackedIssue> change) => facts with { Marked = facts.Marked with { Issue = change(facts.Issue) } };

    private GateScene Change(string id, Func<IssueFacts, IssueFacts> change)
    {
        _issues[Identity(id)] = change(_issues[Identity(id)]);
        return this;
    }

    private void Add(ItemId id, string fingerprint) => _issues[id] = new IssueFacts(
        new MarkedIssue(
            new TrackedIssue { Number = _issues.Count + 1, Title = id.ToString(), Body = "", IsOpen = true, Author = Ours, CreatedAt = Start, UpdatedAt = Start, Url = $"https://github.com/a/b/issues/{_issues.Count + 1}" },
            new IssueMarker(id.ToString(), fingerprint, null, "todo", new MarkerBaseline("t", "b", "a", "m"))),
        []);

    private ItemId Identity(string id) => id[0] == '#' ? HandoffOf(id[1..]) : IdOf(id);

    private ItemId IdOf(string item) => new(_list.Name, _release, item);

    private ItemId HandoffOf(string phase) => ItemId.ForHandoff(_list.Name, _release, phase);
}
