using System.Collections.Immutable;
using System.ComponentModel;
using VegaGate.Checklists;
using VegaGate.Conditions;
using VegaGate.Gate;
using VegaGate.Gate.Blocking;
using VegaGate.Tracking;

namespace VegaGate.Cli.Evidence;

/// <summary>The facts of a decision as the file holds them: sorted, and complete. A test fails for a fact that is not carried over.</summary>
internal sealed record RecordedFacts(
    [property: Description("The tracker's time of the decision.")] DateTimeOffset Now,
    [property: Description("Whether the commit can be reached from a protected branch; true where none is released.")] bool CommitProtected,
    [property: Description("By number.")] ImmutableArray<RecordedIssue> Issues,
    [property: Description("Identities whose issue is gone.")] ImmutableArray<MissingIssue> Missing,
    [property: Description("Artifacts of hand-offs that were looked for, in the order of the files.")] ImmutableArray<RecordedArtifact> Artifacts,
    [property: Description("Who wrote the texts, where a list asks for that.")] ImmutableArray<RecordedAuthor> Authors,
    [property: Description("What the probes of items answered.")] ImmutableArray<RecordedAnswers> Probes,
    [property: Description("Issues with which somebody reported a blocker, by number; empty where no list escalates.")] ImmutableArray<RecordedIssue> Reports,
    [property: Description("How many reports of strangers were left unread, because there were too many.")] int UnreadReports,
    [property: Description("Items of which the file and the issue say different things since both were changed.")] ImmutableArray<RecordedConflict> Conflicts,
    [property: Description("Whose word let it go although it held; null: nobody's.")] RecordedOverride? Override,
    [property: Description("Teams that are on GitHub, with who was in them.")] ImmutableArray<RecordedTeam> Teams)
{
    public static RecordedFacts Of(GateFacts facts, ImmutableArray<Checklist> checklists) => new(
        facts.Now.ToUniversalTime(),
        facts.IsCommitProtected,
        [.. facts.Issues.Select(pair => RecordedIssue.Of(pair.Key, pair.Value)).OrderBy(issue => issue.Number).ThenBy(issue => issue.Id, StringComparer.Ordinal)],
        [.. facts.Missing.Select(pair => new MissingIssue(pair.Key.ToString(), pair.Value)).OrderBy(missing => missing.Id, StringComparer.Ordinal)],
        [
            .. ArtifactPlace.All(checklists).Where(place => facts.Artifacts.ContainsKey(place.Artifact)).Select(place => new RecordedArtifact(
                place.List, place.Phase, place.Number, place.Artifact.Name, facts.Artifacts[place.Artifact].IsThere, facts.Artifacts[place.Artifact].Evidence)),
        ],
        [.. facts.Authors.Select(pair => new RecordedAuthor(pair.Key.ToString(), RecordedActor.Of(pair.Value.Author), pair.Value.Problem)).OrderBy(author => author.Id, StringComparer.Ordinal)],
        [.. facts.Probes.Select(pair => new RecordedAnswers(pair.Key.ToString(), [.. pair.Value.Select(answer => new RecordedAnswer(answer.Outcome, answer.Evidence))])).OrderBy(probe => probe.Id, StringComparer.Ordinal)],
        [.. facts.Reports.Reports.Select(RecordedIssue.Of).OrderBy(report => report.Number)],
        facts.Reports.Unread,
        [.. facts.Conflicts.Select(pair => new RecordedConflict(pair.Key.ToString(), pair.Value)).OrderBy(conflict => conflict.Id, StringComparer.Ordinal)],
        facts.Override is { } word ? new RecordedOverride(RecordedActor.Of(word.Actor)!, word.At.ToUniversalTime(), word.Url, word.Text) : null,
        [.. facts.Teams.Select(RecordedTeam.Of)]);

    /// <summary>The facts as they were read; what follows from them, such as blockers, is not among them.</summary>
    /// <exception cref="UnusableEvidenceException">An identity or a marker is none.</exception>
    public GateFacts ToFacts(ImmutableArray<Checklist> checklists) => new(
        Now,
        ById(Issues, issue => issue.Id, issue => issue.ToFacts()),
        ArtifactPlace.All(checklists).Join(Artifacts, place => place.Key, artifact => artifact.Key, (place, artifact) => (place.Artifact, Fact: new ArtifactFact(artifact.IsThere, artifact.Evidence)))
            .DistinctBy(pair => pair.Artifact).ToDictionary(pair => pair.Artifact, pair => pair.Fact))
    {
        Missing = ById(Missing, missing => missing.Id, missing => missing.Number),
        Authors = ById(Authors, author => author.Id, author => new TextAuthor(author.Author?.ToActor(), author.Problem)),
        Probes = ById(Probes, probe => probe.Id, probe => probe.Answers.Select(answer => new ProbeAnswer(answer.Outcome, answer.Evidence)).ToImmutableArray()),
        Reports = new ReportListing([.. Reports.Select(report => report.ToReport())], UnreadReports),
        Conflicts = ById(Conflicts, conflict => conflict.Id, conflict => conflict.Fields),
        Override = Override is { } word ? new OverrideWord(word.By.ToActor(), word.At, word.Url, word.Reason) : null,
        Teams = TeamSources,
        IsCommitProtected = CommitProtected,
    };

    /// <summary>From where the members of teams were taken.</summary>
    internal ImmutableArray<TeamSource> TeamSources => [.. Teams.Select(team => team.ToSource())];

    private static Dictionary<ItemId, TValue> ById<T, TValue>(IEnumerable<T> entries, Func<T, string?> id, Func<T, TValue> value)
    {
        var known = new Dictionary<ItemId, TValue>();
        foreach (var entry in entries)
        {
            if (ItemId.Parse(id(entry) ?? "") is not { } identity || !known.TryAdd(identity, value(entry)))
                throw new UnusableEvidenceException($"`{id(entry)}` is no identity of an item, or stands there twice");
        }

        return known;
    }

    /// <summary>Where an artifact stands: its name may stand there twice.</summary>
    private sealed record ArtifactPlace(string List, string Phase, int Number, Artifact Artifact)
    {
        public (string List, string Phase, int Number) Key => (List, Phase, Number);

        public static IEnumerable<ArtifactPlace> All(ImmutableArray<Checklist> checklists) =>
            from checklist in checklists
            from section in checklist.Sections
            from artifact in (section.Handoff?.Artifacts ?? []).Select((artifact, at) => new ArtifactPlace(checklist.Name, section.Id!.Value, at + 1, artifact))
            select artifact;
    }
}

