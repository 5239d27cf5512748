using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Format;
using VegaGate.Gate;
using VegaGate.Gate.Blocking;
using VegaGate.Text;
using VegaGate.Tracking;
using Keys = VegaGate.Checklists.ItemFormat;

namespace VegaGate.Recording;

/// <summary>From what stands on an issue to what the file says of it. The file never says more than the sign-offs in it.</summary>
/// <param name="people">The people as the file names them, without those whom only GitHub knows.</param>
internal sealed class ItemRecorder(GatePolicy gate, People people, DateTimeOffset now)
{
    /// <summary>A reason is a sentence or two; a comment may have 65,536 characters, and a line of a file not.</summary>
    private const int MaxReason = 2_000;

    private readonly HashSet<string> _approvers = gate.ApproversAmong(people);

    public ItemRecord Record(ChecklistItem item, ItemScope scope, ItemHistory history, IssueFacts issue)
    {
        var state = history.State;
        var notes = ImmutableArray.CreateBuilder<string>();
        var recordable = state.SignOffs.Where(signOff => IsRecordable(signOff, item, scope, notes)).OrderBy(signOff => signOff.At).ToImmutableArray();
        var isDone = !recordable.IsEmpty && SignOffCount.Missing(item.SignOffPolicy, scope, recordable).IsEmpty;
        var status = state.Status == ItemStatus.Blocked ? ItemStatus.Blocked
            : isDone ? ItemStatus.Done
            : state.Status is ItemStatus.Done or ItemStatus.InProgress ? ItemStatus.InProgress
            : ItemStatus.Todo;
        if (state.Status == ItemStatus.Done && !isDone)
            notes.Add($"{scope.Id} is done, and the file says so only when it names everybody whose sign-off that takes, and none is too old.");
        return new ItemRecord(
            status,
            [.. recordable.Select(signOff => SignOffFields(scope, signOff, issue.Issue.Number, item.Fingerprint))],
            Blocked(item, scope, state),
            Waived(item, scope, history, notes),
            NotApplicable(item, scope, history, issue, notes))
        {
            // Where no sign-off is required, this word passes the item.
            KeepsStatus = !gate.Requires(GateRequirement.SignOff) && item.RecordedStatus == ItemStatus.Done,
            Notes = notes.ToImmutable(),
        };
    }

    private static RecordWish SignOffFields(ItemScope scope, SignOff signOff, int issue, string fingerprint) => new(
    [
        new RecordField(Keys.SignOffKeys.By.Name, SlugOf(scope, signOff.Actor)!),
        new RecordField(Keys.SignOffKeys.At.Name, Instants.Show(signOff.At)),
        new RecordField(Keys.SignOffKeys.Issue.Name, $"{issue}"),
        new RecordField(Keys.SignOffKeys.Text.Name, fingerprint),
    ]);

    /// <summary>Whether the file can hold it: it names who gave it as somebody who may, and it is not too old to count.</summary>
    private bool IsRecordable(SignOff signOff, ChecklistItem item, ItemScope scope, ImmutableArray<string>.Builder notes)
    {
        if (gate.ValidFor is { } validFor && now - signOff.At > validFor)
        {
            notes.Add($"The sign-off of {scope.Id} by {signOff.Actor.Login} is older than the gate accepts, and is not recorded.");
            return false;
        }

        var slug = SlugOf(scope, signOff.Actor);
        if (slug is not null && item.Owners.Any(owner => people.SpeakersFor(owner.Value).Any(speaker => speaker.Slug.Value == slug)))
            return true;
        notes.Add($"{signOff.Actor.Login} signed off {scope.Id} as a member of a team on GitHub whom the file does not name there, and is not recorded: add {signOff.Actor.Login} to `people` and to the team's `members`.");
        return false;
    }

    private static RecordWish Blocked(ChecklistItem item, ItemScope scope, ItemState state)
    {
        if (state.Ledger.Blocker is not { } blocker)
            return state.Reports is [var report, ..] ? Reported(report) : RecordWish.Nothing;
        var fields = ImmutableArray.CreateBuilder<RecordField>();
        fields.Add(new RecordField(Keys.BlockedKeys.Since.Name, Instants.Show(blocker.At)));
        fields.Add(new RecordField(Keys.BlockedKeys.Reason.Name, Shorten(blocker.Text)));
        if (blocker.Class is { } kind)
            fields.Add(new RecordField(Keys.BlockedKeys.Class.Name, kind));

        // A block without one is of the item's severity, and an item without one of the list's.
        if ((blocker.Severity ?? (item.Severity is null ? scope.Severity : null)) is { } severity)
            fields.Add(new RecordField(Keys.BlockedKeys.Severity.Name, severity.ToWord()));
        return new RecordWish(fields.ToImmutable());
    }

