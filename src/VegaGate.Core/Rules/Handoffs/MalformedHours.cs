using VegaGate.Diagnostics;

namespace VegaGate.Rules.Handoffs;

/// <summary>Working hours that are not two times of a day.</summary>
public sealed class MalformedHours : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6008", "malformed-hours", DiagnosticSeverity.Error, "The working hours of a calendar cannot be read.") { IsFixed = true };

    public override RulePage Page => new(
        "An `escalation.calendar` whose `hours` are not two different times of a day, written as `09:00-18:00`. An end that comes before the beginning is on the next day, as in `22:00-06:00`; the whole day is `00:00-24:00`.",
        "Levels of an escalation come after working time. Without hours, nobody can say when.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items: [{ id: "1.1", title: Confirm the scope., owners: zev }]
        escalation:
          calendar: { time-zone: UTC, hours: 9 to 5, days: [mon, tue, wed, thu, fri] }
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
          calendar: { time-zone: UTC, hours: "09:00-17:00", days: [mon, tue, wed, thu, fri] }
          levels: [{ after: 1h, notify: zev, do: Call a meeting }]
        """);

    public override void Check(RuleContext context)
    {
        if (context.Checklist.Escalation?.Calendar is { } calendar && calendar.ReadHours() is null)
            context.Report(this, calendar.Hours.Span, $"The hours {Quote.Of(calendar.Hours.Value)} are not two times of a day; write them as `09:00-18:00`, over midnight as `22:00-06:00`.");
    }
}
