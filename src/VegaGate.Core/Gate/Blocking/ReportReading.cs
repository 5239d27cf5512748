using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate.Blocking;

/// <summary>
/// From a filed report to what it means for a list. It counts from when somebody of the file takes it up: by having filed it, or by <c>/block</c> on it. It ends when
/// somebody of the file closes it or says <c>/unblock</c>; opened again by one of them, or blocked again, it is another blocker.
/// </summary>
/// <param name="identities">Our own logins: what they do says nothing.</param>
public sealed class ReportReading(ImmutableArray<Checklist> checklists, IReadOnlyCollection<string> identities)
{
    /// <summary>The blockers of a list that a report makes, in their order; none where it is another list's.</summary>
    public ImmutableArray<BlockerRecord> Read(FiledReport report, Checklist checklist, string? release)
    {
        var marks = ReportMark.ReadAll(report.Timeline, identities);
        var mark = marks.FirstOrDefault(known => known.Checklist == checklist.Name && known.Release == release);
        if (marks.IsEmpty ? !Concerns(report.Issue, checklist, release) : mark is null)
            return [];
        var text = BlockerReportText.Read(report.Issue.Title, report.Issue.Body, checklist);
        var target = FindTarget(text, checklist, release);
        var reporter = new BlockerWord(report.Issue.Author, report.Issue.CreatedAt, report.Issue.Url);
        var authority = new Authority(checklist.People);
        var record = new BlockerRecord
        {
            Checklist = checklist.Name,
            Release = release,
            Item = mark is null ? target.Item : KnownItem(mark, checklist),
            Phase = mark is null ? target.Phase?.Id?.Value : mark.Phase,
            Issue = report.Issue.Number,
            IsReport = true,
            Raised = reporter,
            Confirmed = authority.Find(report.Issue.Author) is null ? null : reporter,
            Resolved = null,
            Class = mark is null ? text.Class : mark.Class,
            Severity = mark?.Severity ?? checklist.SeverityOf(text.Severity, target.ChecklistItem),
            Reason = text.Reason,
        };
        var ended = ImmutableArray.CreateBuilder<BlockerRecord>();
        foreach (var (act, who, words) in Acts(report.Timeline, authority, checklist.Escalation?.Classes ?? []))
        {
            switch (act)
            {
                case Act.Block when record.Resolved is not null:
                    ended.Add(record);
                    record = Take(record with { Raised = who, Resolved = null, Confirmed = who }, words);
                    break;
                case Act.Block:
                    record = Take(record with { Confirmed = record.Confirmed ?? who }, words);
                    break;
                case Act.Reopen when record is { Resolved: not null, Confirmed: not null }:
                    ended.Add(record);
                    record = record with { Raised = who, Resolved = null, Confirmed = who };
                    break;
                case Act.End when record.Resolved is null:
                    record = record with { Resolved = who };
                    break;
            }
        }

        // What nobody took up and somebody closed is over.
        return record.IsUnconfirmed && !report.Issue.IsOpen ? ended.ToImmutable() : [.. ended, record];

        BlockerRecord Take(BlockerRecord blocker, BlockerWords? words) => words is null
            ? blocker
            : blocker with { Class = words.Class ?? blocker.Class, Severity = words.Severity ?? blocker.Severity, Reason = words.Reason.Length > 0 ? words.Reason : blocker.Reason };
    }

    /// <summary>The comments of people of a list on a report that count there: blocks and unblocks.</summary>
    public IEnumerable<Commented> Heard(FiledReport report, Checklist checklist)
    {
        var authority = new Authority(checklist.People);
        return report.Timeline.OfType<Commented>().Where(comment => IsHeard(comment, authority) && CommandsOf(comment).Any());
    }

