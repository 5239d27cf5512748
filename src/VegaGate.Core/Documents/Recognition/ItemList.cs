using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;

namespace VegaGate.Documents.Recognition;

/// <summary>Reads a list whose entries are items: those with boxes, or in a document without any, all of them.</summary>
/// <param name="takesAll">Whether entries without a box are items.</param>
internal sealed class ItemList(LineLedger ledger, ItemTexts texts, bool takesAll)
{
    /// <summary>Whether anything in the list, at any depth, is an item.</summary>
    public bool HasItems(EntryList list) => takesAll || HasBoxes(list);

    public static bool HasBoxes(EntryList list) =>
        list.Entries.Any(entry => entry.Lines is [var first, ..] && Box.Read(first.Text) is not null || entry.Children.OfType<EntryList>().Any(HasBoxes));

    public void Read(EntryList list, List<ItemDraft> items, int depth = 0)
    {
        var takesNumbers = list.Entries.All(entry => entry.Lines is [var first, ..] && Words.SplitNumber((Box.Read(first.Text)?.Text ?? first.Text).TrimStart('*', '_')).Number is not null);
        foreach (var entry in list.Entries)
            ReadEntry(entry, items, depth, takesNumbers);
    }

    private void ReadEntry(ListEntry entry, List<ItemDraft> items, int depth, bool takesNumber)
    {
        var first = entry.Lines.IsEmpty ? "" : entry.Lines[0].Text;
        var box = Box.Read(first);
        if (box is null && !(takesAll && depth == 0 && entry.Lines.Length > 0))
        {
            // Not an item itself: a group of boxes, or a remark in the midst of them.
            foreach (var inner in entry.Children.OfType<EntryList>().Where(HasBoxes))
            {
                var from = items.Count;
                Read(inner, items, depth);
                if (items.Count == from || entry.Lines.IsEmpty)
                    continue;
                ledger.Take(entry.Lines);
                var group = Words.Title(string.Join(' ', entry.Lines.Select(line => line.Text.Trim())));
                foreach (var item in items.Skip(from).Where(item => item.Depth == depth))
                    item.Title = $"{group}: {item.Title}";
            }

            return;
        }

        if (box is { IsMalformed: true })
            ledger.Report(DocumentDiagnostics.MalformedBox, entry.Line, "This box is not written as Markdown writes one; it was taken for one.");
        ledger.Take(entry.Lines);
        ledger.Take(entry.Line);
        var text = string.Join(' ', entry.Lines.Skip(1).Where(line => Box.Read(line.Text.Trim()) is null).Select(line => line.Text.Trim()).Prepend(box?.Text ?? first.Trim()));
        var draft = texts.Read(entry.Line, text, takesNumber, depth);
        draft.Status = box?.Status ?? ItemStatus.Todo;
        if (string.IsNullOrWhiteSpace(draft.Title))
            return;
        items.Add(draft);

        // Lines with boxes that Markdown joins to one paragraph.
        foreach (var line in entry.Lines.Skip(1))
        {
            if (Box.Read(line.Text.Trim()) is not { } further)
                continue;
            var sibling = texts.Read(line.Line, further.Text, takesNumber, depth);
            sibling.Status = further.Status;
            if (sibling.Title.Length > 0)
                items.Add(sibling);
        }

        foreach (var child in entry.Children)
            ReadChild(child, draft, items, depth);
    }

    private void ReadChild(DocumentBlock child, ItemDraft owner, List<ItemDraft> items, int depth)
    {
        switch (child)
        {
            case EntryList inner when HasBoxes(inner):
                Read(inner, items, depth + 1);
                break;
            default:
                var note = NoteText.Of(child, ledger);
                if (note.Length > 0)
                    owner.Notes.Add(note);
                break;
        }
    }
}

/// <summary>What stands below an item, as text for its notes.</summary>
internal static class NoteText
{
    public static string Of(DocumentBlock block, LineLedger ledger, int depth = 0)
    {
        var margin = new string(' ', depth * 2);
        switch (block)
        {
            case Paragraph paragraph:
                ledger.Take(paragraph.Lines);
                return string.Join('\n', paragraph.Lines.Select(line => line.Text.Trim()));
            case EntryList list:
                return string.Join('\n', list.Entries.SelectMany(entry => Entry(entry, ledger, margin, depth)));
            case CodeText code:
                ledger.Take(code.Line, code.LastLine);
                return string.Join('\n', code.Lines.Select(line => line.Text.TrimEnd())).Trim('\n');
            default:
                return "";
        }
    }

    private static ImmutableArray<string> Entry(ListEntry entry, LineLedger ledger, string margin, int depth)
    {
        ledger.Take(entry.Line);
        ledger.Take(entry.Lines);
        var mark = entry.Number is { } number ? $"{number}." : "-";
        return
        [
            $"{margin}{mark} {string.Join(' ', entry.Lines.Select(line => line.Text.Trim()))}",
            .. entry.Children.Select(child => Of(child, ledger, depth + 1)).Where(text => text.Length > 0),
        ];
    }
}
