using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VegaGate.Documents.Reading;
using VegaGate.Syntax;

namespace VegaGate.Documents.Recognition;

/// <summary>Walks through a document once, and takes of it what a checklist holds.</summary>
internal sealed partial class DocumentReader
{
    private const int TimeoutMilliseconds = 1_000;

    private static readonly string[] ListWords =
        ["CHECKLIST", "CHECK LIST", "RELEASING", "RELEASE PROCESS", "RELEASE STEPS", "RELEASE PROCEDURE", "HOW TO RELEASE", "RUNBOOK", "PLAYBOOK", "READINESS", "GO LIVE", "TO DO", "TODO", "LAUNCH"];

    private readonly LineLedger _ledger;
    private readonly bool _takesLists;
    private readonly Cast _cast = new();
    private readonly Head _head;
    private readonly ItemTexts _texts;
    private readonly ItemList _lists;
    private readonly Outline _outline;
    private readonly List<LooseText> _loose = [];
    private readonly Protocol _protocol;
    private bool _isUnderRule;
    private Label? _label;

    /// <summary>Begins with nothing.</summary>
    /// <param name="takesLists">Whether entries without boxes are items: for a document that has no box at all.</param>
    public DocumentReader(LineLedger ledger, bool takesLists)
    {
        _ledger = ledger;
        _takesLists = takesLists;
        _head = new Head(ledger);
        _outline = new Outline(ledger, _head);
        _texts = new ItemTexts(_cast, ledger);
        _lists = new ItemList(ledger, _texts, takesLists);
        _protocol = new Protocol(_cast, ledger, _lists);
    }

    public int ItemCount => _outline.Sections.Sum(section => section.Items.Count);

    /// <summary>Whether the lists of a document without boxes may be a checklist: it says that it is one.</summary>
    public static bool CallsItselfAList(string fileName, IEnumerable<DocumentBlock> blocks) =>
        blocks.OfType<Heading>().Select(heading => heading.Text).Append(fileName).Select(Words.Bare).Any(words => ListWords.Any(word => words.Contains(word, StringComparison.Ordinal)));

    public void Read(ImmutableArray<DocumentBlock> blocks)
    {
        var headings = blocks.OfType<Heading>().ToList();
        _outline.IsProtocol = headings.Count(heading => Zones.PhaseHeading(heading.Text).Success) > 1
            && blocks.OfType<Paragraph>().Any(paragraph => paragraph.Lines.Any(line => KeyValue.Read(line.Text) is { } pair && HandoffLabel().IsMatch(pair.Name)));
        foreach (var block in blocks)
            Read(block);
        End();
    }

    public YamlMapping Build(string slug, string fallbackTitle)
    {
        new Numbering(_ledger).Number(_outline.Sections);
        return ChecklistTree.Build(slug, _head.Title is { Length: > 0 } title ? title : fallbackTitle, _head, _cast, _outline.Sections, _outline.IsProtocol ? _protocol : null);
    }

    public string? Title => _head.Title;

    private Zone Zone => _outline.Zone;

    /// <summary>Whether what is read stands in a part of a protocol.</summary>
    private bool IsInProtocol => _outline.IsProtocol && Zone != Zone.None;

    private void Read(DocumentBlock block)
    {
        switch (block)
        {
            case Heading heading:
                ReadHeading(heading);
                return;
            case Rule rule:
                _ledger.Take(rule.Line);
                _isUnderRule = true;
                return;
            case OtherText other:
                ReadOther(other);
                return;
            case Paragraph paragraph:
                ReadParagraph(paragraph);
                return;
            case EntryList list:
                ReadList(list);
                break;
            case DocumentTable table:
                ReadTable(table);
                break;
            case CodeText code:
                ReadCode(code);
                break;
        }

        _label = null;
    }

