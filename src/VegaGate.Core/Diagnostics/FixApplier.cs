using System.Text;
using VegaGate.Text;

namespace VegaGate.Diagnostics;

/// <summary>Applies text edits; every character outside their spans stays as it is.</summary>
public static class FixApplier
{
    /// <summary>
    /// Applies the fixes of the findings of one text that are no less safe than <paramref name="atMost"/>, first come first served: a fix that
    /// overlaps one already taken is left for the next round.
    /// </summary>
    public static string Apply(SourceText source, IEnumerable<Diagnostic> diagnostics, FixApplicability atMost)
    {
        var taken = new List<TextEdit>();
        foreach (var fix in diagnostics.Where(d => d.Fix?.Applicability <= atMost && ReferenceEquals(d.Source, source)).Select(d => d.Fix!))
        {
            if (!fix.Edits.Any(edit => taken.Exists(other => Overlaps(edit.Span, other.Span))))
                taken.AddRange(fix.Edits);
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

    private static bool Overlaps(TextSpan a, TextSpan b) => a.Start < b.End && b.Start < a.End || a.Start == b.Start;
}
