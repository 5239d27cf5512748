using System.Collections.Immutable;
using System.Text;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Documents.Writing;

/// <summary>
/// A mapping of the format as a part of a document, and back: single values and names as a list, what has parts below headings of its own, lists of mappings as
/// tables. The words are those of the keys, so what can be written needs no table of its own here.
/// </summary>
/// <param name="names">How people are called.</param>
internal sealed class KeyedPart(DisplayNames names)
{
    /// <summary>A key as people read it: "Status update".</summary>
    public static string WordsOf(string key) => char.ToUpperInvariant(key[0]) + key[1..].Replace('-', ' ');

    /// <summary>Writes what reads back as itself.</summary>
    /// <param name="mapping">In the one shape.</param>
    /// <param name="rest">What does not, and has to stand elsewhere.</param>
    public string Write(YamlMapping mapping, MappingFormat format, MappingBuilder rest)
    {
        var (list, parts) = (new StringBuilder(), new StringBuilder());
        foreach (var entry in mapping.Entries)
        {
            var value = format.Find(entry.Key.Value)!.Value;
            var written = new StringBuilder();
            if (IsSimple(value))
                WriteEntry(written, entry, value, "");
            else
                WritePart(written, entry, value);
            if (MarkdownBlocks.Read(written.ToString()) is not { } blocks || Read(blocks, format) is not { } read || !IsSame(TreeShape.Of(read, format), new YamlMapping([entry], default)))
                rest.Add(entry.Key.Value, entry.Value);
            else
                (IsSimple(value) ? list : parts).Append(written);
        }

        return list.Append(parts).ToString().TrimStart('\n');
    }

    /// <summary>Reads what was written; null where it is something else.</summary>
    public YamlMapping? Read(IEnumerable<DocumentBlock> blocks, MappingFormat format)
    {
        var entries = new MappingBuilder();
        KeyFormat? part = null;
        foreach (var block in blocks)
        {
            var isRead = block switch
            {
                Heading { Level: 3 } heading => (part = format.Find(KeyOf(heading.Text))) is not null,
                EntryList list when part is null => ReadEntries(list, format, entries),
                EntryList list when part.Value is ListFormat { Item: ScalarFormat } => Add(entries, part, YamlText.Of(list.Entries.Select(entry => InlineText.Read(TextOf(entry))))),
                EntryList list when part.Value is MappingFormat or NamedFormat => ReadEntries(list, part.Value) is { } inner && Add(entries, part, inner),
                CodeText code when part?.Name == EscalationFormat.Report.Name => ReportForm.Read(code) is { } form && Add(entries, part, form.Report),
                DocumentTable table when part is { Value: ListFormat { Item: MappingFormat row } } => ReadTable(table, row) is { } rows && Add(entries, part, rows),
                _ => false,
            };
            if (!isRead)
                return null;
        }

        return entries.Build();
    }

    private static string KeyOf(string words) => words.ToLowerInvariant().Replace(' ', '-');

    private static bool IsNames(ValueFormat format) => format is ListFormat { Item: ScalarFormat item } && ReferenceEquals(item, Scalars.Mention);

    private static bool IsSimple(ValueFormat format) => format is ScalarFormat || IsNames(format);

    private void WritePart(StringBuilder text, YamlEntry entry, ValueFormat format)
    {
        text.Append("\n### ").Append(WordsOf(entry.Key.Value)).Append("\n\n");
        switch (format, entry.Value)
        {
            case (_, YamlMapping report) when entry.Key.Value == EscalationFormat.Report.Name:
                text.Append(ReportForm.Write(report));
                break;
            case (ListFormat { Item: MappingFormat row }, YamlSequence rows):
                Row(text, row.Keys.Select(key => WordsOf(key.Name)));
                Row(text, row.Keys.Select(_ => "---"));
                foreach (var mapping in rows.Items.OfType<YamlMapping>())
                    Row(text, row.Keys.Select(key => mapping.Find(key.Name) is { } cell ? CellOf(cell.Value, key.Value) : ""));
                break;
            case (ListFormat, YamlSequence list):
                WriteList(text, list, "");
                break;
            case (_, YamlMapping mapping):
                foreach (var inner in mapping.Entries)
                    WriteEntry(text, inner, FormatOf(format, inner.Key.Value)!, "");
                break;
        }
    }

