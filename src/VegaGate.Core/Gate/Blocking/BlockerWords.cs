using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Gate.Blocking;

/// <summary>What stands behind <c>/block</c>: a class and a severity, where they are given, and the reason.</summary>
public sealed record BlockerWords(string? Class, Severity? Severity, string Reason)
{
    private const string Separators = " \t:,;";
    private const string Quotes = "\"'“”";

    /// <summary>
    /// Reads them. The words of a class may be apart by blanks or hyphens, in any case, and stand in quotes; a colon or comma may follow. Of two classes that fit,
    /// the longer is meant.
    /// </summary>
    /// <param name="classes">The list's.</param>
    public static BlockerWords Read(string text, ImmutableArray<string> classes)
    {
        string? kind = null;
        var end = 0;
        foreach (var candidate in classes)
        {
            if (EndOf(text, candidate) is { } at && at > end)
                (kind, end) = (candidate, at);
        }

        var rest = text[end..].TrimStart(Separators.ToCharArray());
        var word = rest.Split(' ', '\t', ':', ',')[0];
        var severity = Severities.Parse(word);
        return new BlockerWords(kind, severity, severity is null ? rest : rest[word.Length..].TrimStart(Separators.ToCharArray()));
    }

    /// <summary>The class that a whole text is; null when it is none.</summary>
    public static string? ClassOf(string text, ImmutableArray<string> classes) => classes.FirstOrDefault(candidate => EndOf(text.Trim(), candidate) == text.Trim().Length);

    /// <summary>Where the words of a class end at the beginning of a text; null when they do not stand there.</summary>
    private static int? EndOf(string text, string kind)
    {
        var at = 0;
        var isQuoted = text.Length > 0 && Quotes.Contains(text[0], StringComparison.Ordinal);
        if (isQuoted)
            at++;
        foreach (var c in kind.Trim())
        {
            if (IsGap(c))
            {
                var gap = at;
                while (at < text.Length && IsGap(text[at]))
                    at++;
                if (at == gap && !(gap > 0 && IsGap(text[gap - 1])))
                    return null;
            }
            else if (at < text.Length && char.ToUpperInvariant(text[at]) == char.ToUpperInvariant(c))
            {
                at++;
            }
            else
            {
                return null;
            }
        }

        if (isQuoted)
            return at < text.Length && Quotes.Contains(text[at], StringComparison.Ordinal) ? at + 1 : null;
        return at == text.Length || Separators.Contains(text[at], StringComparison.Ordinal) ? at : null;
    }

    private static bool IsGap(char c) => c is ' ' or '\t' or '-' or '_';
}
