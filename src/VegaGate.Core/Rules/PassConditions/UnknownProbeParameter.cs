using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Conditions;
using VegaGate.Text;

namespace VegaGate.Rules.PassConditions;

/// <summary>A parameter that a probe does not have: nothing would look at it, and the probe would ask for less than it says.</summary>
public sealed class UnknownProbeParameter : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5006", "unknown-probe-parameter", DiagnosticSeverity.Error, "A probe has no such parameter.");

    public override RulePage Page => new(
        "A parameter under a probe of `verify` that this kind of probe does not have.",
        "Nothing would look at it. A probe that was to find a text in an answer would pass on any answer at all, and let the release through.",
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
                verify: [{ http: { url: "https://agent.example.com/health", contain: ok } }]
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
                verify: [{ http: { url: "https://agent.example.com/health", contains: ok } }]
        """);

    public override void Check(RuleContext context)
    {
        var nearest = new NearestWord();
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.UnknownKey>())
        {
            if (ProbeFormats.FindByParameters(finding.Mapping) is not { } probe)
                continue;
            var names = probe.Parameters.Keys.Select(key => key.Name);
            var has = $"it has {string.Join(", ", names.Select(name => $"`{name}`"))}";
            var hint = nearest.Find(finding.Key, names) is { } guess ? $"did you mean `{guess}`? In all, {has}." : $"{has}.";
            context.Report(this, finding.Span, $"The probe `{probe.Kind}` has no parameter {Quote.Of(finding.Key)}; {hint}");
        }
    }
}