/// <summary>An account.</summary>
internal sealed record RecordedActor(string Login, [property: Description("The account's number; 0 where the tracker has none.")] long Account, bool Bot)
{
    public static RecordedActor? Of(Actor? actor) => actor is null ? null : new RecordedActor(actor.Login, actor.Id, actor.IsBot);

    public Actor ToActor() => new(Login, Account, Bot);
}

internal sealed record MissingIssue(string Id, [property: Description("The number that the issue had.")] int Number);

internal sealed record RecordedArtifact(
    string List,
    string Phase,
    [property: Description("Its place among the artifacts of the phase, from 1.")] int Number,
    string Name,
    [property: Description("Null when it could not be found out.")] bool? IsThere,
    string Evidence)
{
    internal (string List, string Phase, int Number) Key => (List, Phase, Number);
}

internal sealed record RecordedAuthor(string Id, [property: Description("Null when it could not be found out.")] RecordedActor? Author, [property: Description("Why not.")] string? Problem);

internal sealed record RecordedAnswers(string Id, [property: Description("In the order of the file.")] ImmutableArray<RecordedAnswer> Answers);

internal sealed record RecordedAnswer(ProbeOutcome Outcome, [property: Description("What was seen.")] string Evidence);

internal sealed record RecordedConflict(string Id, [property: Description("The fields that differ.")] ImmutableArray<string> Fields);

/// <summary>Somebody's word that a release goes although it holds.</summary>
internal sealed record RecordedOverride(RecordedActor By, DateTimeOffset At, [property: Description("The comment that says so.")] string Url, string Reason);

/// <summary>From where the members of a team were taken.</summary>
internal sealed record RecordedTeam(
    string List,
    [property: Description("The team's name in the file.")] string Team,
    [property: Description("organization/team")] string Github,
    [property: Description("Who was in it; null when the token may not read that, and the file's own members count.")] ImmutableArray<RecordedActor>? Accounts,
    [property: Description("How many members counted.")] int Members)
{
    public static RecordedTeam Of(TeamSource source) => new(source.List, source.Team, source.GithubTeam, source.Accounts is { } accounts ? [.. accounts.Select(account => RecordedActor.Of(account)!)] : null, source.Members);

    public TeamSource ToSource() => new(List, Team, Github, Accounts is { } accounts ? [.. accounts.Select(account => account.ToActor())] : null, Members);
}
