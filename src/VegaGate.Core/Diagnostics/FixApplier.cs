using System.Text;
using VegaGate.Text;

namespace VegaGate.Diagnostics;

/// <summary>Applies text edits; every character outside their spans stays as it is.</summary>
public static class FixApplier
{
    private static readonly Comparer<TextEdit> InOrder = Comparer<TextEdit>.Create((x, y) => x.Span.CompareTo(y.Span));

    /// <summary>
    /// Applies the fixes of the findings of one text that are no less safe than <paramref name="atMost"/>, first come first served: a fix that
    /// overlaps one already taken is left for the next round.
    /// </summary>
    public static string Apply(SourceText source, IEnumerable<Diagnostic> diagnostics, FixApplicability atMost)
    {
        var taken = new List<TextEdit>();
        foreach (var fix in diagnostics.Where(d => d.Fix?.Applicability <= atMost && ReferenceEquals(d.Source, source)).Select(d => d.Fix!))
        {
            if (fix.Edits.Any(edit => OverlapsAny(taken, edit.Span)))
                continue;
            foreach (var edit in fix.Edits)
                taken.Insert(PlaceOf(taken, edit.Span), edit);
        }

        return Apply(source.Text, taken);
    }

    /// <summary>Applies edits that do not overlap, in any order.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits.OrderBy(e => e.Span))
        {
            result.Append(text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Edits that do not overlap end in the order in which they begin: the neighbours speak for all.</summary>
    private static bool OverlapsAny(List<TextEdit> taken, TextSpan span)
    {
        var place = PlaceOf(taken, span);
        return place > 0 && Overlaps(taken[place - 1].Span, span) || place < taken.Count && Overlaps(taken[place].Span, span);
    }

    /// <summary>Where an edit belongs in the order of the text. Findings mostly come in it, and the place is the end.</summary>
    private static int PlaceOf(List<TextEdit> taken, TextSpan span)
    {
        if (taken.Count == 0 || taken[^1].Span < span)
            return taken.Count;
        var found = taken.BinarySearch(new TextEdit(span, ""), InOrder);
        return found < 0 ? ~found : found;
    }

    private static bool Overlaps(TextSpan a, TextSpan b) => a.Start < b.End && b.Start < a.End || a.Start == b.Start;
}