    private void WriteEntry(StringBuilder text, YamlEntry entry, ValueFormat format, string indent)
    {
        text.Append(indent).Append("- **").Append(WordsOf(entry.Key.Value)).Append("**:");
        if (IsNames(format))
            text.Append(' ').Append(names.Join(ItemCells.Texts(entry.Value))).Append('\n');
        else if (entry.Value is YamlScalar scalar)
            text.Append(' ').Append(MarkdownCell.Inline(scalar.Value)).Append('\n');
        else if (entry.Value is YamlSequence list)
            WriteList(text.Append('\n'), list, indent + "  ");
    }

    private static void WriteList(StringBuilder text, YamlSequence list, string indent)
    {
        foreach (var item in ItemCells.Texts(list))
            text.Append(indent).Append("- ").Append(MarkdownCell.Entry(item)).Append('\n');
    }

    private string CellOf(YamlNode value, ValueFormat format) => IsNames(format) ? names.Join(ItemCells.Texts(value)) : MarkdownCell.Cell(ItemCells.Texts(value));

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static ValueFormat? FormatOf(ValueFormat format, string key) => format switch
    {
        MappingFormat mapping => mapping.Find(key)?.Value,
        NamedFormat named => named.Value,
        _ => null,
    };

    private YamlMapping? ReadEntries(EntryList list, ValueFormat format)
    {
        var entries = new MappingBuilder();
        return ReadEntries(list, format, entries) ? entries.Build() : null;
    }

    private bool ReadEntries(EntryList list, ValueFormat format, MappingBuilder entries)
    {
        foreach (var entry in list.Entries)
        {
            var text = TextOf(entry);
            var colon = text.IndexOf("**:", StringComparison.Ordinal);
            if (!text.StartsWith("**", StringComparison.Ordinal) || colon < 3 || KeyOf(text[2..colon]) is not { } key || FormatOf(format, key) is not { } inner)
                return false;
            var value = text[(colon + 3)..].TrimStart();
            if (IsNames(inner))
                entries.Add(key, YamlText.Of(names.Split(value)));
            else if (inner is ScalarFormat)
                entries.Add(key, InlineText.Read(value));
            else if (inner is ListFormat { Item: ScalarFormat } && entry.Children is [EntryList children])
                entries.Add(key, YamlText.Of(children.Entries.Select(child => InlineText.Read(TextOf(child)))));
            else
                return false;
        }

        return true;
    }

    private YamlSequence? ReadTable(DocumentTable table, MappingFormat row)
    {
        var keys = table.Header.Select(header => row.Find(KeyOf(header))).OfType<KeyFormat>().ToImmutableArray();
        return keys.Length == table.Header.Length ? YamlText.Of(table.Rows.Select(ReadRow)) : null;

        YamlMapping ReadRow(TableRow cells)
        {
            var mapping = new MappingBuilder();
            foreach (var (key, cell) in keys.Zip(cells.Cells).Where(pair => pair.Second.Length > 0))
                mapping.Add(key.Name, IsNames(key.Value) ? YamlText.Of(names.Split(cell)) : YamlText.Of(InlineText.Read(cell)));
            return mapping.Build();
        }
    }

    private static bool Add(MappingBuilder entries, KeyFormat key, YamlNode value)
    {
        entries.Add(key.Name, value);
        return true;
    }

    private static string TextOf(ListEntry entry) => string.Join(' ', entry.Lines.Select(line => line.Text));

    private static bool IsSame(YamlNode one, YamlNode other) => (one, other) switch
    {
        (YamlScalar a, YamlScalar b) => a.Value == b.Value && a.Style == b.Style,
        (YamlSequence a, YamlSequence b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => IsSame(pair.First, pair.Second)),
        (YamlMapping a, YamlMapping b) => a.Entries.Length == b.Entries.Length && a.Entries.Zip(b.Entries).All(pair => pair.First.Key.Value == pair.Second.Key.Value && IsSame(pair.First.Value, pair.Second.Value)),
        _ => false,
    };
}