    /// <summary>
    /// Whether a report is of a list (and release). Its label says so; without one, the item's id with the list's name, or an id that one list knows; a report that
    /// cannot be told apart is every list's, so that it is not lost.
    /// </summary>
    private bool Concerns(TrackedIssue issue, Checklist checklist, string? release)
    {
        if (checklist.Escalation is null)
            return false;
        var text = BlockerReportText.Read(issue.Title, issue.Body, checklist);
        var named = text.Item is { } item ? ItemId.Parse(item) : null;
        if (named is not null && named.Checklist == checklist.Name && named.Release is { } walked && walked != release)
            return false;
        var labelled = checklists.Where(list => issue.Labels.Contains(LabelNames.Checklist(list.Name), StringComparer.OrdinalIgnoreCase)).ToImmutableArray();
        if (!labelled.IsEmpty)
            return labelled.Contains(checklist);
        if (named is not null && checklists.Any(list => list.Name == named.Checklist))
            return named.Checklist == checklist.Name;
        var knowing = checklists.Where(list => list.Escalation is not null && FindTarget(BlockerReportText.Read(issue.Title, issue.Body, list), list, null).Item is not null).ToImmutableArray();
        return knowing.IsEmpty || knowing.Contains(checklist);
    }

    /// <summary>What it keeps: the item; else the hand-off of the phase; else nothing that is known, and so the whole list.</summary>
    private static (ItemId? Item, Section? Phase, ChecklistItem? ChecklistItem) FindTarget(BlockerReportText text, Checklist checklist, string? release)
    {
        if (text.Item is { } said)
        {
            var id = ItemId.Parse(said) is { } named && named.Checklist == checklist.Name ? named.Item : said;
            foreach (var candidate in new[] { id, id.Split(' ')[0] })
            {
                if (checklist.ItemsById().TryGetValue(candidate, out var item))
                    return (new ItemId(checklist.Name, release, item.Id!.Value), checklist.Sections.First(section => section.Items.Contains(item)), item);
                if (checklist.Sections.FirstOrDefault(section => section is { Handoff: not null, Id: { } phase } && string.Equals(ItemId.ForHandoff("", null, phase.Value).Item, candidate, StringComparison.OrdinalIgnoreCase)) is { } handed)
                    return (ItemId.ForHandoff(checklist.Name, release, handed.Id!.Value), handed, null);
            }
        }

        return (text.Phase is { Handoff: not null, Id: { } known } ? ItemId.ForHandoff(checklist.Name, release, known.Value) : null, text.Phase, null);
    }

    /// <summary>The item of a mark; null when the list has it no longer.</summary>
    private static ItemId? KnownItem(ReportMark mark, Checklist checklist) => mark.Item is { } item
        && (checklist.ItemsById().ContainsKey(item.Item) || checklist.Sections.Any(section => section is { Handoff: not null, Id: { } phase } && ItemId.ForHandoff(item.Checklist, item.Release, phase.Value).Equals(item)))
        ? item : null;

    private IEnumerable<(Act Act, BlockerWord Who, BlockerWords? Words)> Acts(ImmutableArray<TimelineEvent> timeline, Authority authority, ImmutableArray<string> classes)
    {
        foreach (var happened in timeline)
        {
            if (happened.Actor is not { } actor || IsOurs(actor) || authority.Find(actor) is null)
                continue;
            var who = new BlockerWord(actor, happened.At, happened.Url);
            switch (happened)
            {
                case Closed { ByApp: false, CommitId: null }:
                    yield return (Act.End, who, null);
                    break;
                case Reopened { ByApp: false }:
                    yield return (Act.Reopen, who, null);
                    break;
                case Commented comment when IsHeard(comment, authority):
                    foreach (var line in CommandsOf(comment))
                        yield return line.Name == "block" ? (Act.Block, who, WordsOf(comment, line)) : (Act.End, who, null);
                    break;
            }
        }

        // Nor does it make anything less grave.
        BlockerWords WordsOf(Commented comment, CommandLine line) =>
            BlockerWords.Read(line.Argument, classes) is var words && comment.IsEdited && words.Severity != Severity.Critical ? words with { Severity = null } : words;
    }

    /// <summary>Blocks and unblocks. What an edited comment said when it was sent, nobody can tell: it can hold, and lets nothing go.</summary>
    private static IEnumerable<CommandLine> CommandsOf(Commented comment) => CommentText.ReadCommands(comment.Body).Lines.Where(line => line.Name == "block" || (line.Name == "unblock" && !comment.IsEdited));

    /// <summary>What an app said, its user did not.</summary>
    private bool IsHeard(Commented comment, Authority authority) => comment is { ByApp: false, Actor: { } actor } && !IsOurs(actor) && authority.Find(actor) is not null;

    private bool IsOurs(Actor actor) => identities.Any(actor.HasLogin);

    private enum Act
    {
        Block,
        Reopen,
        End,
    }
}
