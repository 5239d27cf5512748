using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Phases;

/// <summary>A commit that changed the file of a list.</summary>
/// <param name="Sha">Its full id.</param>
/// <param name="Subject">The first line of its message.</param>
public sealed record FileCommit(string Sha, DateTimeOffset At, string Author, string Subject);

/// <summary>An entry of the list's own change log with the commits of its time.</summary>
/// <param name="Change">Null for commits that came before every entry.</param>
/// <param name="Commits">The newest first.</param>
public sealed record ChangeLogEntry(DocumentChange? Change, ImmutableArray<FileCommit> Commits);

/// <summary>The change log of a list: what its authors wrote under <c>changes</c>, joined with what git knows. Pure.</summary>
public static class ChangeLog
{
    /// <summary>
    /// Joins them, the newest first. A commit stands with the last entry whose date is not after the commit's own day in UTC; of several of one day, with the one that
    /// stands last in the file. Nothing of either is lost: an entry may have no commits, and commits may come before every entry.
    /// </summary>
    /// <param name="changes">In the order of the file.</param>
    public static ImmutableArray<ChangeLogEntry> Join(ImmutableArray<DocumentChange> changes, ImmutableArray<FileCommit> commits)
    {
        var ordered = changes.Select((change, index) => (Change: change, Index: index)).OrderBy(entry => entry.Change.Date).ThenBy(entry => entry.Index).Select(entry => entry.Change).ToArray();
        var byEntry = commits.ToLookup(commit => Array.FindLastIndex(ordered, change => change.Date <= DateOnly.FromDateTime(commit.At.UtcDateTime)));
        var entries = Enumerable.Range(-1, ordered.Length + 1).Reverse()
            .Select(index => new ChangeLogEntry(index < 0 ? null : ordered[index], [.. byEntry[index].OrderByDescending(commit => commit.At)]));
        return [.. entries.Where(entry => entry.Change is not null || !entry.Commits.IsEmpty)];
    }
}
