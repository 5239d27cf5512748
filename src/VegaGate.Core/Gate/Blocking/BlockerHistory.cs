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
            var said = new List<(Blocker Word, BlockerRecord Record)>();
            foreach (var entry in resolver.ReadHistory(scope, policy, issue).Entries)
            {
                if (entry.Actor is not { } actor)
                    continue;
                var who = new BlockerWord(actor, entry.At, entry.Url);
                End(blocker => entry.TakenBack.Contains(blocker.Word), record => record.Resolved is null ? record with { Resolved = who } : record);
                if (entry.Said.Any(word => word is SignOff or Acceptance))
                    End(_ => true, record => record is { Resolved: null, Progressed: null } ? record with { Progressed = who } : record);
                foreach (var blocker in entry.Said.OfType<Blocker>())
                    said.Add((blocker, RecordOf(blocker, who)));
            }

            return said.Select(pair => pair.Record);

            void End(Func<(Blocker Word, BlockerRecord Record), bool> isMeant, Func<BlockerRecord, BlockerRecord> end)
            {
                for (var i = 0; i < said.Count; i++)
                {
                    if (isMeant(said[i]))
                        said[i] = (said[i].Word, end(said[i].Record));
                }
            }

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
}
