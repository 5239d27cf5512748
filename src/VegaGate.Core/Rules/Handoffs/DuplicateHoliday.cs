using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Handoffs;

/// <summary>A day off that is listed twice: one of the two was probably meant to be another day.</summary>
public sealed class DuplicateHoliday : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6010", "duplicate-holiday", DiagnosticSeverity.Warning, "A calendar lists a day off twice.");

    public override RulePage Page => new(
        "A date that stands twice under `escalation.calendar.holidays`.",
        "One of the two was probably meant to be another day, on which people would be called.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items: [{ id: "1.1", title: Confirm the scope., owners: zev }]
        escalation:
          calendar: { time-zone: UTC, hours: "09:00-18:00", days: [mon, tue], holidays: [2026-12-25, 2026-12-25] }
          levels: [{ after: 1h, notify: zev, do: Call a meeting }]
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
          calendar: { time-zone: UTC, hours: "09:00-18:00", days: [mon, tue], holidays: [2026-12-25, 2026-12-28] }
          levels: [{ after: 1h, notify: zev, do: Call a meeting }]
        """);

    public override void Check(RuleContext context)
    {
        var first = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        foreach (var day in context.Checklist.Escalation?.Calendar?.Holidays ?? [])
        {
            if (!first.TryAdd(day.Value, day))
                context.Report(this, day.Span, $"The holiday {Quote.Of(day.Value)} is listed already; remove one of the two, or write the day that was meant.", related: context.Here(first[day.Value].Span, "It is listed here."));
        }
    }
}
