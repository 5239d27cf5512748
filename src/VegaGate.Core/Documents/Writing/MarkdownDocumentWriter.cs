using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Documents.Writing;

/// <summary>
/// Writes a checklist as the document that it may have been. What a document has no place for stands in its front matter, in the format's own words, so that
/// nothing is lost.
/// </summary>
internal sealed partial class MarkdownDocumentWriter
{
    private const int TimeoutMilliseconds = 1_000;

    private static readonly string[] HeadKeys = [ChecklistFormat.Version.Name, ChecklistFormat.PreparedBy.Name, ChecklistFormat.Date.Name, ChecklistFormat.Status.Name];
    private static readonly string[] ChangeKeys = ["date", "version", "text", "by"];
    private static readonly string[] ArtifactKeys = ["name", "path", "pull-request", "url"];
    private static readonly (string Key, string Heading)[] Steps = [("before", "Before the hand-off"), ("during", "At the hand-off"), ("after", "After the hand-off")];

    /// <summary>Keys that are written as parts by the words of what they hold.</summary>
    public static readonly string[] KeyedParts = ["escalation", "communication", "targets", "roles"];

    private readonly StringBuilder _text = new();
    private readonly YamlMapping _root;
    private readonly DisplayNames _names;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlMapping> _rests = new(StringComparer.Ordinal);
    private readonly List<YamlNode> _sectionRests = [];

    private MarkdownDocumentWriter(YamlMapping root)
    {
        _root = root;
        _names = DisplayNames.Of(root);
    }

    /// <summary>Writes a list.</summary>
    /// <param name="root">A tree in the one shape.</param>
    public static string Write(YamlMapping root) => new MarkdownDocumentWriter(root).Write();

    /// <summary>Whether a text can stand as paragraphs: it reads back as nothing else.</summary>
    internal static bool IsParagraphs(string text) =>
        !text.Contains('<', StringComparison.Ordinal) && !text.StartsWith("**", StringComparison.Ordinal) && !text.Any(c => char.IsControl(c) && c != '\n') && text.Trim() == text && !text.Contains('\u00A0', StringComparison.Ordinal)
        && MarkdownBlocks.Read(text) is { } blocks && blocks.All(block => block is Paragraph { Lines.Length: 1 }) && string.Join("\n\n", blocks.OfType<Paragraph>().Select(paragraph => paragraph.Lines[0].Text)) == text;

    private string Write()
    {
        WriteOpening();
        var key = _root.Find(ChecklistFormat.Phases.Name) is null ? ChecklistFormat.Sections.Name : ChecklistFormat.Phases.Name;
        var sections = Mappings(_root.Find(key)?.Value).ToList();
        for (var at = 0; at < sections.Count; at++)
            WriteSection(sections[at], key == ChecklistFormat.Phases.Name ? at + 1 : 0);
        WriteMatrix(sections);
        WritePart("escalation");
        WriteSteps();
        WritePart("communication");
        WritePart("targets");
        WritePart("roles");
        WriteChanges();
        WriteRelated();
        WriteNotes();
        return FrontMatter(key) + _text;
    }

    private string FrontMatter(string sectionsKey)
    {
        var rest = new MappingBuilder();
        foreach (var entry in _root.Entries)
        {
            if (entry.Key.Value == sectionsKey)
                rest.Add(sectionsKey, YamlText.Of(_sectionRests));
            else if (!_written.Contains(entry.Key.Value))
                rest.Add(entry.Key.Value, _rests.GetValueOrDefault(entry.Key.Value) ?? entry.Value);
        }

        return $"---\n{YamlWriter.Write(rest.Build())}---\n\n";
    }

    private void WriteOpening()
    {
        _written.Add(ChecklistFormat.Title.Name);
        _text.Append("# ").Append(MarkdownCell.Heading(TextOf(_root, ChecklistFormat.Title.Name))).Append('\n');
        if (TextOf(_root, ChecklistFormat.Description.Name) is { Length: > 0 } description && IsParagraphs(description))
        {
            _written.Add(ChecklistFormat.Description.Name);
            _text.Append('\n').Append(description).Append('\n');
        }

        WriteHead();
    }

    /// <summary>What a document says of itself, as a list.</summary>
    private void WriteHead()
    {
        var head = new YamlMapping([.. _root.Entries.Where(entry => HeadKeys.Contains(entry.Key.Value, StringComparer.Ordinal))], default);
        var rest = new MappingBuilder();
        var text = new KeyedPart(_names).Write(head, ChecklistFormat.Mapping, rest);
        if (text.Length > 0)
            _text.Append('\n').Append(text);
        _written.UnionWith(head.Entries.Select(entry => entry.Key.Value).Except(rest.Build().Entries.Select(entry => entry.Key.Value), StringComparer.Ordinal));
    }

