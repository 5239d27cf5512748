using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Handoffs;

/// <summary>A level that waits for a target that the list does not set: it never comes.</summary>
public sealed class UnresolvedWithoutTarget : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6011", "unresolved-without-target", DiagnosticSeverity.Warning, "A level waits for a target that is not set.");

    public override RulePage Page => new(
        "A level of the escalation with `after: unresolved` in a list where `targets.blocker-resolution` sets no target for the severity under `escalation.severity`; without that key, none at all.",
        "The level comes when the target has passed. Where there is none, it never does, and the people of it never hear of the blocker.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items: [{ id: "1.1", title: Confirm the scope., owners: zev }]
        escalation:
          severity: critical
          levels: [{ after: unresolved, notify: zev, do: Call everybody }]
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items: [{ id: "1.1", title: Confirm the scope., owners: zev }]
        escalation:
          severity: critical
          levels: [{ after: unresolved, notify: zev, do: Call everybody }]
        targets: { blocker-resolution: { critical: 2h } }
        """);

    public override void Check(RuleContext context)
    {
        var list = context.Checklist;
        if (list.Escalation is not { } policy || (policy.Severity is { } severity ? list.TargetOf(severity) is not null : !list.Targets.Resolution.IsEmpty))
            return;
        foreach (var level in policy.Levels.Where(level => level.After.Value == EscalationLevel.Unresolved))
        {
            var missing = policy.Severity is { } wanted ? $"`targets.blocker-resolution` has none for {Quote.Of(wanted.ToWord())}" : "`targets.blocker-resolution` has none";
            context.Report(this, level.After.Span, $"This level comes when a target has passed, and {missing}; set one, or give the level a time.");
        }
    }
}
