using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;
using VegaGate.Documents.Writing;
using VegaGate.Syntax;

namespace VegaGate.Documents;

/// <summary>A checklist as a table of its items: a row each, with its section before it.</summary>
public static class CsvDocument
{
    private const string SectionKey = "section";
    private const string PhaseKey = "phase";
    private const string TitleSuffix = "-title";

    /// <summary>Whether an export wrote the table: the names of the keys stand in its first row.</summary>
    public static bool IsOurs(string text) => text.StartsWith("section,section-title,id,title,", StringComparison.Ordinal) || text.StartsWith("phase,phase-title,id,title,", StringComparison.Ordinal);

    public static string Write(YamlMapping root)
    {
        var tree = TreeShape.Of(root, ChecklistFormat.Mapping);
        var phases = tree.Find(ChecklistFormat.Phases.Name);
        var key = phases is null ? SectionKey : PhaseKey;
        var text = CsvText.Row([key, key + TitleSuffix, .. ItemCells.Columns.Select(column => column.Key.Name)]);
        foreach (var section in Mappings((phases ?? tree.Find(ChecklistFormat.Sections.Name))?.Value))
        {
            foreach (var item in Mappings(section.Find(SectionFormat.Items.Name)?.Value))
                text += CsvText.Row([TextOf(section, SectionFormat.Id.Name), TextOf(section, SectionFormat.Title.Name), .. ItemCells.Columns.Select(column => CellOf(column, item))]);
        }

        return text;
    }

    /// <summary>Reads a table that people wrote.</summary>
    public static DocumentBlock Read(string text, bool isTabbed)
    {
        var first = text.AsSpan(0, Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal)));
        var separator = isTabbed ? '\t' : first.Count(';') > first.Count(',') ? ';' : ',';
        var rows = CsvText.Read(text, separator);
        return rows.IsEmpty
            ? new DocumentTable(0, -1, [], [])
            : new DocumentTable(rows[0].Line, -1, [.. rows[0].Cells.Select(Escaped)], [.. rows.Skip(1).Select(row => new TableRow(row.Line, row.LastLine, [.. row.Cells.Select(Escaped)]))]);
    }

    internal static YamlMapping? ReadOurs(string text, string slug)
    {
        var rows = CsvText.Read(text, ',');
        var header = rows[0].Cells;
        var sections = new List<(string Id, string Title, List<YamlNode> Items)>();
        foreach (var cells in rows.Skip(1).Select(row => row.Cells.Select(CsvText.Unguard).ToList()))
        {
            if (cells.Count != header.Length || ReadItem(header, cells) is not { } item)
                return null;
            if (sections.Count == 0 || sections[^1].Id != cells[0])
                sections.Add((cells[0], cells[1], []));
            sections[^1].Items.Add(item);
        }

        return Build(header[0], slug, sections);
    }

    private static YamlMapping Build(string key, string slug, List<(string Id, string Title, List<YamlNode> Items)> sections)
    {
        var body = YamlText.Of(sections.Select(section => new MappingBuilder().Add(SectionFormat.Id, section.Id).Add(SectionFormat.Title, section.Title).Add(SectionFormat.Items.Name, YamlText.Of(section.Items)).Build()));
        var people = new MappingBuilder();
        foreach (var owner in sections.SelectMany(section => section.Items).SelectMany(item => ((YamlMapping)item).Find(ItemFormat.Owners.Name) is { } owners ? ItemCells.Texts(owners.Value) : []).Distinct(StringComparer.Ordinal))
            people.Add(owner, new MappingBuilder().Add(ChecklistFormat.PersonKeys.Name, owner).Build());
        return new MappingBuilder().Add(ChecklistFormat.Slug, slug).Add(ChecklistFormat.Title, slug).Add(ChecklistFormat.People.Name, people).Add(key == PhaseKey ? ChecklistFormat.Phases.Name : ChecklistFormat.Sections.Name, body).Build();
    }

    private static YamlMapping? ReadItem(ImmutableArray<string> header, List<string> cells)
    {
        var item = new MappingBuilder();
        for (var column = 2; column < header.Length; column++)
        {
            var cell = cells[column];
            if (cell.Length == 0)
                continue;
            if (ItemCells.Columns.FirstOrDefault(known => known.Key.Name == header[column])?.Key is not { } key)
                return null;
            if (cell[0] is '{' or '[' && key.Value is not Format.ScalarFormat && ItemCells.Parse(cell) is { } complex)
                item.Add(key.Name, complex);
            else
                item.Add(key.Name, ItemCells.Of(key, ItemCells.IsNames(key) ? cell.Split(", ") : key.Value is Format.ListFormat ? cell.Split('\n') : [cell]));
        }

        return TreeShape.Of(item.Build(), ItemFormat.Mapping);
    }

    private static string CellOf(ItemColumn column, YamlMapping item)
    {
        if (item.Find(column.Key.Name)?.Value is not { } value)
            return "";
        return ItemCells.IsComplex(value) ? JsonText.Line(value) : string.Join(ItemCells.IsNames(column.Key) ? ", " : "\n", ItemCells.Texts(value));
    }

    private static string TextOf(YamlMapping mapping, string key) => (mapping.Find(key)?.Value as YamlScalar)?.Value ?? "";

    private static IEnumerable<YamlMapping> Mappings(YamlNode? node) => node is YamlSequence sequence ? sequence.Items.OfType<YamlMapping>() : [];

    /// <summary>A cell of a table is text, not Markdown; line breaks stay.</summary>
    private static string Escaped(string cell) => MarkdownCell.Inline(cell.Trim().Replace("\r\n", "\n", StringComparison.Ordinal));
}
