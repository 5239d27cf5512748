using System.Collections.Immutable;
using System.Text;
using VegaGate.Checklists;
using VegaGate.Format;
using VegaGate.Gate;
using VegaGate.Syntax;
using VegaGate.Text;
using Keys = VegaGate.Recording.ReleaseRecordFormat;

namespace VegaGate.Recording;

/// <summary>The record of one release: a file of its own, written as a whole, since the list itself is the same for every release.</summary>
/// <param name="Commit">The commit that last changed the list; null where that is not known.</param>
public sealed record ReleaseRecord(string List, string Release, string? Commit, ImmutableArray<RecordedItem> Items)
{
    private const string Head = "# Written by `vegagate record`: what the issues of this release say. Whoever changes it changes nothing there.\n";

    /// <summary>Where the record of a release stands, below the folder of the lists.</summary>
    public static string PathOf(string list, string release) => $"records/{list}/{release}.yaml";

    /// <summary>The record of a document; null when it is none.</summary>
    public static ReleaseRecord? Bind(YamlTree tree)
    {
        if (!tree.Diagnostics.IsEmpty || !Keys.IsRecord(tree.Root) || !FormatChecker.Check(tree.Root!, Keys.Mapping).IsEmpty)
            return null;
        var root = MappingReader.From(tree.Root)!;
        return new ReleaseRecord(root.Text(Keys.List)!.Value, root.Text(Keys.Release)!.Value, root.Text(Keys.Commit)?.Value, [.. root.Children(Keys.Items).Select(RecordedItem.Bind)]);
    }

    /// <summary>Makes the record of a release.</summary>
    /// <param name="checklist">A list that is walked for each release, with the people as they are now.</param>
    /// <param name="known">The record that is there; null when there is none. As long as it says the same, its commit stays.</param>
    public static ListRecord Record(Checklist checklist, string release, string? commit, YamlTree? known, string path, GateFacts facts, ItemStateResolver resolver)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var items = ListRecorder.Read(checklist, release, facts, resolver, notes).Select(pair => RecordedItem.Of(pair.Item.Id!.Value, pair.Record)).ToImmutableArray();
        var before = known is null ? null : Bind(known);
        var source = known?.Source ?? SourceText.FromString(path, "");
        if (items.IsEmpty)
            return new ListRecord(source, source, [], notes.ToImmutable(), null);
        var record = new ReleaseRecord(checklist.Name, release, commit ?? before?.Commit, items);
        var text = record.Render();
        if (before is not null && before.Render() == text)
            return new ListRecord(source, source, [], notes.ToImmutable(), null);
        var written = YamlReader.Read(path, Encoding.UTF8.GetBytes(text));
        if (Bind(written) is null)
            return new ListRecord(source, source, [], notes.ToImmutable(), $"{path} cannot be recorded: the result could not be read.");
        return new ListRecord(source, written.Source, [.. Changes(checklist, release, before, record)], notes.ToImmutable(), null);
    }

    /// <summary>The file: the same record gives the same bytes.</summary>
    public string Render()
    {
        var text = new StringBuilder(Head);
        text.Append($"{Keys.List.Name}: {YamlScalarText.Of(List)}\n{Keys.Release.Name}: {YamlScalarText.Of(Release)}\n");
        if (Commit is not null)
            text.Append($"{Keys.Commit.Name}: {YamlScalarText.Of(Commit)}\n");
        text.Append($"{Keys.Items.Name}:\n");
        foreach (var item in Items)
            item.AppendTo(text);
        return text.ToString();
    }

    private static IEnumerable<RecordChange> Changes(Checklist checklist, string release, ReleaseRecord? before, ReleaseRecord after)
    {
        var old = (before?.Items ?? []).DistinctBy(item => item.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(item => item.Id, StringComparer.OrdinalIgnoreCase);
        var titles = checklist.ItemsById();
        foreach (var item in after.Items)
        {
            var (was, now) = (old.GetValueOrDefault(item.Id)?.Lines ?? [], item.Lines);
            foreach (var key in RecordKeys.All)
            {
                var (from, to) = (was.FirstOrDefault(line => line.Key == key)?.Value ?? "", now.FirstOrDefault(line => line.Key == key)?.Value ?? "");
                if (from != to)
                    yield return new RecordChange(new ItemId(checklist.Name, release, item.Id), $"{item.Id} {titles[item.Id].Title!.Value}", key, from, to);
            }
        }
    }
}

