using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Syntax;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>Who wrote the last change of an item's text.</summary>
/// <param name="Author">Null when it could not be found out.</param>
/// <param name="Problem">Why not, without a full stop.</param>
public sealed record TextAuthor(Actor? Author, string? Problem);

/// <summary>
/// Walks the history of a list back to the commits in which its items' texts, as far as they are signed off, became what they are. A record that is written
/// back, a comment or a moved line changes no text, and a deletion does: so fingerprints are compared, not lines.
/// </summary>
/// <param name="findAccount">The account behind a commit's author; null when nobody knows one.</param>
public sealed class TextAuthors(ITextHistory history, Func<string, CancellationToken, Task<Actor?>> findAccount)
{
    /// <summary>Commits of one file: far more than anybody makes, and a bound on what a hostile history costs.</summary>
    private const int MaxCommits = 2_000;

    /// <summary>By the item's id.</summary>
    public async Task<IReadOnlyDictionary<string, TextAuthor>> FindAsync(Checklist checklist, CancellationToken cancellation)
    {
        var found = new Dictionary<string, TextAuthor>(StringComparer.OrdinalIgnoreCase);
        IReadOnlyDictionary<string, string?> commits;
        try
        {
            commits = FindCommits(checklist);
        }
        catch (TrackerException failure)
        {
            return checklist.Items.ToDictionary(item => item.Id!.Value, _ => new TextAuthor(null, failure.Message.TrimEnd('.')), StringComparer.OrdinalIgnoreCase);
        }

        foreach (var item in checklist.Items)
        {
            found[item.Id!.Value] = commits.GetValueOrDefault(item.Id.Value) is { } commit
                ? await FindAsync(commit, cancellation)
                : new TextAuthor(null, "no commit has this text: commit the file, or look whether its history is complete");
        }

        return found;
    }

    private async Task<TextAuthor> FindAsync(string commit, CancellationToken cancellation)
    {
        try
        {
            return await findAccount(commit, cancellation) is { } author ? new TextAuthor(author, null) : new TextAuthor(null, $"no account is known behind the commit {commit[..7]}");
        }
        catch (TrackerException failure) when (failure.Failure is not TrackerFailure.RateLimited)
        {
            return new TextAuthor(null, failure.Message.TrimEnd('.'));
        }
    }

    /// <summary>Of each item the commit that made its text; without one where none did within the bound.</summary>
    private Dictionary<string, string?> FindCommits(Checklist checklist)
    {
        var commits = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var start = new Place(history.Head, checklist.Source.Path);
        var now = TextsAt(start);
        var waiting = new Queue<(Place Place, ImmutableArray<ChecklistItem> Items)>();
        waiting.Enqueue((start, [.. checklist.Items.Where(item => now.GetValueOrDefault(item.Id!.Value) == item.Fingerprint)]));
        for (var walked = 0; walked < MaxCommits && waiting.TryDequeue(out var next); walked++)
        {
            if (history.FindLastChange(next.Place.Commit, next.Place.Path) is not { } change)
                continue;
            var left = next.Items;
            foreach (var parent in change.Parents)
            {
                var before = Before(change, parent, next.Place.Path);
                var texts = before is null ? [] : TextsAt(before);
                var same = left.Where(item => Formerly(item).Any(id => texts.GetValueOrDefault(id) == item.Fingerprint)).ToImmutableArray();
                left = left.RemoveRange(same);
                if (!same.IsEmpty)
                    waiting.Enqueue((before!, same));
            }

            // What no parent has, this commit made.
            foreach (var item in left)
                commits[item.Id!.Value] = change.Commit;
        }

        return commits;
    }

    private Place? Before(FileChange change, string parent, string path)
    {
        if (history.Read(parent, path) is not null)
            return new Place(parent, path);
        return history.FindFormerPath(change.Commit, parent, path) is { } former ? new Place(parent, former) : null;
    }

    /// <summary>The fingerprints of a version of the file, by id; none where it cannot be read as a list.</summary>
    private Dictionary<string, string> TextsAt(Place place)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (history.Read(place.Commit, place.Path) is { } bytes && ChecklistBinder.Bind(YamlReader.Read(place.Path, bytes)) is { } checklist)
        {
            foreach (var item in checklist.Items.Where(item => item.Id is not null))
                texts.TryAdd(item.Id!.Value, item.Fingerprint);
        }

        return texts;
    }

    private static IEnumerable<string> Formerly(ChecklistItem item) => item.Was.Select(id => id.Value).Prepend(item.Id!.Value);

    private sealed record Place(string Commit, string Path);
}
