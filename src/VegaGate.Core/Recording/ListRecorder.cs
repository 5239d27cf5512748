using System.Collections.Immutable;
using System.Text;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Gate;
using VegaGate.Syntax;
using VegaGate.Text;
using Keys = VegaGate.Checklists.ItemFormat;

namespace VegaGate.Recording;

/// <summary>What a record changes at one key of an item.</summary>
/// <param name="Before">What stood there, as it was written; empty for nothing.</param>
/// <param name="After">What stands there now; empty for nothing.</param>
public sealed record RecordChange(ItemId Id, string Title, string Key, string Before, string After);

/// <summary>A file with the state of its issues written back.</summary>
/// <param name="Source">The file as it was read; of one that is new, an empty text.</param>
/// <param name="Text">The file as it is to be, with its byte-order mark.</param>
/// <param name="Notes">What could not be recorded, and why.</param>
/// <param name="Problem">Why nothing may be written, in a sentence; null when it may.</param>
public sealed record ListRecord(SourceText Source, SourceText Text, ImmutableArray<RecordChange> Changes, ImmutableArray<string> Notes, string? Problem)
{
    public bool IsChanged => Source.Text != Text.Text;
}

/// <summary>Writes back into a list what its issues say: by edits at the places of the five keys that hold it, and nowhere else.</summary>
public static class ListRecorder
{
    /// <summary>Makes the record of a list.</summary>
    /// <param name="checklist">The list, with the people as they are now; not one that is walked for each release.</param>
    public static ListRecord Record(Checklist checklist, GateFacts facts, ItemStateResolver resolver)
    {
        var source = checklist.Source;
        var editor = new RecordEditor(source);
        var notes = ImmutableArray.CreateBuilder<string>();
        var touched = new List<ChecklistItem>();
        foreach (var (item, record) in Read(checklist, release: null, facts, resolver, notes))
        {
            var wishes = WishesOf(item, record);
            editor.Apply(item.Mapping, wishes);
            touched.Add(item);
        }

        var edits = editor.Edits;
        if (edits.IsEmpty)
            return new ListRecord(source, source, [], notes.ToImmutable(), null);
        var text = FixApplier.Apply(source.Text, edits);
        var tree = YamlReader.Read(source.Path, [.. source.HasByteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]);
        var problem = RecordCheck.Compare(checklist.Root, tree);
        if (problem is not null || ChecklistBinder.Bind(tree) is not { } after)
            return new ListRecord(source, source, [], notes.ToImmutable(), $"{source.Path} cannot be recorded: {problem ?? "the result would be no checklist"}. Write the items' keys on lines of their own.");
        return new ListRecord(source, tree.Source, [.. Changes(checklist, after, touched)], notes.ToImmutable(), null);
    }

    /// <summary>What the file is to say of each item whose issue carries its text, in the order of the file.</summary>
    internal static IEnumerable<(ChecklistItem Item, ItemRecord Record)> Read(
        Checklist checklist, string? release, GateFacts facts, ItemStateResolver resolver, ImmutableArray<string>.Builder notes)
    {
        // The people as they stand in the file: a record must name somebody whom it knows.
        var people = ChecklistBinder.Bind(new YamlTree(checklist.Source, checklist.Root, []))!.People;
        var recorder = new ItemRecorder(checklist.Gate, people, facts.Now);
        var scopes = new ItemScopes(checklist, release, facts.Authors);
        foreach (var item in checklist.Items)
        {
            var scope = scopes.OfItem(item);
            if (facts.Issues.GetValueOrDefault(scope.Id) is not { } issue)
                continue;
            if (issue.Marked.Marker.Fingerprint != item.Fingerprint || issue.Marked.Marker.Status == Tracking.IssueMarker.Retired)
            {
                notes.Add($"{scope.Id} is left as it is: its issue does not carry the text of the file. Run `vegagate apply`.");
                continue;
            }

            var record = recorder.Record(item, scope, resolver.ReadHistory(scope, item.SignOffPolicy, issue), issue);
            notes.AddRange(record.Notes);
            yield return (item, record);
        }
    }