    private static RecordWish Reported(BlockerRecord report) => new(
    [
        new RecordField(Keys.BlockedKeys.Since.Name, Instants.Show(report.Since!.Value)),
        new RecordField(Keys.BlockedKeys.Reason.Name, Shorten(report.Reason)),
        .. report.Class is { } kind ? new[] { new RecordField(Keys.BlockedKeys.Class.Name, kind) } : [],
        new RecordField(Keys.BlockedKeys.Severity.Name, report.Severity.ToWord()),
        new RecordField(Keys.BlockedKeys.Issue.Name, $"{report.Issue}"),
    ]);

    private RecordWish Waived(ChecklistItem item, ItemScope scope, ItemHistory history, ImmutableArray<string>.Builder notes)
    {
        WaiverWord? standing = null;
        if (history.State.Waiver is { } last && DateOnly.FromDateTime(now.UtcDateTime) <= last.Until)
        {
            if (IsNamedApprover(scope, last.Actor))
                standing = last;
            else
                notes.Add($"The waiver of {scope.Id} by {last.Actor.Login} is not recorded, because the file does not name {last.Actor.Login} among the approvers.");
        }

        if (item.Waiver is { } written)
        {
            var at = new MappingReader(item.Mapping).Child(Keys.Waived)?.Instant(Keys.WaiverKeys.At);
            var isOfIssue = history.Entries.SelectMany(entry => entry.Said).OfType<WaiverWord>()
                .Any(word => word.Until == written.Until && SlugOf(scope, word.Actor) == written.By.Value && IsSame(at, word.At));
            if (!isOfIssue && (standing is null || standing.Until <= written.Until))
                return RecordWish.AsItIs;
        }

        return standing is null ? RecordWish.Nothing : new RecordWish(
        [
            new RecordField(Keys.WaiverKeys.By.Name, SlugOf(scope, standing.Actor)!),
            new RecordField(Keys.WaiverKeys.Reason.Name, Shorten(standing.Text)),
            new RecordField(Keys.WaiverKeys.Until.Name, standing.Until.ToString("O")),
            new RecordField(Keys.WaiverKeys.At.Name, Instants.Show(standing.At)),
        ]);
    }

    private RecordWish NotApplicable(ChecklistItem item, ItemScope scope, ItemHistory history, IssueFacts issue, ImmutableArray<string>.Builder notes)
    {
        NotApplicableWord? standing = null;
        if (history.State.NotApplicable is not null)
        {
            var words = history.State.Ledger.Words.OfType<NotApplicableWord>().Where(word => issue.IsOfPresentText(word.At)).ToImmutableArray();
            standing = words.LastOrDefault(word => word.IsApprover && IsNamedApprover(scope, word.Actor) && words.Any(other => other.IsOwner && !other.Actor.IsSameAs(word.Actor)));
            if (standing is null)
                notes.Add($"That {scope.Id} does not apply is not recorded, because the file does not name the approver who said so.");
        }

        if (item.NotApplicable is { } written)
        {
            var at = new MappingReader(item.Mapping).Child(Keys.NotApplicable)?.Instant(Keys.NotApplicableKeys.At);
            var isOfIssue = history.Entries.SelectMany(entry => entry.Said).OfType<NotApplicableWord>().Any(word => SlugOf(scope, word.Actor) == written.By.Value && at is not null && IsSame(at, word.At));
            if (!isOfIssue)
                return RecordWish.AsItIs;
        }

        return standing is null ? RecordWish.Nothing : new RecordWish(
        [
            new RecordField(Keys.NotApplicableKeys.By.Name, SlugOf(scope, standing.Actor)!),
            new RecordField(Keys.NotApplicableKeys.Reason.Name, Shorten(standing.Text)),
            new RecordField(Keys.NotApplicableKeys.At.Name, Instants.Show(standing.At)),
        ]);
    }

    private bool IsNamedApprover(ItemScope scope, Actor actor) => SlugOf(scope, actor) is { } slug && _approvers.Contains(slug);

    private static string? SlugOf(ItemScope scope, Actor actor) => scope.Authority.Find(actor)?.Slug.Value;

    private static bool IsSame(DateTimeOffset? written, DateTimeOffset said) => written is null || Instants.Show(written.Value) == Instants.Show(said);

    private static string Shorten(string reason) =>
        reason.Length <= MaxReason ? reason : reason[..(char.IsHighSurrogate(reason[MaxReason - 2]) ? MaxReason - 2 : MaxReason - 1)] + "…";
}
