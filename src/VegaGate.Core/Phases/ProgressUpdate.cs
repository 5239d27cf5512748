using System.Collections.Immutable;
using VegaGate.Checklists;
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
public sealed record UpdatePart(string Key, string Heading, ImmutableArray<UpdateEntry> Entries);

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
/// <param name="Active">The phases that are being worked on, as people read them; empty when none is, and then nobody wants an update.</param>
/// <param name="Parts">In the order in which they are shown; one may be empty.</param>
public sealed record ProgressUpdate(
    string List, string Title, DateTimeOffset At, DateTimeOffset Since, TrackingMatrix Matrix, int Passed, int Items, ImmutableArray<string> Active, ImmutableArray<UpdatePart> Parts)
{
    public bool IsActive => !Active.IsEmpty;

    /// <summary>The update in a line.</summary>
    public string Headline => $"{Title}: status on {At.UtcDateTime:yyyy-MM-dd}, {Passed} of {Items} items clear";

    /// <summary>The update of a list.</summary>
    /// <param name="result">What the gate says of the list with all its stages and phases.</param>
    public static ProgressUpdate Of(Checklist checklist, string? release, ListResult result, UpdateQuestion question)
    {
        var phases = PhaseStanding.Of(checklist, release, result);
        var active = phases.Where(phase => phase.IsActive).ToImmutableArray();
        var items = phases.SelectMany(phase => phase.Items).ToImmutableArray();
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
                new UpdatePart("done", $"Done since {Instants.Show(question.Since)}", [.. phases.SelectMany(phase => phase.Verdicts).Select(verdict => Done(verdict, question)).OfType<UpdateEntry>()]),
                new UpdatePart("in-progress", "In progress", [.. active.SelectMany(phase => phase.Items).Where(IsBegun).Select(verdict => UpdateEntry.Of(verdict, Awaits(verdict)))]),
                new UpdatePart("blocked", "Blocked", [.. phases.Where(phase => !phase.IsOver).SelectMany(phase => phase.Blocked).Select(verdict => UpdateEntry.Of(verdict, Sentence(verdict)))]),
                new UpdatePart("next", "Next", [.. active.SelectMany(phase => Next(phase, question))]),
                new UpdatePart("escalations", "Escalations", question.Escalations),
                new UpdatePart("meetings", "Meetings due", [.. active.Where(phase => phase.Phase.Handoff is { } handoff && checklist.NeedsMeeting(handoff) && phase.Step is HandoffStep.Ready or HandoffStep.Asked).Select(phase => Meeting(phase, checklist))]),
                new UpdatePart("early", "Begun before the phase was open", [.. phases.Where(phase => !phase.IsOver).SelectMany(phase => phase.Early).Select(verdict => UpdateEntry.Of(verdict, Sentence(verdict)))]),
            ]);
    }

    /// <summary>Null for what was not done, or was done before.</summary>
    private static UpdateEntry? Done(ItemVerdict verdict, UpdateQuestion question)
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
    private static IEnumerable<UpdateEntry> Next(PhaseStanding phase, UpdateQuestion question)
    {
        foreach (var (verdict, item) in phase.Items.Zip(phase.Phase.Items).Where(pair => pair.First is { Holds: true, Reason: not (ReasonCode.Blocked or ReasonCode.BlockerOpen) } && !IsBegun(pair.First)))
            yield return UpdateEntry.Of(verdict, $"{Awaits(verdict)}{DueOf(item, question)}");
        if (phase is { Handoff: { Holds: true, Reason: not (ReasonCode.Blocked or ReasonCode.BlockerOpen) } handoff } && !phase.Open.Any())
            yield return UpdateEntry.Of(handoff, Sentence(handoff));
    }

    private static UpdateEntry Meeting(PhaseStanding phase, Checklist checklist)
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
