using System.Globalization;
using System.Text.RegularExpressions;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;
using VegaGate.Documents.Writing;

namespace VegaGate.Documents.Recognition;

/// <summary>What a document says of itself: title, version, date, state, legend, related documents, changes, notes.</summary>
internal sealed partial class Head(LineLedger ledger)
{
    private const int TimeoutMilliseconds = 1_000;
    private const int LongestTitle = 500;

    private readonly List<string> _description = [];
    private readonly List<string> _notes = [];
    private readonly Dictionary<ItemStatus, string> _legend = [];
    private readonly List<YamlEntryDraft> _related = [];
    private readonly List<ChangeDraft> _changes = [];
    private string? _version;
    private string? _preparedBy;
    private string? _date;
    private string? _status;

    public string? Title { get; private set; }

    public int TitleLine { get; private set; } = -1;

    /// <summary>A title in capitals is written as people write one.</summary>
    public void SetTitle(string text, int line)
    {
        var title = Words.Title(text);
        if (title.Length > LongestTitle)
            title = title[..LongestTitle];
        (Title, TitleLine) = (title, line);
        ledger.Take(line);
        if (!title.Contains(' ', StringComparison.Ordinal) || title.Any(char.IsLower))
            return;
        Title = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(title.ToLowerInvariant());
        ledger.Report(DocumentDiagnostics.GuessedValue, line, $"The title was in capitals; it is now {Quote.Line(Title)}.");
    }

    /// <summary>The keys before the document: title, description, and what the document says of itself.</summary>
    public void TakeFrontMatter(OtherText front)
    {
        ledger.Take(0);
        for (var line = 1; line < ledger.Document.Lines.Length; line++)
        {
            if (ledger.Document.Lines[line].Trim() is not ("---" or "..."))
                continue;
            ledger.Take(line);
            break;
        }

        foreach (var line in front.Lines)
        {
            var split = line.Text.IndexOf(':', StringComparison.Ordinal);
            if (split <= 0 || line.Text[0] is ' ' or '-' or '#')
                continue;
            var (key, value) = (line.Text[..split].Trim().ToUpperInvariant(), line.Text[(split + 1)..].Trim().Trim('"', '\'').Trim());
            if (value.Length == 0)
                continue;
            if (key is "TITLE" || key is "NAME" && Title is null)
            {
                if (!value.Contains("<%", StringComparison.Ordinal))
                    SetTitle(value, line.Line);
            }
            else if (key is "DESCRIPTION" or "ABOUT" or "SUMMARY")
            {
                AddDescription(value);
                ledger.Take(line.Line);
            }
            else
            {
                _ = Take(new KeyValue(key.Replace('_', ' ').Replace('-', ' '), value, true), line.Line);
            }
        }
    }

    /// <summary>Takes a pair that says something of the document.</summary>
    public bool Take(KeyValue pair, int line)
    {
        var value = InlineText.ReadLine(pair.Value);
        if (value.Length == 0 || value.StartsWith('[') && value.EndsWith(']'))
            return false;
        switch (pair.Key)
        {
            case "VERSION" or "DOCUMENT VERSION" or "DOC VERSION" or "REVISION" when _version is null:
                _version = value;
                break;
            case "PREPARED BY" or "AUTHOR" or "AUTHORS" or "WRITTEN BY" or "CREATED BY" when _preparedBy is null:
                _preparedBy = value;
                break;
            case "DATE" or "LAST UPDATED" or "UPDATED" or "DOCUMENT DATE" or "DATE CREATED" or "CREATED" or "LAST REVIEW" or "LAST REVIEWED" when _date is null && Words.Date(value) is { } date:
                _date = Words.Iso(date);
                break;
            case "STATUS" or "STATE" or "DOCUMENT STATUS" when _status is null:
                _status = Words.Title(value).ToLowerInvariant() is { Length: > 0 } word ? word : value;
                break;
            default:
                return false;
        }

        ledger.Take(line);
        return true;
    }

    /// <summary>Reads "Status legend: `Todo`, `Done`." and gives the text before it.</summary>
    public string TakeLegend(string text)
    {
        var match = Legend().Match(text);
        if (!match.Success)
            return text;
        var isTaken = false;
        foreach (Match word in LegendWord().Matches(match.Groups["words"].Value))
            isTaken |= TakeLegendWord(word.Groups["word"].Value.Trim());
        return isTaken ? text[..match.Index].TrimEnd() : text;
    }

    public bool TakeLegendWord(string word)
    {
        word = InlineText.ReadLine(word).Trim('`', ' ');
        return word.Length > 0 && Words.Status(word) is { } status && (_legend.TryAdd(status, word) || _legend[status] == word);
    }