    private void WriteSection(YamlMapping section, int phase)
    {
        var rest = new MappingBuilder();
        _text.Append("\n## ");
        if (phase > 0)
            _text.Append(CultureInfo.InvariantCulture, $"Phase {phase}: ");
        _text.Append(MarkdownCell.Heading(TextOf(section, SectionFormat.Title.Name))).Append('\n');
        foreach (var entry in section.Entries)
        {
            switch (entry.Key.Value)
            {
                case "title" or "items" or "handoff":
                    break;
                case "objective":
                    _text.Append("\n**Objective**: ").Append(MarkdownCell.Inline(TextOf(section, "objective"))).Append('\n');
                    break;
                case "owners":
                    _text.Append("\n**Owner**: ").Append(_names.Join(ItemCells.Texts(entry.Value))).Append('\n');
                    break;
                case "before":
                    _text.Append("\n**Before**: ").Append(MarkdownCell.Inline(TextOf(section, "before"))).Append('\n');
                    break;
                case "roles" when entry.Value is YamlMapping roles:
                    _text.Append("\n**Roles**:\n\n").Append(new KeyedPart(_names).Write(roles, RolesFormat.Mapping, new MappingBuilder()));
                    break;
                default:
                    rest.Add(entry.Key.Value, entry.Value);
                    break;
            }
        }

        WriteItems(section);
        if (section.Find("handoff")?.Value is YamlMapping handoff)
            WriteHandoff(handoff);
        _sectionRests.Add(rest.Build());
    }

    private void WriteItems(YamlMapping section)
    {
        var items = Mappings(section.Find(SectionFormat.Items.Name)?.Value).ToList();
        if (items.Count == 0)
            return;
        var columns = ItemCells.Columns.Where(column => column.IsAlways || items.Exists(item => item.Find(column.Key.Name) is not null)).ToList();
        _text.Append('\n');
        Row(columns.Select(column => column.Header));
        Row(columns.Select(_ => "---"));
        foreach (var item in items)
            Row(columns.Select(column => CellOf(column.Key, item)));
    }

    private string CellOf(KeyFormat key, YamlMapping item)
    {
        if (item.Find(key.Name)?.Value is not { } value)
            return "";
        if (ItemCells.IsComplex(value))
            return $"`{JsonText.Line(value)}`";
        if (key == ItemFormat.Owners)
            return _names.Join(ItemCells.Texts(value));
        if (key == ItemFormat.Status && _names.StatusWord(((YamlScalar)value).Value) is { } word)
            return word;
        return ItemCells.IsNames(key) ? string.Join(", ", ItemCells.Texts(value)) : MarkdownCell.Cell(ItemCells.Texts(value));
    }

    private void WriteHandoff(YamlMapping handoff)
    {
        _text.Append("\n**Hand-off**:\n\n");
        foreach (var (key, label) in new[] { ("from", "From"), ("to", "To") })
        {
            if (handoff.Find(key) is { } names)
                _text.Append(CultureInfo.InvariantCulture, $"- **{label}**: {_names.Join(ItemCells.Texts(names.Value))}\n");
        }

        if (handoff.Find("critical") is { } critical)
            _text.Append(CultureInfo.InvariantCulture, $"- **Critical**: {((YamlScalar)critical.Value).Value}\n");
        if (handoff.Find("criteria") is { } criteria)
        {
            _text.Append("\n**Hand-off criteria**:\n\n");
            foreach (var text in ItemCells.Texts(criteria.Value))
                _text.Append("- ").Append(MarkdownCell.Entry(text)).Append('\n');
        }

        var artifacts = Mappings(handoff.Find("artifacts")?.Value).ToList();
        if (artifacts.Count == 0)
            return;
        _text.Append('\n');
        Row(["Artifact", "Path", "Pull request", "Address"]);
        Row(["---", "---", "---", "---"]);
        foreach (var artifact in artifacts)
            Row(ArtifactKeys.Select(key => TextOf(artifact, key) is { Length: > 0 } text ? MarkdownCell.Cell(text) : ""));
    }

    private void WriteMatrix(List<YamlMapping> phases)
    {
        if (!phases.Exists(phase => (phase.Find("handoff")?.Value as YamlMapping)?.Find("matrix") is not null))
            return;
        Closing("Hand-off tracking matrix");
        Row(["#", "Phase", "Responsible team", "Hand-off to", "Key artifacts", "Validation criteria"]);
        Row(["---", "---", "---", "---", "---", "---"]);
        for (var at = 0; at < phases.Count; at++)
        {
            if (phases[at].Find("handoff")?.Value is not YamlMapping handoff || handoff.Find("matrix")?.Value is not YamlMapping matrix)
                continue;
            Row(
            [
                (at + 1).ToString(CultureInfo.InvariantCulture),
                TextOf(matrix, "phase") is { Length: > 0 } name ? MarkdownCell.Cell(name) : "",
                _names.Join(ItemCells.Texts((handoff.Find("from") ?? phases[at].Find("owners"))?.Value ?? YamlText.None)),
                _names.Join(ItemCells.Texts(handoff.Find("to")?.Value ?? YamlText.None)),
                MarkdownCell.Cell(ItemCells.Texts(matrix.Find("artifacts")?.Value ?? YamlText.None)),
                MarkdownCell.Cell(ItemCells.Texts(matrix.Find("criteria")?.Value ?? YamlText.None)),
            ]);
        }
    }

