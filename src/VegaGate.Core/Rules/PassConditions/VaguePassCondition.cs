using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.PassConditions;

/// <summary>A pass condition or a criterion that trails off: what it takes to pass stays open.</summary>
public sealed class VaguePassCondition : Rule
{
    private static readonly string[] Words = ["etc", "et cetera", "and so on", "and so forth", "…", "..."];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5005", "vague-pass-condition", DiagnosticSeverity.Warning, "A pass condition or a criterion leaves open what belongs to it.");

    public override RulePage Page => new(
        "A `pass`, or a criterion of a hand-off, that says `etc.`, or that ends in `and so on`, `and so forth`, `...` or `…`. What stands in backticks is left alone.",
        "What the rest is, everybody fills in for themselves. The item is signed off for less than was meant.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                pass: "Chat, mail, etc. are agreed, and so on."
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                pass: "Chat, mail and telephone are agreed."
        """);

    public override void Check(RuleContext context)
    {
        foreach (var section in context.Checklist.Sections)
        {
            if (section.Handoff is not { Criteria.IsEmpty: false } handoff)
                continue;
            foreach (var criterion in new MappingReader(handoff.Mapping).Texts(SectionFormat.HandoffKeys.Criteria))
            {
                if (FindIn(criterion.Value) is { } words)
                    context.Report(this, criterion.Span, $"This criterion says `{words}` and leaves open what belongs to it; name it all.");
            }
        }
    }

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        if (item.Pass is { } pass && FindIn(pass) is { } words)
            context.Report(this, item.PassPlace, $"The pass condition of {item.Name()} says `{words}` and leaves open what belongs to it; name it all.");
    };

    /// <summary>The first of the words in a text. A plain loop: the vectorized search is compiled anew at every start.</summary>
    private static string? FindIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('e' or 'E' or 'a' or 'A' or '.' or '…'))
                continue;
            foreach (var words in Words)
            {
                if (text.AsSpan(at).StartsWith(words, StringComparison.OrdinalIgnoreCase) && LeavesOpen(words, text.AsSpan(0, at), text.AsSpan(at + words.Length)))
                    return words;
            }
        }

        return null;
    }

    /// <summary>Whether the words stand for what is left out: not inside another word, a path or a code span, and where they mean something else within a sentence, only at its end.</summary>
    private static bool LeavesOpen(string words, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.Count('`') % 2 != 0)
            return false;
        var isEnd = after.TrimStart(".)! \t\r\n").IsEmpty;
        if (!char.IsAsciiLetter(words[0]))
            return isEnd && after is not ['.', ..] || before.TrimEnd(' ') is [.., ',' or ';'];
        if (before is [.., var previous] && (char.IsLetterOrDigit(previous) || previous is '/' or '.' or '-' or '_' or '\\'))
            return false;
        var isWord = after is not [var next, ..] || !char.IsLetterOrDigit(next) && next is not ('/' or '-' or '_' or '\\');
        return isWord && (words[0] == 'e' || isEnd || after is [',' or ';' or '.' or ')', ..]);
    }
}