    public void AddDescription(string text)
    {
        if (text.Length > 0)
            _description.Add(text);
    }

    public void AddNote(string text)
    {
        if (text.Length > 0)
            _notes.Add(text);
    }

    /// <summary>Takes a link, or the name of a document.</summary>
    public void AddRelated(string markdown)
    {
        var match = Link().Match(markdown);
        var title = InlineText.ReadLine(match.Success ? match.Groups["text"].Value : markdown);
        var target = match.Success ? match.Groups["url"].Value : markdown.Trim().Trim('`') is var bare && bare.Contains('.', StringComparison.Ordinal) && !bare.Contains(' ', StringComparison.Ordinal) ? bare : null;
        var rest = match.Success ? (markdown[..match.Index] + markdown[(match.Index + match.Length)..]).Trim(' ', '-', '–', '—', ':') : "";
        if (rest.Length > 0)
            title = $"{title}: {InlineText.ReadLine(rest)}";
        if (title.Length > 0)
            _related.Add(new YamlEntryDraft(title, target));
    }

    /// <summary>Takes the rows of a change log; one whose date is none is left.</summary>
    public void TakeChanges(DocumentTable table)
    {
        int Column(params string[] names) => Array.FindIndex([.. table.Header], header => names.Contains(Words.Bare(header), StringComparer.Ordinal));
        var (date, version, text, by) = (Column("DATE", "WHEN"), Column("VERSION", "REV", "REVISION"), Column("CHANGES", "CHANGE", "DESCRIPTION", "SUMMARY", "NOTES", "WHAT"), Column("AUTHOR", "BY", "WHO", "EDITOR", "CHANGED BY"));
        if (date < 0 || text < 0)
            return;
        ledger.Take(table.Line);
        ledger.Take(table.DelimiterLine);
        foreach (var row in table.Rows)
        {
            string Cell(int column) => column >= 0 && column < row.Cells.Length ? InlineText.Read(row.Cells[column]) : "";
            if (Words.Date(Cell(date)) is not { } day || Cell(text).Length == 0)
                continue;
            ledger.Take(row.Line, row.LastLine);
            _changes.Add(new ChangeDraft(Words.Iso(day), InlineText.InOneLine(Cell(version)), Cell(text), InlineText.InOneLine(Cell(by))));
        }
    }

    public void AddOpeningTo(MappingBuilder root)
    {
        root.Add(ChecklistFormat.Description, string.Join("\n\n", _description))
            .Add(ChecklistFormat.Version, _version)
            .Add(ChecklistFormat.PreparedBy, _preparedBy)
            .Add(ChecklistFormat.Date, _date)
            .Add(ChecklistFormat.Status, _status)
            .Add(ChecklistFormat.Per, "once");
        var legend = new MappingBuilder();
        foreach (var (status, word) in _legend.OrderBy(pair => pair.Key))
            legend.Add(status.ToWord(), word);
        root.Add(ChecklistFormat.Legend.Name, legend);
    }

    public void AddClosingTo(MappingBuilder root)
    {
        root.Add("changes", YamlText.Of(_changes.Select(change => new MappingBuilder().Add("date", change.Date).Add("version", change.Version).Add("text", change.Text).Add("by", change.By).Build())))
            .Add(ChecklistFormat.Related.Name, YamlText.Of(_related.Select(related => new MappingBuilder().Add("title", related.Title).Add(IsAddress(related.Target) ? "url" : "path", related.Target).Build())))
            .Add(ChecklistFormat.Notes, string.Join("\n\n", _notes));
    }

    private static bool IsAddress(string? target) => target?.Contains("://", StringComparison.Ordinal) == true || target?.StartsWith("mailto:", StringComparison.Ordinal) == true;

    [GeneratedRegex(@"(?:\*\*|__)?(?:status\s+)?legend(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(?<words>.+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline, TimeoutMilliseconds)]
    private static partial Regex Legend();

    [GeneratedRegex(@"`(?<word>[^`]+)`|(?<word>[^,;/`]+)", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex LegendWord();

    [GeneratedRegex(@"(?<!!)\[(?<text>(?:[^\[\]]|\[[^\]]*\])+)\]\(<?(?<url>[^)\s>]+)>?(?:\s+""[^""]*"")?\)|<(?<url>https?://[^>\s]+)>", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Link();

    private sealed record YamlEntryDraft(string Title, string? Target);

    private sealed record ChangeDraft(string Date, string Version, string Text, string By);
}
