using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Conditions;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules.PassConditions;

/// <summary>A probe of a kind that nobody can run: what is not checked holds the gate.</summary>
public sealed class UnknownProbe : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5002", "unknown-probe", DiagnosticSeverity.Error, "There is no probe of this kind.");

    public override RulePage Page => new(
        "An entry of `verify` that is none of `http`, `tls`, `dns`, `file`, `text`, `check` and `pull-request`, or that names none.",
        "A condition that nothing can check never holds, so that the item holds the release for ever.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, verify: [{ fle: { path: SCOPE.md } }] }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, verify: [{ file: { path: SCOPE.md } }] }
        """);

    public override void Check(RuleContext context)
    {
        var nearest = new NearestWord();
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.UnknownKey>())
        {
            if (!ReferenceEquals(finding.Mapping, ProbeFormats.Entry))
                continue;
            var hint = nearest.Find(finding.Key, ProbeFormats.All.Select(probe => probe.Kind)) is { } guess ? $"did you mean `{guess}`?" : $"there are {Kinds}.";
            context.Report(this, finding.Span, $"There is no probe {Quote.Of(finding.Key)}; {hint}");
        }
    }

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        var verify = item.Mapping.Find(ItemFormat.Verify.Name)?.Value;
        foreach (var entry in verify is YamlSequence list ? list.Items : [])
        {
            if (entry is YamlMapping { Entries.IsEmpty: true })
                context.Report(this, entry.Span, $"This entry names no probe, and nothing is checked; there are {Kinds}.");
        }
    };

    private static string Kinds => string.Join(", ", ProbeFormats.All.Select(probe => $"`{probe.Kind}`"));
}
