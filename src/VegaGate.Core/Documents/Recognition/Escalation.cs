using System.Text.RegularExpressions;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;
using VegaGate.Documents.Writing;
using VegaGate.Syntax;

namespace VegaGate.Documents.Recognition;

/// <summary>Reads what happens when somebody is blocked: the kinds of blockers, the levels, the form for a report.</summary>
internal sealed partial class Escalation(Cast cast, LineLedger ledger)
{
    private const int TimeoutMilliseconds = 1_000;

    private readonly List<string> _classes = [];
    private readonly List<LevelDraft> _levels = [];
    private string? _severity;
    private ReportForm? _report;

    public void ReadList(EntryList list, string label)
    {
        foreach (var entry in list.Entries)
        {
            var text = string.Join(' ', entry.Lines.Select(line => line.Text.Trim()));
            if (Level().Match(text) is { Success: true } level)
            {
                _levels.Add(new LevelDraft(entry.Line, InlineText.ReadLine(level.Groups["what"].Value), level.Groups["when"].Value));
                ledger.Take(entry.Lines);
                ledger.Take(entry.Line);
            }
            else if (label.Contains("BLOCKER", StringComparison.Ordinal) || label.Contains("CLASS", StringComparison.Ordinal) || label.Contains("TRIGGER", StringComparison.Ordinal))
            {
                _severity ??= Array.Find(["critical", "high", "medium", "low"], word => label.Contains(word, StringComparison.OrdinalIgnoreCase));
                _classes.Add(InlineText.ReadLine(text));
                ledger.Take(entry.Lines);
            }
        }
    }

    /// <summary>Reads the first form for a blocker report.</summary>
    public bool ReadReport(CodeText code)
    {
        if (_report is not null || ReportForm.Read(code) is not { } form)
            return false;
        _report = form;
        ledger.Take(code.Line);
        ledger.Take(code.LastLine);
        foreach (var line in form.Lines)
            ledger.Take(line);
        return true;
    }

    public void AddTo(MappingBuilder root)
    {
        var escalation = new MappingBuilder().Add("severity", _severity).Add("classes", _classes);
        escalation.Add("levels", YamlText.Of(_levels.Select(Build)));
        if (_report is { HasFields: true })
            escalation.Add("report", _report.Report);
        root.Add(ChecklistFormat.Escalation.Name, escalation);
    }

    private YamlMapping Build(LevelDraft level)
    {
        var after = Words.Duration(level.When) ?? "unresolved";
        var notify = NotifyOf(level.What);
        ledger.Report(DocumentDiagnostics.GuessedValue, level.Line, $"This level comes after {after} and tells {string.Join(", ", notify)}.");
        return new MappingBuilder().Add("after", after).Add("notify", notify).Add("do", level.What).Build();
    }

    /// <summary>Whom a level tells: who is known and named, every team where several meet, or the words before "notification".</summary>
    private List<string> NotifyOf(string what)
    {
        var known = cast.FindKnown(what);
        if (known.Count > 0)
            return known;
        var named = Notified().Match(what);
        if (named.Success && cast.Find(named.Groups["who"].Value.Trim()) is { } slug)
            return [slug];
        var teams = cast.Teams.ToList();
        if (!what.Contains("team", StringComparison.OrdinalIgnoreCase))
            teams = [.. _levels.Where(level => Notified().IsMatch(level.What)).Select(level => cast.Find(Notified().Match(level.What).Groups["who"].Value.Trim())).OfType<string>(), .. teams];
        return teams.Count > 0 ? teams : [cast.Unassigned()];
    }

    [GeneratedRegex(@"^\**level\s+\d{1,2}\**\s*[:.–-]\**\s*(?<what>.+?)\s*(?:\((?<when>[^()]*)\))?\.?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex Level();

    [GeneratedRegex(@"^(?:notify\s+(?:the\s+)?(?<who>.{1,60})|(?<who>.{1,60}?)\s+notification)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex Notified();

    private sealed record LevelDraft(int Line, string What, string When);
}
