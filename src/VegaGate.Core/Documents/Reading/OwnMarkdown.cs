using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Documents.Writing;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Documents.Reading;

/// <summary>Reads what <see cref="MarkdownDocumentWriter"/> wrote, also after people have worked on it.</summary>
internal sealed class OwnMarkdown
{
    private const string Fence = "---";
    private const string RolesLabel = "**Roles**:";

    private readonly Dictionary<string, YamlNode> _root = new(StringComparer.Ordinal);
    private readonly List<YamlNode> _sections = [];
    private readonly string _sectionsKey;
    private readonly ImmutableArray<YamlNode> _rests;
    private readonly DisplayNames _names;
    private readonly List<string> _paragraphs = [];
    private readonly List<DocumentBlock> _keyed = [];
    private Dictionary<string, YamlNode>? _section;
    private Dictionary<string, YamlNode>? _handoff;
    private string _part = "";
    private string _stepsKey = "";
    private string _label = "";
    private bool _isFailed;

    private OwnMarkdown(YamlMapping front)
    {
        foreach (var entry in front.Entries)
            _root[entry.Key.Value] = entry.Value;
        _sectionsKey = front.Find(ChecklistFormat.Phases.Name) is null ? ChecklistFormat.Sections.Name : ChecklistFormat.Phases.Name;
        _rests = front.Find(_sectionsKey)?.Value is YamlSequence rests ? rests.Items : [];
        _root.Remove(_sectionsKey);
        _names = DisplayNames.Of(TreeShape.Of(front, ChecklistFormat.Mapping));
    }

    /// <summary>The checklist, or null where the text does not read as one that was exported.</summary>
    /// <param name="name">The list's name; null to keep its own.</param>
    public static YamlMapping? Read(string text, string? name)
    {
        var end = text.IndexOf($"\n{Fence}\n", StringComparison.Ordinal);
        if (end < 0 || YamlTreeParser.Parse(SourceText.FromString("front-matter", text[(Fence.Length + 1)..(end + 1)])) is not { Root: YamlMapping front, Diagnostics.IsEmpty: true })
            return null;
        if (MarkdownBlocks.Read(text[(end + Fence.Length + 2)..]) is not { } blocks)
            return null;
        var reader = new OwnMarkdown(front);
        if (name is not null)
            reader._root[ChecklistFormat.Slug.Name] = YamlText.Of(name);
        foreach (var block in blocks)
            reader.Read(block);
        return reader.End();
    }

    private YamlMapping? End()
    {
        EndSection();
        EndPart();
        if (_isFailed)
            return null;
        _root[_sectionsKey] = new YamlSequence([.. _sections], default);
        return TreeShape.Of(Mapping(_root), ChecklistFormat.Mapping);
    }

    private void Read(DocumentBlock block)
    {
        switch (block)
        {
            case Heading { Level: 1 } title:
                _root[ChecklistFormat.Title.Name] = YamlText.Of(InlineText.Read(title.Text));
                break;
            case Heading { Level: 2 } heading when _part.Length == 0:
                EndPart();
                BeginSection(heading);
                break;
            case Heading { Level: 2 } heading:
                EndPart();
                _part = heading.Text;
                break;
            case not Rule when Keyed(_part) is not null:
                _keyed.Add(block);
                break;
            case Heading heading:
                _stepsKey = heading.Text.Split(' ')[0] switch { "Before" => "before", "At" => "during", _ => "after" };
                break;
            case Rule:
                EndSection();
                EndPart();
                _part = "-";
                break;
            case Paragraph paragraph:
                ReadParagraph(paragraph);
                break;
            case EntryList list:
                ReadList(list);
                break;
            case DocumentTable table:
                ReadTable(table);
                break;
            default:
                _isFailed = true;
                break;
        }
    }

    private void BeginSection(Heading heading)
    {
        EndSection();
        _section = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        _handoff = null;
        if (_sections.Count < _rests.Length && _rests[_sections.Count] is YamlMapping rest)
        {
            foreach (var entry in rest.Entries)
                _section[entry.Key.Value] = entry.Value;
        }

        var title = _sectionsKey == ChecklistFormat.Phases.Name && heading.Text.StartsWith("Phase ", StringComparison.Ordinal) && heading.Text.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 ? heading.Text[(colon + 2)..] : heading.Text;
        _section["title"] = YamlText.Of(InlineText.Read(title));
    }

