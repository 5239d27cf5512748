using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.SignOffs;

/// <summary>A launch window or a freeze that ends before it begins: the window would hold for ever, the freeze never.</summary>
public sealed class WindowEndsBeforeItBegins : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3011", "window-ends-before-it-begins", DiagnosticSeverity.Error, "A launch window or a freeze ends before it begins.");

    public RulePage Page => new(
        "A `window` or an entry of `freeze` under `gate` whose `to` is not after its `from`.",
        "There is no moment inside. With such a window the gate never opens; with such a freeze nothing is frozen, and a release goes out in the very hours that were to be kept free.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        gate:
          window: { from: 2026-03-02T16:00:00Z, to: 2026-03-02T08:00:00Z }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        gate:
          window: { from: 2026-03-02T08:00:00Z, to: 2026-03-02T16:00:00Z }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev }
        """);

    public override void Check(RuleContext context)
    {
        if (context.Checklist.Gate.Window is { } window)
            CheckTimes(context, window, "The launch window", "the gate would never open");
        foreach (var freeze in context.Checklist.Gate.Freezes)
            CheckTimes(context, freeze, "The freeze", "it would hold nothing");
    }

    private void CheckTimes(RuleContext context, TimeWindow times, string what, string effect)
    {
        if (times.To <= times.From)
            context.Report(this, times.ToPlace, $"{what} ends {(times.To == times.From ? "when" : "before")} it begins, so that {effect}; correct one of the times.");
    }
}
