using System.Collections.Immutable;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Checklists;

/// <summary>
/// A comment that lets findings of some rules pass on one line: <c># vegagate: ignore RULE, RULE until 2026-12-31 -- reason</c>.
/// </summary>
/// <param name="Span">The whole comment.</param>
/// <param name="Rules">Ids or names of rules, as they are written.</param>
/// <param name="Until">The last day on which it holds, in UTC; null for ever.</param>
/// <param name="Problem">A sentence that says why it holds nothing; null when it can be used.</param>
public sealed record Suppression(TextSpan Span, ImmutableArray<Located<string>> Rules, DateOnly? Until, string? Problem)
{
    /// <summary>What a comment that speaks to this program begins with.</summary>
    public const string Name = "vegagate:";

    private const string Verb = "ignore";
    private const string Form = "`# vegagate: ignore RULE until 2026-12-31 -- reason`";

    /// <summary>Reads a comment that begins with the name of this program; null when it suppresses nothing and does not look as if it should.</summary>
    public static Suppression? Parse(SourceText source, TextSpan comment)
    {
        var start = source.Text.IndexOf(Name, comment.Start, StringComparison.Ordinal) + Name.Length;
        var (separator, reason) = FindReason(source.Text.AsSpan(0, comment.End), start);
        var words = Split(source, TextSpan.FromBounds(start, separator));
        if (words.Count == 0 || words[0].Value != Verb)
            return words.Count > 0 && IsSlip(words[0].Value) ? Refuse(comment, $"This suppression cannot be read; write {Form}.") : null;

        var rules = ImmutableArray.CreateBuilder<Located<string>>();
        var at = 1;
        for (; at < words.Count && words[at].Value is not ("," or "until"); at += 2)
        {
            rules.Add(words[at]);
            if (at + 1 == words.Count || words[at + 1].Value != ",")
            {
                at++;
                break;
            }
        }

        if (rules.Count == 0)
            return Refuse(comment, $"This suppression names no rule; write {Form}.");
        if (words[at - 1].Value == ",")
            return Refuse(comment, "A comma of this suppression has no rule behind it.");
        DateOnly? until = null;
        if (at < words.Count && words[at].Value == "until")
        {
            until = at + 1 < words.Count ? Scalars.ParseDate(words[at + 1].Value) : null;
            if (until is null)
                return Refuse(comment, $"`until` takes {Scalars.Date.Expected}.");
            at += 2;
        }

        if (at < words.Count)
            return Refuse(comment, $"This suppression cannot be read; separate rules with commas, and write {Form}.");
        return reason ? new Suppression(comment, rules.ToImmutable(), until, null) : Refuse(comment, "This suppression does not say why, and so suppresses nothing; add ` -- ` and the reason.");
    }

    private static Suppression Refuse(TextSpan comment, string problem) => new(comment, [], null, problem);

    /// <summary>Where what comes before the reason ends, and whether there is a reason.</summary>
    private static (int Separator, bool HasReason) FindReason(ReadOnlySpan<char> text, int start)
    {
        for (var at = start; at + 1 < text.Length; at++)
        {
            var isSeparator = text[at] == '-' && text[at + 1] == '-' && text[at - 1] is ' ' or '\t' && (at + 2 == text.Length || text[at + 2] is ' ' or '\t');
            if (!isSeparator)
                continue;
            foreach (var c in text[(at + 2)..])
            {
                if (char.IsLetterOrDigit(c))
                    return (at, true);
            }

            return (at, false);
        }

        return (text.Length, false);
    }

    /// <summary>The words, with each comma as one of its own.</summary>
    private static List<Located<string>> Split(SourceText source, TextSpan span)
    {
        var words = new List<Located<string>>();
        for (var at = span.Start; at < span.End;)
        {
            var end = at + 1;
            if (source.Text[at] is not (' ' or '\t'))
            {
                while (source.Text[at] != ',' && end < span.End && source.Text[end] is not (' ' or '\t' or ','))
                    end++;
                words.Add(new Located<string>(source.Text[at..end], TextSpan.FromBounds(at, end)));
            }

            at = end;
        }

        return words;
    }

    private static bool IsSlip(string word) => word.ToUpperInvariant() is "SUPPRESS" or "DISABLE" || word.StartsWith(Verb, StringComparison.OrdinalIgnoreCase) || new NearestWord().Find(word, [Verb]) is not null;
}