/// <summary>What a record says of an item.</summary>
public sealed record RecordedItem
{
    private RecordedItem(string id, string status, ImmutableArray<RecordWish> signOffs, ImmutableArray<RecordLine> mappings)
    {
        Id = id;
        Status = status;
        Written = signOffs;
        Mappings = mappings;
        SignOffs = [.. signOffs.Select(wish => new RecordedVoice(ValueOf(wish, "by"), ValueOf(wish, "at"), ValueOf(wish, "issue"), ValueOf(wish, "text")))];
    }

    public string Id { get; }

    /// <summary>One of the words for statuses.</summary>
    public string Status { get; }

    public ImmutableArray<RecordedVoice> SignOffs { get; }

    /// <summary>What stands at each key, on one line.</summary>
    internal ImmutableArray<RecordLine> Lines =>
    [
        new RecordLine(RecordKeys.Status, Status),
        .. Written.IsEmpty ? ImmutableArray<RecordLine>.Empty : [new RecordLine(RecordKeys.SignOffs, string.Join(' ', Written.Select(wish => "- " + RecordEditor.Braces(wish))))],
        .. Mappings,
    ];

    private ImmutableArray<RecordWish> Written { get; }

    private ImmutableArray<RecordLine> Mappings { get; }

    internal static RecordedItem Of(string id, ItemRecord record) => new(id, record.Status.ToWord(), record.SignOffs,
    [
        .. new[] { (RecordKeys.Blocked, record.Blocked), (RecordKeys.Waived, record.Waived), (RecordKeys.NotApplicable, record.NotApplicable) }
            .Where(pair => !pair.Item2.Fields.IsEmpty).Select(pair => new RecordLine(pair.Item1, RecordEditor.Braces(pair.Item2))),
    ]);

    internal static RecordedItem Bind(MappingReader item) => new(
        item.Text(Keys.ItemKeys.Id)!.Value,
        item.Text(Keys.ItemKeys.Status)!.Value,
        [.. item.Children(ItemFormat.SignOffs).Select(WishOf)],
        [.. new[] { RecordKeys.Blocked, RecordKeys.Waived, RecordKeys.NotApplicable }.Select(key => (Key: key, Value: item.Mapping.Find(key)?.Value as YamlMapping)).Where(pair => pair.Value is not null)
            .Select(pair => new RecordLine(pair.Key, RecordEditor.Braces(WishOf(new MappingReader(pair.Value!)))))]);

    internal void AppendTo(StringBuilder text)
    {
        text.Append($"  - id: {YamlScalarText.Quoted(Id)}\n    {RecordKeys.Status}: {Status}\n");
        if (!Written.IsEmpty)
        {
            text.Append($"    {RecordKeys.SignOffs}:\n");
            foreach (var signOff in Written)
                text.Append($"      - {RecordEditor.Braces(signOff)}\n");
        }

        foreach (var line in Mappings)
            text.Append($"    {line.Key}: {line.Value}\n");
    }

    private static RecordWish WishOf(MappingReader mapping) =>
        new([.. mapping.Mapping.Entries.Where(entry => entry.Value is YamlScalar).Select(entry => new RecordField(entry.Key.Value, ((YamlScalar)entry.Value).Value))]);

    private static string ValueOf(RecordWish wish, string key) => wish.Fields.FirstOrDefault(field => field.Key == key)?.Value ?? "";
}

/// <summary>A sign-off of a record, as it is written.</summary>
public sealed record RecordedVoice(string By, string At, string Issue, string Text);

/// <summary>What stands at a key, on one line.</summary>
internal sealed record RecordLine(string Key, string Value);
