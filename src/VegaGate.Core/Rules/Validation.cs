using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Recording;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules;

/// <summary>
/// A run of the rules over one file after the other. Of a file it keeps its findings and the place of its name, so that thousands of files need the memory of
/// a few.
/// </summary>
/// <param name="now">What dates are judged by.</param>
/// <param name="policy">What the configuration makes of findings.</param>
/// <param name="maxItems">How many items a list may have.</param>
public sealed class Validation(ImmutableArray<Rule> rules, DateTimeOffset now, SeverityPolicy policy, int maxItems)
{
    private readonly List<Diagnostic> _findings = [];
    private readonly Dictionary<string, RelatedPlace> _firstBySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RelatedPlace> _firstByIssue = new(StringComparer.Ordinal);
    private ImmutableArray<DiagnosticDescriptor> _known;

    /// <summary>Checks the next file, in the ordinal order of the shown paths.</summary>
    /// <returns>The checklist; null when the file is none.</returns>
    public Checklist? Add(YamlTree tree)
    {
        var start = _findings.Count;
        _findings.AddRange(tree.Diagnostics);
        var checklist = ChecklistBinder.Bind(tree);
        if (checklist is not null)
            Check(checklist);
        else if (tree.Diagnostics.IsEmpty && ReleaseRecordFormat.IsRecord(tree.Root))
            _findings.AddRange(FormatChecker.Check(tree.Root!, ReleaseRecordFormat.Mapping).Select(finding => ExplainRecord(tree, finding)));
        else if (tree.Diagnostics.IsEmpty)
            _findings.Add(Explain(tree));

        // Costs nothing where there is none of it.
        if (!tree.Remarks.IsEmpty)
            Suppress(tree, start);
        return checklist;
    }

    /// <summary>All findings of all files, in the order of path and place.</summary>
    public ImmutableArray<Diagnostic> End()
    {
        _findings.Sort(Diagnostic.Compare);
        return policy.Layers.IsEmpty ? [.. _findings] : [.. policy.Apply(_findings)];
    }

    private void Check(Checklist checklist)
    {
        if (checklist.Slug is { } slug)
            _firstBySlug.TryAdd(slug.Value, new RelatedPlace(checklist.Source.UpTo(slug.Span), slug.Span, "It is taken here."));
        foreach (var item in checklist.Items)
        {
            if (item.Issue is { } issue)
                _firstByIssue.TryAdd(issue.Value, new RelatedPlace(checklist.Source.UpTo(issue.Span), issue.Span, "It is named here."));
        }

        var context = new RuleContext(checklist, _firstBySlug, now, _findings) { FirstByIssue = _firstByIssue, MaxItems = maxItems };
        RuleRun.Over(context, rules);
    }

    /// <summary>Takes out what the comments of a file suppress among its findings, which begin at <paramref name="start"/>.</summary>
    private void Suppress(YamlTree tree, int start)
    {
        if (_known.IsDefault)
            _known = DescriptorCatalog.Of(rules);
        var filter = new SuppressionFilter(tree, _known, DateOnly.FromDateTime(now.UtcDateTime));
        var kept = start;
        for (var at = start; at < _findings.Count; at++)
        {
            if (!filter.Suppresses(_findings[at]))
                _findings[kept++] = _findings[at];
        }

        _findings.RemoveRange(kept, _findings.Count - kept);
        _findings.AddRange(filter.Report());
    }

    /// <summary>A record of a release is no checklist, and yet no file that is passed over in silence.</summary>
    private static Diagnostic ExplainRecord(YamlTree tree, FormatFinding finding) => new(
        Validator.NotAChecklist,
        tree.Source,
        finding.Span,
        "This file is no checklist, and no record of a release either: " + finding switch
        {
            FormatFinding.UnknownKey unknown => $"a {unknown.Mapping.Name} has no key {Quote.Of(unknown.Key)}.",
            FormatFinding.MissingKey missing => $"a {missing.Mapping.Name} needs the key `{missing.Key.Name}`.",
            FormatFinding.WrongType wrong => $"expected {wrong.Format.Expected} at `{wrong.Name}`, found {wrong.Found}.",
            FormatFinding.InvalidValue invalid => $"expected {invalid.Format.Expected} at `{invalid.Name}`, found {Quote.Of(invalid.Value)}.",
            _ => "it departs from the format of one.",
        });

    private static Diagnostic Explain(YamlTree tree)
    {
        var (span, found) = tree.Root switch
        {
            null => (default, "nothing"),
            YamlMapping { Entries: [var first, ..] } => (first.Key.Span, $"the key {Quote.Of(first.Key.Value)}"),
            var other => (new TextSpan(other.Span.Start, Math.Min(1, other.Span.Length)), FormatChecker.Describe(other)),
        };
        return new Diagnostic(Validator.NotAChecklist, tree.Source, span, $"This file is not a checklist: expected a mapping with the key `checklist`, found {found}.");
    }
}
