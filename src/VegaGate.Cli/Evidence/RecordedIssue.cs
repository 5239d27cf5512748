using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Gate.Blocking;
using VegaGate.Tracking;

namespace VegaGate.Cli.Evidence;

/// <summary>An issue with what happened on it. Its marker is the one in its body.</summary>
internal sealed record RecordedIssue(
    [property: Description("Whose issue it is: list/item, or list@release/item; null for a report of a blocker.")] string? Id,
    int Number,
    string Title,
    [property: Description("All of it, of an item's with the marker in its first line.")] string Body,
    bool Open,
    [property: Description("Null while it is open, or where the tracker does not say.")] CloseReason? ClosedAs,
    ImmutableArray<string> Labels,
    ImmutableArray<string> Assignees,
    string? Milestone,
    RecordedActor Author,
    DateTimeOffset Created,
    string Url,
    [property: Description("Comments, closings and reopenings in the order in which they happened.")] ImmutableArray<RecordedEvent> Timeline)
{
    public static RecordedIssue Of(ItemId id, IssueFacts facts) => Of(id.ToString(), facts.Issue, facts.Timeline);

    public static RecordedIssue Of(FiledReport report) => Of(null, report.Issue, report.Timeline);

    /// <summary>The issue of an item as the gate takes it.</summary>
    /// <exception cref="UnusableEvidenceException">The body has no marker.</exception>
    public IssueFacts ToFacts()
    {
        var marker = IssueMarker.Read(Body) ?? throw new UnusableEvidenceException($"the body of the issue #{Number} does not begin with a marker");
        return new IssueFacts(new MarkedIssue(ToIssue(), marker), Events);
    }

    public FiledReport ToReport() => new(ToIssue(), Events);

    private ImmutableArray<TimelineEvent> Events => [.. Timeline.Select(entry => entry.ToEvent())];

    private static RecordedIssue Of(string? id, TrackedIssue issue, ImmutableArray<TimelineEvent> timeline) => new(
        id,
        issue.Number,
        issue.Title,
        issue.Body,
        issue.IsOpen,
        issue.ClosedAs,
        [.. issue.Labels.Order(StringComparer.Ordinal)],
        [.. issue.Assignees.Order(StringComparer.Ordinal)],
        issue.Milestone,
        RecordedActor.Of(issue.Author)!,
        issue.CreatedAt.ToUniversalTime(),
        issue.Url,
        [.. timeline.Select(RecordedEvent.Of)]);

    private TrackedIssue ToIssue() => new()
    {
        Number = Number,
        Title = Title,
        Body = Body,
        IsOpen = Open,
        ClosedAs = ClosedAs,
        Labels = Labels,
        Assignees = Assignees,
        Milestone = Milestone,
        Author = Author.ToActor(),
        CreatedAt = Created,
        UpdatedAt = Created,
        Url = Url,
    };
}

/// <summary>Something that happened on an issue.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RecordedComment), "commented")]
[JsonDerivedType(typeof(RecordedClosing), "closed")]
[JsonDerivedType(typeof(RecordedReopening), "reopened")]
internal abstract record RecordedEvent([property: Description("Null where the account is gone.")] RecordedActor? Actor, DateTimeOffset At, string Url)
{
    public static RecordedEvent Of(TimelineEvent happened)
    {
        var (actor, at) = (RecordedActor.Of(happened.Actor), happened.At.ToUniversalTime());
        return happened switch
        {
            Commented comment => new RecordedComment(actor, at, comment.Url, comment.Id, comment.Body, comment.IsEdited, comment.ByApp),
            Closed closing => new RecordedClosing(actor, at, closing.Url, closing.Reason, closing.CommitId, closing.ByApp),
            Reopened opening => new RecordedReopening(actor, at, opening.Url, opening.ByApp),
            _ => throw new NotSupportedException($"There is no place for {happened.GetType().Name}."),
        };
    }

    public abstract TimelineEvent ToEvent();
}

internal sealed record RecordedComment(RecordedActor? Actor, DateTimeOffset At, string Url, long Comment, string Body, bool Edited, bool ByApp) : RecordedEvent(Actor, At, Url)
{
    public override TimelineEvent ToEvent() => new Commented(Actor?.ToActor(), At, Comment, Body, Edited) { Url = Url, ByApp = ByApp };
}

internal sealed record RecordedClosing(
    RecordedActor? Actor,
    DateTimeOffset At,
    string Url,
    [property: Description("Null where the tracker does not say.")] CloseReason? Reason,
    [property: Description("The commit whose message closed it.")] string? Commit,
    bool ByApp) : RecordedEvent(Actor, At, Url)
{
    public override TimelineEvent ToEvent() => new Closed(Actor?.ToActor(), At, Reason, Commit, ByApp) { Url = Url };
}

internal sealed record RecordedReopening(RecordedActor? Actor, DateTimeOffset At, string Url, bool ByApp) : RecordedEvent(Actor, At, Url)
{
    public override TimelineEvent ToEvent() => new Reopened(Actor?.ToActor(), At, ByApp) { Url = Url };
}
