using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Escalation;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Phases;

/// <summary>One thing of which an update speaks. Texts as people read them, not escaped for anything.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Detail">What is to be said of it, without a full stop at its end; empty where that is nothing.</param>
/// <param name="Url">Where a person reads it; empty where there is no page.</param>
public sealed record UpdateEntry(string Title, string Detail, int? Issue, string Url)
{
    internal static UpdateEntry Of(ItemVerdict verdict, string detail) => new(verdict.Title, detail, verdict.Issue, verdict.Url);
}

/// <summary>A part of an update.</summary>
/// <param name="Key">For programs.</param>
public sealed record UpdatePart(string Key, string Heading, ImmutableArray<UpdateEntry> Entries)
{
    /// <summary>So many of the first entries are never left out, however many there are.</summary>
    public int Kept { get; init; }
}

/// <summary>What an update is asked for, and what it takes beside the gate's answer.</summary>
/// <param name="Since">From when on something counts as done since last time.</param>
/// <param name="Now">The tracker's time.</param>
public sealed record UpdateQuestion(DateTimeOffset Since, DateTimeOffset Now)
{
    /// <summary>Blockers of which people were called.</summary>
    public ImmutableArray<UpdateEntry> Escalations { get; init; } = [];
}

/// <summary>The regular status update of a list with phases: where each phase is, and what happened, is blocked and comes next. Pure.</summary>
/// <param name="List">The list's slug, with its release where it has one.</param>
/// <param name="Matrix">Every phase with its state.</param>
/// <param name="Passed">How many items of the list are not in the way any more.</param>
/// <param name="Items">How many items the list has.</param>
/// <param name="Active">The phases that are being worked on, as people read them; empty when none is.</param>
/// <param name="Parts">One for each of <see cref="PartKeys"/>, in that order, which is the one in which they are shown; one may be empty.</param>
public sealed record ProgressUpdate(
    string List, string Title, DateTimeOffset At, DateTimeOffset Since, TrackingMatrix Matrix, int Passed, int Items, ImmutableArray<string> Active, ImmutableArray<UpdatePart> Parts)
{
    private const string Done = "done";
    private const string InProgress = "in-progress";
    private const string Blocked = "blocked";
    private const string Next = "next";
    private const string Escalations = "escalations";
    private const string Meetings = "meetings";
    private const string FollowUp = "follow-up";
    private const string Early = "early";

    /// <summary>The keys of the parts.</summary>
    public static ImmutableArray<string> PartKeys { get; } = [Done, InProgress, Blocked, Next, Escalations, Meetings, FollowUp, Early];

    /// <summary>Whether anybody wants it: a phase is active, or something was done since last time, such as the last hand-off.</summary>
    public bool IsWanted => !Active.IsEmpty || Parts.Any(part => part is { Key: Done, Entries.IsEmpty: false });

    /// <summary>Who receives it.</summary>
    public ImmutableArray<Recipient> To { get; init; } = [];

    /// <summary>Where it is sent, in the file's words.</summary>
    public ImmutableArray<string> Channels { get; init; } = [];

    /// <summary>While what is going on, in the file's words; null where it does not say.</summary>
    public string? When { get; init; }

    /// <summary>The update in a line.</summary>
    public string Headline => $"{Title}: status on {At.UtcDateTime:yyyy-MM-dd}, {Passed} of {Items} items clear";

    /// <summary>The update of a list.</summary>
    /// <param name="result">What the gate says of the list with all its stages and phases.</param>
    public static ProgressUpdate Of(Checklist checklist, string? release, ListResult result, UpdateQuestion question)
    {
        var phases = PhaseStanding.Of(checklist, release, result);
        var active = phases.Where(phase => phase.IsActive).ToImmutableArray();
        var items = phases.SelectMany(phase => phase.Items).ToImmutableArray();
        var handoffs = phases.Select(phase => phase.Handoff).OfType<ItemVerdict>().Select(verdict => TellDone(verdict, question)).OfType<UpdateEntry>().ToImmutableArray();
        var plan = checklist.Communication?.StatusUpdate;
        return new ProgressUpdate(
            result.Name,
            checklist.Title,
            question.Now,
            question.Since,
            TrackingMatrix.Of(checklist, release, result),
            items.Count(item => !item.Holds),
            items.Length,
            [.. active.Select(phase => $"{phase.Number}. {phase.Phase.Title}")],
            [
                new UpdatePart(Done, $"Done since {Instants.Show(question.Since)}", [.. handoffs, .. items.Select(verdict => TellDone(verdict, question)).OfType<UpdateEntry>()]) { Kept = handoffs.Length },
                new UpdatePart(InProgress, "In progress", [.. active.SelectMany(phase => phase.Items).Where(IsBegun).Select(verdict => UpdateEntry.Of(verdict, Awaits(verdict)))]),
                new UpdatePart(Blocked, "Blocked", [.. phases.Where(phase => !phase.IsOver).SelectMany(phase => phase.Blocked).Select(verdict => UpdateEntry.Of(verdict, Sentence(verdict)))]),
                new UpdatePart(Next, "Next", [.. active.SelectMany(phase => TellNext(phase, question))]),
                new UpdatePart(Escalations, "Escalations", question.Escalations),
                new UpdatePart(Meetings, "Meetings due", [.. active.Where(phase => phase.Phase.Handoff is { } handoff && checklist.NeedsMeeting(handoff) && phase.Step is HandoffStep.Ready or HandoffStep.Asked).Select(phase => TellMeeting(phase, checklist))]),
                new UpdatePart(FollowUp, "Follow-up", [.. phases.Select(phase => phase.Handoff).OfType<ItemVerdict>().Where(handoff => handoff.Handoff is { FollowUpDue.IsEmpty: false }).Select(handoff => UpdateEntry.Of(handoff, string.Join("; ", handoff.Handoff!.FollowUpDue)))]),
                new UpdatePart(Early, "Begun before the phase was open", [.. phases.Where(phase => !phase.IsOver).SelectMany(phase => phase.Early).Select(verdict => UpdateEntry.Of(verdict, Sentence(verdict)))]),
            ])
        {
            To = [.. Recipient.Of(checklist.People, plan?.To ?? [])],
            Channels = plan?.Channels ?? [],
            When = plan?.When,
        };
    }

    /// <summary>Null for what was not done, or was done before.</summary>
    private static UpdateEntry? TellDone(ItemVerdict verdict, UpdateQuestion question)
    {
        if (verdict is { Handoff: not null, Verdict: Verdict.Pass, State.Acceptance: { } acceptance })
            return acceptance.At > question.Since ? UpdateEntry.Of(verdict, $"accepted by {acceptance.Actor.Login}{(acceptance.Score is { } score ? $" ({score}/{AcceptanceText.Best})" : "")}") : null;
        return verdict switch
        {
            { Verdict: Verdict.Pass, Reason: ReasonCode.SignedOff, State: { SignOffs: { IsEmpty: false } signOffs } } when signOffs.Max(signOff => signOff.At) > question.Since =>
                UpdateEntry.Of(verdict, $"signed off by {string.Join(", ", signOffs.Select(signOff => signOff.Actor.Login))}"),
            { Verdict: Verdict.Waived, State.Waiver: { } waiver } when waiver.At > question.Since => UpdateEntry.Of(verdict, Sentence(verdict)),
            { Verdict: Verdict.NotApplicable, State.NotApplicable: { } word } when word.At > question.Since => UpdateEntry.Of(verdict, Sentence(verdict)),
            _ => null,
        };
    }

    private static bool IsBegun(ItemVerdict verdict) => verdict is { Holds: true, State.Status: ItemStatus.InProgress };

    /// <summary>What nobody has begun, and then the hand-off, once the items have passed.</summary>
    private static IEnumerable<UpdateEntry> TellNext(PhaseStanding phase, UpdateQuestion question)
    {
        foreach (var (verdict, item) in phase.Items.Zip(phase.Phase.Items).Where(pair => pair.First is { Holds: true, Reason: not (ReasonCode.Blocked or ReasonCode.BlockerOpen) } && !IsBegun(pair.First)))
            yield return UpdateEntry.Of(verdict, $"{Awaits(verdict)}{DueOf(item, question)}");
        if (phase is { Handoff: { Holds: true, Reason: not (ReasonCode.Blocked or ReasonCode.BlockerOpen) } handoff } && !phase.Open.Any())
            yield return UpdateEntry.Of(handoff, Sentence(handoff));
    }

    private static UpdateEntry TellMeeting(PhaseStanding phase, Checklist checklist)
    {
        var handoff = phase.Phase.Handoff!;
        var names = new ShortNames(checklist.People);
        var parts = new[]
        {
            $"{names.Join(handoff.From.Select(name => name.Value))} and {names.Join(handoff.To.Select(name => name.Value))}",
            checklist.Communication?.Meetings?.AtMost is { } atMost ? $"{atMost.TotalMinutes:0} minutes at most" : "",
            checklist.Communication?.Meetings is { Agenda: { IsEmpty: false } agenda } ? $"agenda: {string.Join(", ", agenda)}" : "",
        };
        return UpdateEntry.Of(phase.Handoff!, string.Join("; ", parts.Where(part => part.Length > 0)));
    }

    private static string Awaits(ItemVerdict verdict) => verdict.WaitsFor.IsEmpty ? Sentence(verdict) : $"waits for {string.Join(" or ", verdict.WaitsFor)}";

    private static string DueOf(ChecklistItem item, UpdateQuestion question) => item.Due is not { } due ? ""
        : due < DateOnly.FromDateTime(question.Now.UtcDateTime) ? $", was due on {due:O}"
        : $", due on {due:O}";

    private static string Sentence(ItemVerdict verdict) => verdict.Sentence.TrimEnd('.');
}