    private void ReadHeading(Heading heading)
    {
        _label = null;
        if (_head.Title is null && _outline.IsAboveAll(heading) && Zones.Of(heading.Text, isProtocol: false) is null)
        {
            _head.SetTitle(heading.Text, heading.Line);
            return;
        }

        _isUnderRule = false;
        _outline.Enter(heading);
        if (Zone == Zone.Phase && Zones.PhaseHeading(heading.Text) is { Success: true } phase)
            _outline.Sections.Add(_protocol.BeginPhase(phase, heading.Line));
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        if (paragraph.Lines.All(line => Box.Read(line.Text.Trim()) is not null))
        {
            foreach (var line in paragraph.Lines)
                AddBoxed(line);
            return;
        }

        var pairs = paragraph.Lines.Select(line => KeyValue.Read(line.Text)).ToList();
        var last = paragraph.Lines[^1];
        if (paragraph.Lines is [var only] && (pairs[0] is { Value.Length: 0 } || BoldLine().IsMatch(only.Text.Trim()) || only.Text.TrimEnd().EndsWith(':')))
        {
            var name = pairs[0] is { Value.Length: 0 } empty ? empty.Name : Words.Title(only.Text);
            _label = new Label(name, only.Line);
            if (IsInProtocol)
                _protocol.ReadLabel(name, Zone, only.Line);
            return;
        }

        _label = last.Text.TrimEnd().EndsWith(':') || last.Text.TrimEnd().EndsWith(":**", StringComparison.Ordinal) ? new Label(Words.Title(last.Text), last.Line) : null;
        if (pairs.TrueForAll(pair => pair is not null) && ReadPairs(paragraph, pairs!))
            return;
        if (_outline.IsProtocol && _protocol.ReadParagraph(paragraph, Zone))
            return;
        var text = string.Join(' ', paragraph.Lines.Select(line => line.Text.Trim()));
        var rest = _head.TakeLegend(text);
        if (rest != text)
            _ledger.Take(paragraph.Lines);
        if (rest.Length == 0)
            return;
        if (_outline.Sections.Count == 0 && (_outline.IsEmpty || Zone == Zone.Overview || _outline.IsProtocol && Zone == Zone.None))
        {
            _ledger.Take(paragraph.Lines);
            _head.AddDescription(rest);
        }
        else
        {
            _loose.Add(new LooseText(paragraph, rest, _isUnderRule, ItemCount));
        }
    }

    /// <summary>True when every line was a pair that says something of the document or of the section.</summary>
    private bool ReadPairs(Paragraph paragraph, List<KeyValue> pairs)
    {
        var taken = 0;
        for (var at = 0; at < pairs.Count; at++)
        {
            if (ReadPair(pairs[at], paragraph.Lines[at].Line))
                taken++;
        }

        // What is left of several pairs is left as lines; a single one may be a sentence.
        return taken > 0 || pairs.Count > 1 && pairs.TrueForAll(pair => pair.IsBold);
    }

    private bool ReadPair(KeyValue pair, int line)
    {
        if (IsInProtocol && Zone != Zone.Overview)
            return _protocol.ReadPair(pair, Zone, line);
        var isHead = _outline.IsEmpty || Zone == Zone.Overview || _outline.Sections.Count == 0;
        if (isHead && _head.Take(pair, line))
            return true;
        if (pair.Key is not ("OWNER" or "OWNERS" or "RESPONSIBLE" or "ASSIGNEE" or "LEAD" or "DRI" or "TEAM" or "OWNED BY") || _outline.IsEmpty)
            return false;
        var owners = _cast.Read(pair.Value);
        if (owners.Count == 0)
            return false;
        _ledger.Take(line);
        _outline.Section().Owners.AddRange(owners);
        return true;
    }

    private void ReadList(EntryList list)
    {
        if (Zone == Zone.Related || _label is { } label && Zones.Of(label.Name, isProtocol: false) == Zone.Related)
        {
            ReadRelated(list);
            return;
        }

        if (IsInProtocol && _protocol.ReadList(list, Zone))
            return;
        if (list.Entries.All(entry => entry.Children.IsEmpty && entry.Lines is [var line] && KeyValue.Read(line.Text) is { IsBold: true }) && !ItemList.HasBoxes(list) && (!_takesLists || _outline.Sections.Count == 0))
        {
            foreach (var entry in list.Entries)
                _ = ReadPair(KeyValue.Read(entry.Lines[0].Text)!, entry.Line);
            return;
        }

        if (!_lists.HasItems(list) || Zone is Zone.Overview or Zone.Legend or Zone.Changes)
            return;
        _outline.EnterLabel(_label?.Name, _label?.Line ?? 0);
        if (_takesLists && !ItemList.HasBoxes(list))
            _ledger.Report(DocumentDiagnostics.GuessedItems, list.Line, $"The document ticks no boxes; the {list.Entries.Length} entries of this list were taken for items.");
        _lists.Read(list, _outline.Section().Items);
        _outline.DropEmpty();
    }

    private void ReadRelated(EntryList list)
    {
        if (_label is { } label)
            _ledger.Take(label.Line);
        foreach (var entry in list.Entries)
        {
            _ledger.Take(entry.Line);
            _ledger.Take(entry.Lines);
            _head.AddRelated(string.Join(' ', entry.Lines.Select(line => line.Text.Trim())));
        }
    }

