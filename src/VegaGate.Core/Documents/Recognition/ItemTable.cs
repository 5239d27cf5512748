using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;

namespace VegaGate.Documents.Recognition;

/// <summary>Reads a table whose rows are items.</summary>
/// <param name="sectionFor">Gives the section that a cell or a row of its own names, or the one at hand for null.</param>
internal sealed class ItemTable(Cast cast, LineLedger ledger, ItemTexts texts, Func<string?, SectionDraft> sectionFor)
{
    public void Read(DocumentTable table, ImmutableArray<ColumnKind> kinds)
    {
        ledger.Take(table.Line);
        ledger.Take(table.DelimiterLine);
        for (var column = 0; column < kinds.Length; column++)
        {
            if (kinds[column] == ColumnKind.Other && table.Header[column].Length > 0 && table.Rows.Any(row => Cell(row, column).Length > 0))
                ledger.Report(DocumentDiagnostics.GuessedColumn, table.Line, $"A checklist has no key for the column {Quote.Line(InlineText.ReadLine(table.Header[column]))}; its cells stand in the notes.");
        }

        foreach (var row in table.Rows)
            ReadRow(table, kinds, row);
    }

    private static string Cell(TableRow row, int column) => column >= 0 && column < row.Cells.Length ? row.Cells[column] : "";

    private void ReadRow(DocumentTable table, ImmutableArray<ColumnKind> kinds, TableRow row)
    {
        var filled = row.Cells.Where(cell => cell.Length > 0).ToList();
        if (filled.Count == 0)
        {
            ledger.Take(row.Line, row.LastLine);
            return;
        }

        if (filled is [var only] && kinds.Length > 1 && only.StartsWith("**", StringComparison.Ordinal) && only.EndsWith("**", StringComparison.Ordinal))
        {
            // A row with nothing but a bold cell is a heading inside the table.
            ledger.Take(row.Line, row.LastLine);
            _ = sectionFor(Words.Title(only));
            return;
        }

        var what = Cell(row, kinds.IndexOf(ColumnKind.Item));
        if (Boxes(what).All(text => InlineText.ReadLine(Box.Read(text)?.Text ?? text).Trim() is "" or "…" or "..."))
            return;
        ledger.Take(row.Line, row.LastLine);
        var section = kinds.IndexOf(ColumnKind.Section) is var group and >= 0 && Cell(row, group).Length > 0 ? sectionFor(Words.Title(Cell(row, group))) : sectionFor(null);
        foreach (var item in Boxes(what).Select(text => ReadItem(table, kinds, row, text)).Where(item => !string.IsNullOrWhiteSpace(item.Title)))
            section.Items.Add(item);
    }

    /// <summary>A cell can hold several boxes, with breaks of HTML between them.</summary>
    private static string[] Boxes(string cell)
    {
        if (!cell.Contains("<br", StringComparison.OrdinalIgnoreCase) && !cell.Contains("<li", StringComparison.OrdinalIgnoreCase))
            return [cell];
        var lines = InlineText.Read(cell).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Count(line => Box.Read(line) is not null) > 1 && lines.All(line => Box.Read(line) is not null) ? lines : [cell];
    }

    private ItemDraft ReadItem(DocumentTable table, ImmutableArray<ColumnKind> kinds, TableRow row, string text)
    {
        var box = Box.Read(text);
        if (box is { IsMalformed: true })
            ledger.Report(DocumentDiagnostics.MalformedBox, row.Line, "This box is not written as Markdown writes one; it was taken for one.");
        var item = texts.Read(row.Line, box?.Text ?? text, takesNumber: !kinds.Contains(ColumnKind.Id));
        item.Status = box?.Status ?? ItemStatus.Todo;
        for (var column = 0; column < row.Cells.Length; column++)
        {
            var cell = row.Cells[column];
            if (cell.Length > 0)
                Set(item, column < kinds.Length ? kinds[column] : ColumnKind.Other, column < kinds.Length ? InlineText.ReadLine(table.Header[column]) : "", cell, box is not null);
        }

        return item;
    }

