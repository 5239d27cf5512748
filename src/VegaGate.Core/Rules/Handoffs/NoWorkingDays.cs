using VegaGate.Diagnostics;

namespace VegaGate.Rules.Handoffs;

/// <summary>A calendar in which nobody ever works: no level after the first would come.</summary>
public sealed class NoWorkingDays : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6009", "no-working-days", DiagnosticSeverity.Error, "A calendar has no working day.") { IsFixed = true };

    public override RulePage Page => new(
        "An `escalation.calendar` whose `days` are empty.",
        "No working time would ever pass, and so nobody be called, however long a blocker stays.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items: [{ id: "1.1", title: Confirm the scope., owners: zev }]
        escalation:
          calendar: { time-zone: UTC, hours: "09:00-18:00", days: [] }
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
          calendar: { time-zone: UTC, hours: "09:00-18:00", days: [mon, wed] }
          levels: [{ after: 1h, notify: zev, do: Call a meeting }]
        """);

    public override void Check(RuleContext context)
    {
        if (context.Checklist.Escalation?.Calendar is { Days.IsEmpty: true } calendar)
            context.Report(this, calendar.DaysKey.Span, "No day is a working day, so no working time ever passes; name the days, or leave the calendar out.");
    }
}
