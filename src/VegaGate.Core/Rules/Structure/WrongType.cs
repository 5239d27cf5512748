using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Rules.Structure;

/// <summary>A list where one value is expected, a value where a mapping is, or nothing at all: it cannot be read, and nothing is guessed.</summary>
public sealed class WrongType : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1005", "wrong-type", DiagnosticSeverity.Error, "A value is of another kind than its key takes.");

    public override RulePage Page => new(
        What: "A list where one value is expected, a value where a mapping is, or nothing at all.",
        Why: "It cannot be read as it stands, and nothing is guessed: a pass condition of which only the first line counted would let through "
            + "what the second forbids.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
                    pass:
                      - The name resolves to the new host.
                      - The certificate is valid.
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
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
                    pass: The name resolves to the new host, and the certificate is valid.
            """);

    public override void Check(RuleContext context)
    {
        var text = context.Source.Text;
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.WrongType>())
        {
            if (FindHash(text, finding.Span) is { } hash)
                context.Report(this, hash, $"{Quote.Of(finding.Name)} takes {finding.Format.Expected}, but YAML begins a comment at this `#`; put the value in quotes.");
            else
                context.Report(this, finding.Span, $"{Quote.Of(finding.Name)} takes {finding.Format.Expected}, but {finding.Found} stands here.");
        }
    }

    /// <summary>The word in a hash that stands where the value of a key, or of a list's entry of which nothing is left, was to begin.</summary>
    private static TextSpan? FindHash(string text, TextSpan place)
    {
        var rest = text.AsSpan(place.End).TrimStart(" \t");
        if (place.Length > 0 && rest is not [':', ..])
            return null;
        rest = (place.Length > 0 ? rest[1..] : rest).TrimStart(" \t");
        if (rest is not ['#', var next, ..] || !char.IsLetterOrDigit(next))
            return null;
        var length = rest.IndexOfAny(" \t\r\n");
        return new TextSpan(text.Length - rest.Length, length < 0 ? rest.Length : length);
    }
}