    private void Set(ItemDraft item, ColumnKind kind, string header, string cell, bool hasBox)
    {
        var text = kind is ColumnKind.Item or ColumnKind.Section ? "" : InlineText.Read(cell);
        switch (kind)
        {
            case ColumnKind.Id:
                item.Number = InlineText.InOneLine(text).Trim('`', '.', ')', ' ') is { Length: > 0 } number ? number : null;
                break;
            case ColumnKind.Owner:
                item.Owners.AddRange(cast.Read(cell).Where(slug => !item.Owners.Contains(slug, StringComparer.Ordinal)));
                break;
            case ColumnKind.Status:
                SetStatus(item, InlineText.InOneLine(text), hasBox);
                break;
            case ColumnKind.Pass when !ItemTexts.IsBlank(text):
                item.Pass = text;
                break;
            case ColumnKind.Evidence when !ItemTexts.IsBlank(text):
                item.Evidence = text;
                break;
            case ColumnKind.Due:
                texts.SetDue(item, cell);
                break;
            case ColumnKind.Severity:
                SetSeverity(item, InlineText.InOneLine(text), header);
                break;
            case ColumnKind.Needs when !ItemTexts.IsBlank(text):
                item.Needs.AddRange(text.Split([',', ';', '/', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                break;
            case ColumnKind.Labels when !ItemTexts.IsBlank(text):
                item.Labels.AddRange(text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(label => label.Trim('`')));
                break;
            case ColumnKind.Required when Words.Status(text) is { } word:
                item.IsOptional = word == ItemStatus.Todo;
                break;
            case ColumnKind.Notes when !ItemTexts.IsBlank(text):
                item.Notes.Add(text);
                break;
            case ColumnKind.Other or ColumnKind.Required when !ItemTexts.IsBlank(text):
                item.Notes.Add(header.Length == 0 ? text : $"{header}: {text}");
                break;
        }
    }

    private void SetStatus(ItemDraft item, string text, bool hasBox)
    {
        if (text.Trim().Length == 0)
            return;
        if (Box.Read(text.Trim()) is { } box)
        {
            item.Status = box.Status;
            if (box.Text.Length == 0)
                return;
            text = box.Text;
        }

        if (Words.Status(text) is { } status)
        {
            item.Status = hasBox && item.Status == ItemStatus.Done && status == ItemStatus.Todo ? item.Status : status;
            return;
        }

        item.Notes.Add($"Status: {text}");
        if (!ItemTexts.IsBlank(text) || Words.Bare(text) == "N A")
            ledger.Report(DocumentDiagnostics.GuessedStatus, item.Line, $"The status {Quote.Line(text)} is no known word; it was taken for {item.Status.ToWord()} and stands in the notes.");
    }

    private void SetSeverity(ItemDraft item, string text, string header)
    {
        if (ItemTexts.IsBlank(text))
            return;
        var word = Words.Bare(text);
        item.Severity = word switch
        {
            "CRITICAL" or "BLOCKER" or "P0" or "URGENT" or "HIGHEST" => "critical",
            "HIGH" or "P1" or "MAJOR" or "MUST" => "high",
            "MEDIUM" or "P2" or "MED" or "NORMAL" or "MODERATE" or "SHOULD" => "medium",
            "LOW" or "P3" or "MINOR" or "LOWEST" or "P4" or "COULD" => "low",
            _ => Severities.Parse(word.ToLowerInvariant())?.ToWord(),
        };
        if (item.Severity is null)
            item.Notes.Add($"{header}: {text}");
        if (item.Severity is null || Severities.Parse(word.ToLowerInvariant()) is null)
            ledger.Report(DocumentDiagnostics.GuessedValue, item.Line, item.Severity is null ? $"{Quote.Line(text)} is no known severity; it stands in the notes." : $"{Quote.Line(text)} was taken for the severity {item.Severity}.");
    }
}
