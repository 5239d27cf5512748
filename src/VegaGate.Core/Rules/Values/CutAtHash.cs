using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules.Values;

/// <summary>A value without quotes behind which a word begins with a hash, as in <c>PR #7 merged</c>: YAML takes the rest of the line for a comment.</summary>
public sealed class CutAtHash : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG7001", "cut-at-hash", DiagnosticSeverity.Warning, "A value without quotes ends at a `#` that may belong to it.");

    public override RulePage Page => new(
        "A value without quotes that is followed on its line by ` #` and a letter or digit, as in `name: PR #7 merged`. The value is `PR` alone. A value that could not go on there is left alone: a status, a day, a name. Where the rest holds what closes a bracket, so that the file cannot be read, yaml-syntax says so at the `#`; where nothing is left of the value, wrong-type does.",
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

    public override Action<YamlScalar, ScalarFormat, KeyFormat> ForValues(RuleContext context)
    {
        var text = context.Source.Text;
        HashSet<YamlScalar>? inBrackets = null;
        return (value, format, _) =>
        {
            if (value.Style != ScalarStyle.Plain || format.Kind != ScalarKind.Text || FindRest(text, value.Span.End) is not { } end)
                return;

            // Where the longer text could not stand, a comment was meant: a status, a day, a name.
            var whole = text[value.Span.Start..end];
            if (!format.Accepts(string.Join(' ', whole.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))))
                return;

            // Inside brackets the closing ones would be quoted too; a value of several lines would change its line ends.
            var fix = whole.Contains('\n', StringComparison.Ordinal) || (inBrackets ??= FindInBrackets(context.Source, context.Checklist.Root)).Contains(value)
                ? null
                : new CodeFix("Quote the whole line", FixApplicability.Unsafe, [new(new TextSpan(value.Span.Start, whole.Length), InQuotes(whole))]);
            context.Report(this, value.Span, "This value ends at ` #`, where YAML begins a comment; put it in quotes, or write `# ` before a comment.", fix);
        };
    }

    /// <summary>Where the text ends that may have been meant as part of a value: with the line, or before a comment that is written as one; null where there is none.</summary>
    /// <param name="end">The end of the value.</param>
    private static int? FindRest(string text, int end)
    {
        var hash = end;
        while (hash < text.Length && text[hash] is ' ' or '\t')
            hash++;
        if (hash == end || hash + 1 >= text.Length || text[hash] != '#' || !char.IsLetterOrDigit(text[hash + 1]) || text.AsSpan(hash + 1).StartsWith(Suppression.Name, StringComparison.Ordinal))
            return null;
        var line = text.IndexOf('\n', hash) is var found and >= 0 ? found : text.Length;
        var comment = text.IndexOf(" # ", hash, line - hash, StringComparison.Ordinal);
        var rest = comment < 0 ? line : comment;
        return hash + text.AsSpan(hash, rest - hash).TrimEnd().Length;
    }

    /// <summary>The values that stand in brackets. Recursion is bounded by the depth that a file may have.</summary>
    private static HashSet<YamlScalar> FindInBrackets(SourceText source, YamlNode root)
    {
        var found = new HashSet<YamlScalar>(ReferenceEqualityComparer.Instance);
        Walk(root, isFlow: false);
        return found;

        void Walk(YamlNode node, bool isFlow)
        {
            isFlow |= node is not YamlScalar && node.Span.Length > 0 && source.Text[node.Span.Start] is '[' or '{';
            switch (node)
            {
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries)
                        Walk(entry.Value, isFlow);
                    break;
                case YamlSequence sequence:
                    foreach (var item in sequence.Items)
                        Walk(item, isFlow);
                    break;
                case YamlScalar scalar when isFlow:
                    found.Add(scalar);
                    break;
            }
        }
    }

    private static string InQuotes(string text) => text.AsSpan().IndexOfAny('"', '\\') < 0 ? $"\"{text}\"" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