    private static ImmutableArray<KeyEdit> WishesOf(ChecklistItem item, ItemRecord record)
    {
        var wishes = ImmutableArray.CreateBuilder<KeyEdit>();
        if (!record.KeepsStatus && item.RecordedStatus != record.Status)
            wishes.Add(new KeyEdit.Scalar(RecordKeys.Status, record.Status.ToWord()));
        if (SignOffs(item.Mapping, record.SignOffs) is { } signOffs)
            wishes.Add(signOffs);
        var isSameBlock = new MappingReader(item.Mapping).Child(Keys.Blocked)?.Text(Keys.BlockedKeys.Since)?.Value is { } since && record.Blocked.Fields is [var first, ..] && first.Value == since;
        Add(RecordKeys.Blocked, record.Blocked, isSameBlock ? [Keys.BlockedKeys.Issue.Name] : []);
        Add(RecordKeys.Waived, record.Waived, []);
        Add(RecordKeys.NotApplicable, record.NotApplicable, []);
        return wishes.ToImmutable();

        void Add(string key, RecordWish wish, ImmutableArray<string> kept)
        {
            if (!wish.IsKept)
                wishes.Add(wish.Fields.IsEmpty ? new KeyEdit.Remove(key) : new KeyEdit.Fields(key, wish, kept));
        }
    }

    /// <summary>Which entries of the list stay and which come; null for a list that is empty and stays so.</summary>
    private static KeyEdit? SignOffs(YamlMapping item, ImmutableArray<RecordWish> wanted)
    {
        var kept = ImmutableHashSet.CreateBuilder<TextSpan>();
        var missing = wanted.ToList();
        foreach (var entry in item.Find(RecordKeys.SignOffs)?.Value is YamlSequence list ? list.Items : [])
        {
            if (missing.FindIndex(wish => Says(entry, wish)) is var at and >= 0)
            {
                kept.Add(entry.Span);
                missing.RemoveAt(at);
            }
        }

        if (kept.Count == 0 && missing.Count == 0)
            return item.Find(RecordKeys.SignOffs)?.Value is YamlSequence { Items.IsEmpty: false } ? new KeyEdit.Remove(RecordKeys.SignOffs) : null;
        return new KeyEdit.Entries(RecordKeys.SignOffs, kept.ToImmutable(), [.. missing]);
    }

    /// <summary>Whether an entry says a sign-off: the same person at the same second, and nothing else about it than is true.</summary>
    private static bool Says(YamlNode node, RecordWish wish)
    {
        if (MappingReader.From(node) is not { } entry)
            return false;
        var by = Value(Keys.SignOffKeys.By);
        return entry.Text(Keys.SignOffKeys.By)?.Value == by
            && entry.Instant(Keys.SignOffKeys.At) is { } at && Instants.Show(at) == Value(Keys.SignOffKeys.At)
            && entry.Text(Keys.SignOffKeys.Issue)?.Value is var issue && (issue is null || issue == Value(Keys.SignOffKeys.Issue))
            && entry.Text(Keys.SignOffKeys.Text)?.Value is var text && (text is null || Value(Keys.SignOffKeys.Text).StartsWith(text, StringComparison.Ordinal));

        string Value(KeyFormat key) => wish.Fields.First(field => field.Key == key.Name).Value;
    }

    private static IEnumerable<RecordChange> Changes(Checklist before, Checklist after, List<ChecklistItem> touched)
    {
        var now = after.ItemsById();
        foreach (var item in touched)
        {
            foreach (var key in RecordKeys.All)
            {
                var (old, @new) = (TextAt(before.Source, item, key), TextAt(after.Source, now[item.Id!.Value], key));
                if (old != @new)
                    yield return new RecordChange(new ItemId(before.Name, null, item.Id.Value), $"{item.Id.Value} {item.Title!.Value}", key, old, @new);
            }
        }
    }

    private static string TextAt(SourceText source, ChecklistItem item, string key) =>
        item.Mapping.Find(key) is { } entry ? string.Join(' ', source.GetText(entry.Value.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";
}
