using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Rules.SignOffs;

/// <summary>A status that is no word of the format: whether the item is done would be a guess.</summary>
public sealed class UnknownStatus : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3001", "unknown-status", DiagnosticSeverity.Error, "There is no such status.");

    public override RulePage Page => new(
        What: "A status that is none of `todo`, `in-progress`, `blocked` and `done`.",
        Why: "Whether the item is done would be a guess, and the gate guesses nothing.",
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
                    status: started
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
                    status: in-progress
            """);

    public override void Check(RuleContext context)
    {
        var words = ItemStatuses.Words;
        var nearest = new NearestWord();
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.InvalidValue>().Where(IsStatus))
        {
            var hint = nearest.Find(finding.Value, words) is { } guess ? $"did you mean `{guess}`?" : $"write one of {string.Join(", ", words.Select(word => $"`{word}`"))}.";
            context.Report(this, finding.Span, $"There is no status {Quote.Of(finding.Value)}; {hint}");
        }
    }

    /// <summary>Whether a value is one of which this rule speaks.</summary>
    internal static bool IsStatus(FormatFinding.InvalidValue finding) => ReferenceEquals(finding.Format, ItemStatuses.Format);
}
