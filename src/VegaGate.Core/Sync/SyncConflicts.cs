using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>What was changed on issues and in the file to different values, as far as it says what is signed off.</summary>
public static class SyncConflicts
{
    /// <summary>The names of the fields, by identity; the same fields as a plan shows, without the milestone, which decides nothing.</summary>
    /// <param name="release">The release for a list that is walked per release, otherwise null.</param>
    public static IReadOnlyDictionary<ItemId, ImmutableArray<string>> Find(Checklist checklist, string? release, IssueIndex live)
    {
        var conflicts = new Dictionary<ItemId, ImmutableArray<string>>();
        foreach (var desired in DesiredIssues.Of(checklist, release).Where(desired => !desired.Id.IsTracking))
        {
            if (live.Find(desired.Id.ToString()) is { } found && IssueComparison.TextConflicts(desired, found) is { IsEmpty: false } fields)
                conflicts[desired.Id] = fields;
        }

        return conflicts;
    }
}
