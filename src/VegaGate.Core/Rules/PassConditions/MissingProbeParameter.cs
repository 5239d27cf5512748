using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Conditions;
using VegaGate.Syntax;

namespace VegaGate.Rules.PassConditions;

/// <summary>A probe without a parameter that it cannot do without: it has nothing to look at.</summary>
public sealed class MissingProbeParameter : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5007", "missing-probe-parameter", DiagnosticSeverity.Error, "A probe lacks a parameter that it needs.");

    public override RulePage Page => new(
        "A probe of `verify` without a parameter that it needs, such as `http` without `url`, or `text` with neither `present` nor `absent`.",
        "It has nothing to look at. A condition that cannot be checked never holds, so that the item holds the release for ever.",
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
                verify: [{ http: { status: 200 } }]
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
                verify: [{ http: { url: "https://agent.example.com/health", status: 200 } }]
        """);

    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.MissingKey>())
        {
            if (ProbeFormats.FindByParameters(finding.Mapping) is { } probe)
                context.Report(this, finding.Span, $"The probe `{probe.Kind}` has no `{finding.Key.Name}`; add it, as {finding.Key.Value.Expected}. In all, {Has(probe)}.");
        }
    }

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        foreach (var call in item.Verify)
        {
            if (call.Parameters is YamlMapping parameters && ProbeFormats.Find(call.Kind.Value) is { Parameters.AnyOf.IsEmpty: false } probe)
                CheckAnyOf(context, probe, parameters);
        }
    };

    private void CheckAnyOf(RuleContext context, ProbeFormat probe, YamlMapping parameters)
    {
        foreach (var key in probe.Parameters.AnyOf)
        {
            if (parameters.Find(key.Name) is not null)
                return;
        }

        var place = parameters.Entries.IsEmpty ? parameters.Span : parameters.Entries[0].Key.Span;
        context.Report(this, place, $"The probe `{probe.Kind}` asks for nothing; add {string.Join(" or ", probe.Parameters.AnyOf.Select(key => $"`{key.Name}`"))}. In all, {Has(probe)}.");
    }

    private static string Has(ProbeFormat probe) => $"it has {string.Join(", ", probe.Parameters.Keys.Select(key => $"`{key.Name}`"))}";
}