    private void EndSection()
    {
        if (_section is null)
            return;
        if (_handoff is not null)
            _section["handoff"] = Mapping(_handoff);
        _sections.Add(Mapping(_section));
        _section = null;
    }

    /// <summary>The paragraphs before the first section are the description, those behind the last part are notes.</summary>
    private void EndPart()
    {
        if (_paragraphs.Count > 0)
            _root[_part == "Notes" ? ChecklistFormat.Notes.Name : ChecklistFormat.Description.Name] = YamlText.Of(string.Join("\n\n", _paragraphs));
        _paragraphs.Clear();
        if (Keyed(_part) is { Value: MappingFormat format } key)
            EndKeyed(key.Name, format);
    }

    /// <summary>The key that a part is of; null where the part has a form of its own.</summary>
    private static KeyFormat? Keyed(string part) =>
        Array.Find(MarkdownDocumentWriter.KeyedParts, key => KeyedPart.WordsOf(key) == part) is { } key ? ChecklistFormat.Mapping.Find(key) : null;

    /// <summary>The part joins what stands of its key in the front matter.</summary>
    private void EndKeyed(string key, MappingFormat format)
    {
        if (new KeyedPart(_names).Read(_keyed, format) is not { } read)
            _isFailed = true;
        else
            _root[key] = _root.GetValueOrDefault(key) is YamlMapping rest ? rest with { Entries = [.. rest.Entries, .. read.Entries] } : read;
        _keyed.Clear();
        _part = "-";
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        var text = string.Join(' ', paragraph.Lines.Select(line => line.Text));
        _label = text;
        if (_section is null)
            _paragraphs.Add(text);
        else if (After(text, "**Objective**: ") is { } objective)
            _section["objective"] = YamlText.Of(InlineText.Read(objective));
        else if (After(text, "**Owner**: ") is { } owners)
            _section["owners"] = YamlText.Of(_names.Split(owners));
        else if (After(text, "**Before**: ") is { } stage)
            _section["before"] = YamlText.Of(InlineText.Read(stage));
        else if (text == RolesLabel)
            return;
        else if (text.StartsWith("**Hand-off", StringComparison.Ordinal))
            _handoff ??= new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        else
            _isFailed = true;
    }

    private static string? After(string text, string label) => text.StartsWith(label, StringComparison.Ordinal) ? text[label.Length..] : null;

    private void ReadList(EntryList list)
    {
        var texts = list.Entries.Select(entry => string.Join(' ', entry.Lines.Select(line => line.Text))).ToList();
        if (_section is null && _part.Length == 0)
        {
            ReadHead(list);
        }
        else if (_section is not null && _label == RolesLabel)
        {
            if (new KeyedPart(_names).Read([list], RolesFormat.Mapping) is { } roles)
                _section["roles"] = roles;
            else
                _isFailed = true;
        }
        else if (_handoff is not null && _section is not null)
        {
            if (_label.StartsWith("**Hand-off criteria", StringComparison.Ordinal))
                _handoff["criteria"] = YamlText.Of(texts.Select(InlineText.Read));
            else
                texts.ForEach(ReadParty);
        }
        else if (_part == "Hand-off checklist")
        {
            var steps = _root.GetValueOrDefault(ChecklistFormat.HandoffSteps.Name) as YamlMapping ?? Mapping([]);
            _root[ChecklistFormat.HandoffSteps.Name] = steps with { Entries = steps.Entries.Add(new YamlEntry(YamlText.Of(_stepsKey), YamlText.Of(texts.Select(text => InlineText.Read(text[4..]))))) };
        }
        else if (_part == "Related documents")
        {
            _root[ChecklistFormat.Related.Name] = YamlText.Of(texts.Select(Related));
        }
        else
        {
            _isFailed = true;
        }
    }

    /// <summary>What the document says of itself.</summary>
    private void ReadHead(EntryList list)
    {
        var head = new KeyedPart(_names).Read([list], ChecklistFormat.Mapping);
        _isFailed |= head is null;
        foreach (var entry in head?.Entries ?? [])
            _root[entry.Key.Value] = entry.Value;
    }

    private void ReadParty(string text)
    {
        if (After(text, "**From**: ") is { } from)
            _handoff!["from"] = YamlText.Of(_names.Split(from));
        else if (After(text, "**To**: ") is { } to)
            _handoff!["to"] = YamlText.Of(_names.Split(to));
        else if (After(text, "**Critical**: ") is { } critical)
            _handoff!["critical"] = YamlText.Plain(critical);
        else
            _isFailed = true;
    }

