using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules;

/// <summary>Takes out the findings of one file that its comments suppress, and reports the suppressions that do nothing.</summary>
internal sealed class SuppressionFilter
{
    private readonly SourceText _source;
    private readonly NearestWord _nearest = new();
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<(int Line, string Rule), Entry> _byPlace = [];
    private readonly List<Diagnostic> _findings = [];

    /// <summary>Where something other than a comment follows the last comment that stood alone, and with it all that stand between.</summary>
    private int _nextContent;

    /// <summary>Reads the suppressions of a file.</summary>
    /// <param name="known">What a suppression may name.</param>
    /// <param name="today">In UTC.</param>
    public SuppressionFilter(YamlTree tree, ImmutableArray<DiagnosticDescriptor> known, DateOnly today)
    {
        _source = tree.Source;
        foreach (var remark in tree.Remarks)
        {
            if (Suppression.Parse(_source, remark.Span) is not { } suppression)
                continue;
            if (suppression.Problem is { } problem)
                Report(ValidatorDiagnostics.UnexplainedSuppression, suppression.Span, problem);
            else if (suppression.Until < today)
                Report(ValidatorDiagnostics.ExpiredSuppression, suppression.Span, $"This suppression held until {suppression.Until:yyyy-MM-dd}; mend what it is for, or give it a new date and reason.");
            else
                Add(suppression, known);
        }
    }

    /// <summary>Whether a finding of this file is suppressed, which uses the suppression up for what it reports.</summary>
    public bool Suppresses(Diagnostic finding) =>
        Suppresses(finding, _source.GetPosition(finding.Span.Start).Line)
        || finding.Span.Length > 1 && Suppresses(finding, _source.GetPosition(finding.Span.End - 1).Line);

    /// <summary>What is wrong with the suppressions, once every finding has been asked for.</summary>
    public IEnumerable<Diagnostic> Report()
    {
        foreach (var entry in _entries.Where(entry => !entry.IsUsed))
            Report(ValidatorDiagnostics.UnusedSuppression, entry.Place, $"There is nothing of {entry.Rule.Id} ({entry.Rule.Name}) to suppress here; remove it.");
        return _findings;
    }

    private void Add(Suppression suppression, ImmutableArray<DiagnosticDescriptor> known)
    {
        var line = FindLine(suppression.Span.Start);
        foreach (var name in suppression.Rules)
        {
            var rule = known.FirstOrDefault(rule => rule.Id == name.Value || rule.Name == name.Value);
            if (rule is null)
                Report(ValidatorDiagnostics.UnknownRuleInSuppression, name.Span, $"There is no rule {Quote.Of(name.Value)}{Guess(name, known)}");
            else if (rule.IsFixed || rule.Id[2] == '8')
                Report(ValidatorDiagnostics.FixedRuleInSuppression, name.Span, $"{rule.Id} ({rule.Name}) cannot be suppressed.");
            else
                Add(line, new Entry(rule, name.Span));
        }
    }

    private void Add(int line, Entry entry)
    {
        _entries.Add(entry);
        _byPlace.TryAdd((line, entry.Rule.Id), entry);
    }

    /// <summary>The line of the comment, or where it stands alone, the next one that holds more than a comment.</summary>
    private int FindLine(int comment)
    {
        var text = _source.Text;
        var start = comment == 0 ? 0 : text.LastIndexOf('\n', comment - 1) + 1;
        if (!text.AsSpan(start, comment - start).IsWhiteSpace())
            return _source.GetPosition(comment).Line;
        if (comment >= _nextContent)
            _nextContent = FindContent(comment);
        return _nextContent < text.Length ? _source.GetPosition(_nextContent).Line : 0;
    }

    private int FindContent(int from)
    {
        var text = _source.Text;
        for (var at = from; at < text.Length;)
        {
            if (text[at] == '#')
                at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            else if (char.IsWhiteSpace(text[at]))
                at++;
            else
                return at;
        }

        return text.Length;
    }

    private string Guess(Located<string> name, ImmutableArray<DiagnosticDescriptor> known) =>
        _nearest.Find(name.Value, known.SelectMany(rule => new[] { rule.Name, rule.Id })) is { } guess ? $"; did you mean `{guess}`?" : ".";

    private bool Suppresses(Diagnostic finding, int line)
    {
        if (!_byPlace.TryGetValue((line, finding.Descriptor.Id), out var entry))
            return false;
        entry.IsUsed = true;
        return true;
    }

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, string message) => _findings.Add(new Diagnostic(descriptor, _source, span, message));

    private sealed class Entry(DiagnosticDescriptor rule, TextSpan place)
    {
        public DiagnosticDescriptor Rule => rule;

        public TextSpan Place => place;

        public bool IsUsed { get; set; }
    }
}
