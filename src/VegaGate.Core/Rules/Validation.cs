using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules;

/// <summary>
/// A run of the rules over one file after the other. Of a file it keeps its findings and the place of its name, so that thousands of files need the memory of
/// a few.
/// </summary>
/// <param name="maxItems">How many items a list may have.</param>
public sealed class Validation(ImmutableArray<Rule> rules, int maxItems)
{
    private readonly List<Diagnostic> _findings = [];
    private readonly Dictionary<string, RelatedPlace> _firstBySlug = new(StringComparer.Ordinal);

    /// <summary>Checks the next file, in the ordinal order of the shown paths.</summary>
    /// <returns>The checklist; null when the file is none.</returns>
    public Checklist? Add(YamlTree tree)
    {
        _findings.AddRange(tree.Diagnostics);
        if (ChecklistBinder.Bind(tree) is not { } checklist)
        {
            if (tree.Root is not null || tree.Diagnostics.IsEmpty)
                _findings.Add(Explain(tree));
            return null;
        }

        if (checklist.Slug is { } slug)
            _firstBySlug.TryAdd(slug.Value, new RelatedPlace(tree.Source, slug.Span, "It is taken here."));
        var context = new RuleContext(checklist, _firstBySlug, _findings) { MaxItems = maxItems };
        foreach (var rule in rules)
            rule.Check(context);
        return checklist;
    }

    /// <summary>All findings of all files, in the order of path and place.</summary>
    public ImmutableArray<Diagnostic> End()
    {
        _findings.Sort(Diagnostic.Compare);
        return [.. _findings];
    }

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