    private static YamlMapping Related(string link)
    {
        var split = link.LastIndexOf("](", StringComparison.Ordinal);
        if (split < 1)
            return new MappingBuilder().Add("title", link).Build();
        var target = link[(split + 2)..].TrimEnd(')');
        return new MappingBuilder().Add("title", link[1..split]).Add(target.Contains("://", StringComparison.Ordinal) ? "url" : "path", target).Build();
    }

    private void ReadTable(DocumentTable table)
    {
        if (_section is not null && table.Header[0] == "Artifact")
        {
            _handoff ??= new Dictionary<string, YamlNode>(StringComparer.Ordinal);
            _handoff["artifacts"] = YamlText.Of(table.Rows.Select(row => Texts(row, "name", "path", "pull-request", "url")));
        }
        else if (_section is not null)
        {
            _section["items"] = new YamlSequence([.. table.Rows.Select(row => (YamlNode)ReadItem(table.Header, row))], default);
        }
        else if (_part == "Change log")
        {
            _root["changes"] = YamlText.Of(table.Rows.Select(row => Texts(row, "date", "version", "text", "by")));
        }
        else if (_part == "Hand-off tracking matrix")
        {
            foreach (var row in table.Rows)
                ReadMatrixRow(row);
        }
        else
        {
            _isFailed = true;
        }
    }

    private YamlMapping ReadItem(ImmutableArray<string> header, TableRow row)
    {
        var item = new MappingBuilder();
        for (var column = 0; column < header.Length && column < row.Cells.Length; column++)
        {
            var cell = row.Cells[column];
            if (cell.Length == 0)
                continue;
            if (ItemCells.Columns.FirstOrDefault(known => known.Header == header[column])?.Key is not { } key)
            {
                _isFailed = true;
                continue;
            }

            if (ItemCells.CanBeComplex(key) && cell is ['`', '[' or '{', ..] && ItemCells.Parse(cell.Trim('`')) is { } complex)
                item.Add(key.Name, complex);
            else if (key == ItemFormat.Owners)
                item.Add(key.Name, YamlText.Of(_names.Split(cell)));
            else if (key == ItemFormat.Status && _names.StatusOf(cell) is { } status)
                item.Add(key, status);
            else if (ItemCells.IsNames(key))
                item.Add(key.Name, YamlText.Of(cell.Split(", ")));
            else
                item.Add(key.Name, ItemCells.Of(key, key.Value is ListFormat ? cell.Split("<br>").Select(InlineText.Read).ToList() : [InlineText.Read(cell)]));
        }

        return item.Build();
    }

    private void ReadMatrixRow(TableRow row)
    {
        if (row.Cells.Length < 6 || Scalars.ParsePositive(row.Cells[0]) is not { } number || number > _sections.Count || _sections[(int)number - 1] is not YamlMapping phase || phase.Find("handoff")?.Value is not YamlMapping handoff)
        {
            _isFailed = true;
            return;
        }

        var matrix = new MappingBuilder().Add("phase", InlineText.Read(row.Cells[1])).Add("artifacts", Lines(row.Cells[4])).Add("criteria", Lines(row.Cells[5])).Build();
        var withMatrix = handoff with { Entries = handoff.Entries.Add(new YamlEntry(YamlText.Of("matrix"), matrix)) };
        _sections[(int)number - 1] = phase with { Entries = [.. phase.Entries.Where(entry => entry.Key.Value != "handoff"), new YamlEntry(YamlText.Of("handoff"), withMatrix)] };
    }

    private static List<string> Lines(string cell) => cell.Length == 0 ? [] : [.. cell.Split("<br>").Select(InlineText.Read)];

    private static YamlMapping Texts(TableRow row, params string[] keys)
    {
        var mapping = new MappingBuilder();
        for (var column = 0; column < keys.Length && column < row.Cells.Length; column++)
        {
            var text = InlineText.Read(row.Cells[column]);
            if (text.Length > 0)
                mapping.Add(keys[column], keys[column] == "pull-request" ? YamlText.Plain(text) : YamlText.Of(text));
        }

        return mapping.Build();
    }

    private static YamlMapping Mapping(Dictionary<string, YamlNode> entries) => new([.. entries.Select(entry => new YamlEntry(YamlText.Of(entry.Key), entry.Value))], default);
}
