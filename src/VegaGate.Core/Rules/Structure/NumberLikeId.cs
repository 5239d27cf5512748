using System.Buffers;
using System.Globalization;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>
/// An id without quotes that YAML readers take for a number, such as 1.10: VegaGate reads it as text, but an editor, a formatter or a script makes it 1.1,
/// which is another item.
/// </summary>
public sealed class NumberLikeId : Rule
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1008", "number-like-id", DiagnosticSeverity.Warning, "Other readers of YAML take the id for a number.");

    public override RulePage Page => new(
        What: "An id without quotes that readers of YAML take for a number, such as 8.10.",
        Why: "VegaGate reads it as text, but an editor, a formatter or a script that reads and writes the file makes it 8.1. That is another "
            + "item, with another issue and other sign-offs.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: 8.10
                    title: Point the domain at the new host
                    owners: [zev]
            """,
        Good: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.10"
                    title: Point the domain at the new host
                    owners: [zev]
            """,
        Fix: "Puts the id in quotes. It is the same id for VegaGate before and after, and from then on for every other reader.");

    public override void Check(RuleContext context)
    {
        foreach (var section in context.Checklist.Sections)
        {
            if (section.Id is { } sectionId)
                CheckId(context, sectionId);
            foreach (var item in section.Items)
            {
                if (item.Id is { } id)
                    CheckId(context, id);
                foreach (var need in item.Needs)
                    CheckId(context, need);
                foreach (var former in item.Was)
                    CheckId(context, former);
            }
        }
    }

    /// <summary>Whether it is a number of YAML 1.1 or 1.2, as far as those can be ids.</summary>
    private static bool IsNumber(string text)
    {
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]))
            return false;
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        return digits is ['0', 'x' or 'o' or 'b', _, ..]
            ? digits.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0
            : double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
    }

    private void CheckId(RuleContext context, Located<string> id)
    {
        var isPlain = context.Source.Text.AsSpan(id.Span.Start, id.Span.Length).SequenceEqual(id.Value);
        if (!isPlain || !IsNumber(id.Value))
            return;
        var fix = new CodeFix("Quote the id", FixApplicability.Safe, [new(id.Span, $"\"{id.Value}\"")]);
        context.Report(this, id.Span, $"Other YAML readers take the id {Quote.Of(id.Value)} for a number; put it in quotes.", fix);
    }
}
