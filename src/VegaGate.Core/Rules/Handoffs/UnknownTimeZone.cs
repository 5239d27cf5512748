using VegaGate.Diagnostics;
using VegaGate.Escalation;
using VegaGate.Text;

namespace VegaGate.Rules.Handoffs;

/// <summary>A calendar in a time zone that nobody knows: working hours would begin at a guess.</summary>
public sealed class UnknownTimeZone : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6007", "unknown-time-zone", DiagnosticSeverity.Error, "A calendar names a time zone that does not exist.") { IsFixed = true };

    public override RulePage Page => new(
        "An `escalation.calendar` whose `time-zone` is none of the IANA database. Names are written as they stand there, with their capital letters.",
        "Working hours begin and end by the clock of that zone, through every change between summer and winter time. A guess would call people at night, or hours too late.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items: [{ id: "1.1", title: Confirm the scope., owners: zev }]
        escalation:
          calendar: { time-zone: Europe/Berln, hours: "09:00-18:00", days: [mon, tue, wed, thu, fri] }
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
          calendar: { time-zone: Europe/Berlin, hours: "09:00-18:00", days: [mon, tue, wed, thu, fri] }
          levels: [{ after: 1h, notify: zev, do: Call a meeting }]
        """);

    public override void Check(RuleContext context)
    {
        // A list without a calendar does not pay for the zones.
        if (context.Checklist.Escalation?.Calendar?.TimeZone is not { } zone || WorkingTime.IsZone(zone.Value))
            return;
        var nearest = new NearestWord().Find(zone.Value, WorkingTime.ZoneNames);
        context.Report(this, zone.Span, $"There is no time zone {Quote.Of(zone.Value)}; {(nearest is null ? "name one of the IANA database, such as `Europe/Berlin` or `UTC`" : $"did you mean {Quote.Of(nearest)}?")}{(nearest is null ? "." : "")}");
    }
}
