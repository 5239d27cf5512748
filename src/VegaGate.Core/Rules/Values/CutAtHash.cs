using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules.Values;

/// <summary>A value without quotes behind which a word begins with a hash, as in <c>PR #7 merged</c>: YAML takes the rest of the line for a comment.</summary>
public sealed class CutAtHash : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG7001", "cut-at-hash", DiagnosticSeverity.Warning, "A value without quotes ends at a `#` that may belong to it.");

    public override RulePage Page => new(
        "A value without quotes that is followed on its line by ` #` and a letter or digit, as in `name: PR #7 merged`. The value is `PR` alone. Where the rest holds what closes a bracket, so that the file cannot be read, yaml-syntax says so at the `#`; where nothing is left of the value, wrong-type does.",
        "The rest of the line is lost without a word: the issue, and what is signed off, say less than the file seems to say.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Merge PR #7 and tag it.
                owners: zev
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
                title: "Merge PR #7 and tag it."
                owners: zev
        """,
        "Puts the rest of the line into the value, in quotes. It is unsafe: the rest may be a comment after all.")
    {
        FixSafety = FixApplicability.Unsafe,
    };

    /// <summary>Most texts have no such comment, and their values need not be looked at.</summary>
    public override void Check(RuleContext context)
    {
        var text = context.Source.Text;
        for (var hash = text.IndexOf('#', StringComparison.Ordinal); hash >= 0; hash = text.IndexOf('#', hash + 1))
        {
            if (!IsCut(text, hash))
                continue;
            Walk(context, context.Checklist.Root, isFlow: false);
            return;
        }
    }

    /// <summary>Whether a hash may have been meant as part of the value before it.</summary>
    private static bool IsCut(string text, int hash) =>
        hash > 0 && text[hash - 1] is ' ' or '\t' && hash + 1 < text.Length && char.IsLetterOrDigit(text[hash + 1]) && !text.AsSpan(hash + 1).StartsWith(Suppression.Name, StringComparison.Ordinal);

    /// <summary>Recursion is bounded by the depth that a file may have.</summary>
    private void Walk(RuleContext context, YamlNode node, bool isFlow)
    {
        isFlow |= node is not YamlScalar && node.Span.Length > 0 && context.Source.Text[node.Span.Start] is '[' or '{';
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                    Walk(context, entry.Value, isFlow);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Walk(context, item, isFlow);
                break;
            case YamlScalar { Style: ScalarStyle.Plain, Span.Length: > 0 } scalar:
                CheckScalar(context, scalar, isFlow);
                break;
        }
    }

    private void CheckScalar(RuleContext context, YamlScalar scalar, bool isFlow)
    {
        var text = context.Source.Text;
        var hash = scalar.Span.End;
        while (hash < text.Length && text[hash] is ' ' or '\t')
            hash++;
        if (hash == scalar.Span.End || hash == text.Length || text[hash] != '#' || !IsCut(text, hash))
            return;
        var end = text.IndexOf('\n', hash);
        var whole = text[scalar.Span.Start..(end < 0 ? text.Length : end)].TrimEnd();

        // Inside brackets the closing ones would be quoted too; a value of several lines would change its line ends.
        var fix = isFlow || whole.Contains('\n', StringComparison.Ordinal)
            ? null
            : new CodeFix("Quote the whole line", FixApplicability.Unsafe, [new(new TextSpan(scalar.Span.Start, whole.Length), InQuotes(whole))]);
        context.Report(this, scalar.Span, "This value ends at ` #`, where YAML begins a comment; put it in quotes, or write `# ` before a comment.", fix);
    }

    private static string InQuotes(string text) => text.AsSpan().IndexOfAny('"', '\\') < 0 ? $"\"{text}\"" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