    /// <summary>Writes what surrounds the items, by the words of its keys; what would not read back stays in the front matter.</summary>
    private void WritePart(string key)
    {
        if (_root.Find(key)?.Value is not YamlMapping mapping)
            return;
        var rest = new MappingBuilder();
        var text = new KeyedPart(_names).Write(mapping, (MappingFormat)ChecklistFormat.Mapping.Find(key)!.Value, rest);
        if (text.Length == 0)
            return;
        Closing(KeyedPart.WordsOf(key));
        _text.Append(text);
        if (rest.IsEmpty)
            _written.Add(key);
        else
            _rests.Add(key, rest.Build());
    }

    private void WriteSteps()
    {
        if (_root.Find(ChecklistFormat.HandoffSteps.Name)?.Value is not YamlMapping steps)
            return;
        _written.Add(ChecklistFormat.HandoffSteps.Name);
        Closing("Hand-off checklist");
        foreach (var (key, heading) in Steps)
        {
            if (steps.Find(key) is not { } texts)
                continue;
            _text.Append(CultureInfo.InvariantCulture, $"### {heading}\n\n");
            foreach (var text in ItemCells.Texts(texts.Value))
                _text.Append("- [ ] ").Append(MarkdownCell.Inline(text)).Append('\n');
            _text.Append('\n');
        }

        _text.Length--;
    }

    private void WriteChanges()
    {
        var changes = Mappings(_root.Find("changes")?.Value).ToList();
        if (changes.Count == 0)
            return;
        _written.Add("changes");
        Closing("Change log");
        Row(["Date", "Version", "Changes", "Author"]);
        Row(["---", "---", "---", "---"]);
        foreach (var change in changes)
            Row(ChangeKeys.Select(key => TextOf(change, key) is { Length: > 0 } text ? MarkdownCell.Cell(text) : ""));
    }

    private void WriteRelated()
    {
        var related = Mappings(_root.Find(ChecklistFormat.Related.Name)?.Value).ToList();
        if (related.Count == 0 || !related.TrueForAll(IsLink))
            return;
        _written.Add(ChecklistFormat.Related.Name);
        Closing("Related documents");
        foreach (var entry in related)
            _text.Append(CultureInfo.InvariantCulture, $"- [{TextOf(entry, "title")}]({TextOf(entry, "path")}{TextOf(entry, "url")})\n");
    }

    private void WriteNotes()
    {
        if (TextOf(_root, ChecklistFormat.Notes.Name) is not { Length: > 0 } notes || !IsParagraphs(notes))
            return;
        _written.Add(ChecklistFormat.Notes.Name);
        Closing("Notes");
        _text.Append(notes).Append('\n');
    }

    /// <summary>Whether an entry reads back from a link: one target, and nothing in the way of the brackets.</summary>
    private static bool IsLink(YamlMapping related)
    {
        var (title, path, url) = (TextOf(related, "title"), TextOf(related, "path"), TextOf(related, "url"));
        return LinkTitle().IsMatch(title) && (path.Length > 0) != (url.Length > 0) && LinkTarget().IsMatch(path + url) && url.Contains("://", StringComparison.Ordinal) == url.Length > 0 && !path.Contains("://", StringComparison.Ordinal);
    }

    /// <summary>A part that is no section stands behind a line across the page.</summary>
    private void Closing(string heading) => _text.Append(CultureInfo.InvariantCulture, $"\n---\n\n## {heading}\n\n");

    private void Row(IEnumerable<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    internal static string TextOf(YamlMapping mapping, string key) => (mapping.Find(key)?.Value as YamlScalar)?.Value ?? "";

    internal static IEnumerable<YamlMapping> Mappings(YamlNode? node) => node is YamlSequence sequence ? sequence.Items.OfType<YamlMapping>() : [];

    [GeneratedRegex(@"^[\p{L}\p{N}.,:/()-]+(?: [\p{L}\p{N}.,:/()-]+)*$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex LinkTitle();

    [GeneratedRegex(@"^[A-Za-z0-9./:#?&=%~+@_-]+$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex LinkTarget();
}
