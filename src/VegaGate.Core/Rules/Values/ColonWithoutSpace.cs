using System.Collections.Immutable;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules.Values;

/// <summary>A known key, a colon and a value without a space between them: YAML reads one piece of text where a key and its value were meant.</summary>
public sealed class ColonWithoutSpace : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = SyntaxDiagnostics.ColonWithoutSpace;

    public override RulePage Page => new(
        "A key of the format, a colon and a value without a space between them, such as `status:done` or `id:8.1`, where a mapping stands or should stand.",
        "YAML begins a value behind a colon and a space. Without the space there is neither the key nor the value: an owner, a stage or a condition that a reader of the file sees does not exist.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, due:2026-12-31 }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, due: 2026-12-31 }
        """,
        "Writes the space. The text can mean nothing else where it stands: it is the name of a key that belongs there. Where the file could not be read with the space either, there is no fix.");

    public override void Check(RuleContext context)
    {
        var slips = context.Checklist.FormatFindings.OfType<FormatFinding.MissingSpace>().ToList();
        if (slips.Count == 0)
            return;
        var edits = slips.ConvertAll(slip => EditsFor(context.Source.Text, slip));

        // Read once for all of them: a list may have thousands.
        var mended = YamlReader.Read(context.Source.Path, Encoding.UTF8.GetBytes(FixApplier.Apply(context.Source.Text, edits.SelectMany(edit => edit))));
        foreach (var (at, slip) in slips.Index())
        {
            var fix = edits[at].IsEmpty || !mended.Diagnostics.IsEmpty ? null : new CodeFix("Write the space", FixApplicability.Safe, edits[at]);
            context.Report(this, FirstLine(context.Source.Text, slip.Span), $"This is one piece of text for YAML, and no `{slip.Key.Name}`; put a space after the colon.", fix);
        }
    }

    /// <summary>A space for each line of the text, each of which is a key with its value; none where one is something else.</summary>
    private static ImmutableArray<TextEdit> EditsFor(string text, FormatFinding.MissingSpace slip)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        for (var at = slip.Span.Start; at < slip.Span.End;)
        {
            var line = FirstLine(text, TextSpan.FromBounds(at, slip.Span.End));
            var colon = text.IndexOf(':', line.Start, line.Length);
            if (colon < 0 || slip.Mapping.Find(text[line.Start..colon]) is null)
                return [];
            edits.Add(new TextEdit(new TextSpan(colon + 1, 0), " "));
            at = line.End;
            while (at < slip.Span.End && char.IsWhiteSpace(text[at]))
                at++;
        }

        return edits.ToImmutable();
    }

    private static TextSpan FirstLine(string text, TextSpan span) =>
        text.AsSpan(span.Start, span.Length).IndexOfAny('\r', '\n') is var end and >= 0 ? new TextSpan(span.Start, text.AsSpan(span.Start, end).TrimEnd().Length) : span;
}