    private void ReadTable(DocumentTable table)
    {
        if (Zone == Zone.Changes)
        {
            _head.TakeChanges(table);
            return;
        }

        if (IsInProtocol && _protocol.ReadTable(table, Zone))
            return;
        if (ColumnNames.IsFieldTable(table))
        {
            foreach (var row in table.Rows.Where(row => row.Cells.Length > 1 && _head.Take(new KeyValue(InlineText.ReadLine(row.Cells[0]), row.Cells[1], true), row.Line)))
            {
                _ledger.Take(table.Line);
                _ledger.Take(table.DelimiterLine);
                _ledger.Take(row.Line);
            }

            return;
        }

        var kinds = ColumnNames.Of(table);
        if (!ColumnNames.AreItems(table, kinds))
            return;
        _outline.EnterLabel(_label?.Name, _label?.Line ?? 0);
        new ItemTable(_cast, _ledger, _texts, _outline.SectionFor).Read(table, kinds);
        _outline.DropEmpty();
    }

    private void ReadCode(CodeText code)
    {
        if (IsInProtocol && _protocol.ReadCode(code, Zone))
            return;
        var boxed = code.Lines.Where(line => Box.Read(line.Text.Trim()) is { Text.Length: > 0 }).ToList();
        if (boxed.Count < 2)
            return;
        _ledger.Take(code.Line);
        if (code.LastLine > code.Lines[^1].Line)
            _ledger.Take(code.LastLine);
        foreach (var line in boxed)
            AddBoxed(line with { Text = line.Text.Trim() });
    }

    private void AddBoxed(TextLine line)
    {
        var box = Box.Read(line.Text.Trim())!;
        var item = _texts.Read(line.Line, box.Text, takesNumber: false);
        item.Status = box.Status;
        if (item.Title.Length == 0)
            return;
        _ledger.Take(line.Line);
        _outline.Section().Items.Add(item);
    }

    private void ReadOther(OtherText other)
    {
        if (other.Line == 0 && _ledger.Document.Lines[0].Trim() == "---")
        {
            _head.TakeFrontMatter(other);
            return;
        }

        foreach (var line in other.Lines)
        {
            var match = HtmlHeading().Match(line.Text);
            if (match.Success)
                ReadHeading(new Heading(line.Line, match.Groups["level"].Success ? match.Groups["level"].Value[0] - '0' : 6, match.Groups["text"].Value));
            if (match.Success && _head.TitleLine != line.Line || OnlyTags().IsMatch(line.Text))
                _ledger.Take(line.Line);
        }
    }

    private void End()
    {
        foreach (var loose in _loose)
        {
            // Behind the last item and a line across the page stands what belongs to the whole document.
            if (!loose.IsUnderRule || loose.ItemsBefore != ItemCount)
                continue;
            _ledger.Take(loose.Paragraph.Lines);
            _head.AddNote(loose.Text);
        }

        if (_outline.IsProtocol)
            _protocol.End(_outline.Sections);
        if (ItemCount == 0)
            return;
        var unowned = _outline.Sections.Where(section => section.Owners.Count == 0).SelectMany(section => section.Items).Where(item => item.Owners.Count == 0).ToList();
        if (unowned.Count == 0)
            return;
        var nobody = _cast.Unassigned();
        foreach (var item in unowned)
            item.Owners.Add(nobody);
        _ledger.Report(DocumentDiagnostics.GuessedOwner, unowned[0].Line, $"{unowned.Count} {(unowned.Count == 1 ? "item names" : "items name")} no owner, and are given to `{nobody}`, who cannot sign: name people before you gate.");
    }

    [GeneratedRegex(@"hand-?\s?off (?:point|criteria)|hand(?:ed)? over to", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex HandoffLabel();

    [GeneratedRegex(@"^(?:\*\*|__)[^*]+(?:\*\*|__):?$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex BoldLine();

    [GeneratedRegex(@"<(?:summary|h(?<level>[1-6]))\b[^>]*>(?<text>.+?)</(?:summary|h[1-6])>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex HtmlHeading();

    [GeneratedRegex(@"^\s*(?:</?(?:details|div|p|br|center|hr|section|article|ul|ol)\b[^>]*>\s*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex OnlyTags();

    private sealed record Label(string Name, int Line);

    private sealed record LooseText(Paragraph Paragraph, string Text, bool IsUnderRule, int ItemsBefore);
}
