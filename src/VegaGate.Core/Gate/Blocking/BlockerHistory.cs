using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate.Blocking;

/// <summary>Every blocker of a list, open and ended: those that were said on items, and those that were reported. Pure.</summary>
public static class BlockerHistory
{
    /// <summary>The blockers in the order in which they were raised.</summary>
    /// <param name="issues">The issues of items, by identity.</param>
    public static ImmutableArray<BlockerRecord> Of(
        Checklist checklist, string? release, IReadOnlyDictionary<ItemId, IssueFacts> issues, IEnumerable<FiledReport> reports, ReportReading reading, ItemStateResolver resolver)
    {
        var scopes = new ItemScopes(checklist, release);
        var records = new List<BlockerRecord>();
        foreach (var section in checklist.Sections)
        {
            foreach (var item in section.Items)
                records.AddRange(Said(scopes.OfItem(item), item.SignOffPolicy, item, section));
            if (section.Handoff is { } handoff)
                records.AddRange(Said(scopes.OfHandoff(section, handoff), new SignOffPolicy.Any(), null, section));
        }

        records.AddRange(reports.SelectMany(report => reading.Read(report, checklist, release)));
        return [.. records.OrderBy(record => record.Raised.At).ThenBy(record => record.Issue)];

        IEnumerable<BlockerRecord> Said(ItemScope scope, SignOffPolicy policy, ChecklistItem? item, Section section)
        {
            // Reading a history costs, and most items were never blocked.
            if (!issues.TryGetValue(scope.Id, out var issue) || !issue.Timeline.OfType<Commented>().Any(comment => comment.Body.Contains("/block", StringComparison.OrdinalIgnoreCase)))
                return [];
            var said = new List<SaidBlocker>();
            var history = resolver.ReadHistory(scope, policy, issue);
            // A sign-off that counts for nothing is no progress either.
            ImmutableArray<SignOff> idle = [.. history.State.Void, .. history.State.ByAuthor];
            foreach (var entry in history.Entries)
            {
                if (entry.Actor is not { } actor)
                    continue;
                var who = new BlockerWord(actor, entry.At, entry.Url);
                ImmutableArray<Word> progress = [.. entry.Said.Where(word => word is Acceptance || word is SignOff signOff && !idle.Contains(signOff))];
                said = [.. said.Select(blocker => blocker.After(entry.TakenBack, progress, who)), .. entry.Said.OfType<Blocker>().Select(blocker => new SaidBlocker(blocker, RecordOf(blocker, who), []))];
            }

            return said.Select(blocker => blocker.Record);

            BlockerRecord RecordOf(Blocker blocker, BlockerWord who) => new()
            {
                Checklist = checklist.Name,
                Release = release,
                Item = scope.Id,
                Phase = section.Id?.Value,
                Issue = issue.Issue.Number,
                IsReport = false,
                Raised = who,
                Confirmed = who,
                Resolved = null,
                Class = blocker.Class,
                Severity = checklist.SeverityOf(blocker.Severity, item),
                Reason = blocker.Text,
            };
        }
    }

    /// <summary>A <c>/block</c>, with the words of progress that were said since and stand.</summary>
    private sealed record SaidBlocker(Blocker Word, BlockerRecord Record, ImmutableArray<Word> Progress)
    {
        public SaidBlocker After(ImmutableArray<Word> takenBack, ImmutableArray<Word> progress, BlockerWord who)
        {
            if (Record.Resolved is not null)
                return this;
            if (takenBack.Contains(Word))
                return this with { Record = Record with { Resolved = who } };
            // Said again, it goes on standing since it was said first.
            ImmutableArray<Word> standing = [.. Progress.Except(takenBack), .. progress];
            return this with { Progress = standing, Record = Record with { Progressed = standing.IsEmpty ? null : Record.Progressed ?? who } };
        }
    }
}
