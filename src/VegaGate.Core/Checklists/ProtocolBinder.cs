using System.Collections.Immutable;
using VegaGate.Format;
using VegaGate.Syntax;
using Keys = VegaGate.Checklists.EscalationFormat;

namespace VegaGate.Checklists;

/// <summary>Makes what surrounds the phases: roles, escalation, communication, targets.</summary>
internal static class ProtocolBinder
{
    public static EscalationPolicy BindEscalation(MappingReader escalation) => new(
        escalation.Text(Keys.Severity) is { } severity ? Severities.Parse(severity.Value) : null,
        Values(escalation, Keys.Classes),
        escalation.Child(Keys.Calendar) is { } calendar ? BindCalendar(calendar) : null,
        [.. escalation.Children(Keys.Levels).Select((level, index) => BindLevel(level, index + 1)).OfType<EscalationLevel>()],
        escalation.Child(Keys.Report) is { } report ? BindReport(report) : null);

    public static Communication BindCommunication(MappingReader communication) => new(
        communication.Child(ProtocolFormat.StatusUpdate) is { } update && update.Duration(ProtocolFormat.UpdateKeys.Every) is { } every
            ? new StatusUpdate(
                every,
                update.Text(ProtocolFormat.UpdateKeys.When)?.Value,
                update.Text(ProtocolFormat.UpdateKeys.Template)?.Value,
                Values(update, ProtocolFormat.UpdateKeys.Channels),
                update.Texts(ProtocolFormat.UpdateKeys.To))
            : null,
        communication.Child(ProtocolFormat.Meetings) is { } meetings
            ? new HandoffMeetings(
                meetings.Text(ProtocolFormat.MeetingKeys.Critical),
                meetings.Text(ProtocolFormat.MeetingKeys.Other),
                meetings.Text(ProtocolFormat.MeetingKeys.Fallback)?.Value,
                meetings.Duration(ProtocolFormat.MeetingKeys.AtMost),
                Values(meetings, ProtocolFormat.MeetingKeys.Agenda))
            : null,
        Values(communication, ProtocolFormat.Documentation));

    public static SuccessTargets BindTargets(MappingReader targets) => new(
        Percent(targets, ProtocolFormat.PhaseCompletion),
        Percent(targets, ProtocolFormat.HandoffQuality),
        Percent(targets, ProtocolFormat.Delivery),
        [
            .. from entry in targets.Entries(ProtocolFormat.BlockerResolution)
               let severity = Severities.Parse(entry.Key.Value)
               let within = entry.Value is YamlScalar value ? Scalars.ParseDuration(value.Value) : null
               where severity is not null && within is not null
               select new ResolutionTarget(severity.Value, within.Value),
        ])
    {
        Indicators = Values(targets, ProtocolFormat.Indicators),
        Metrics =
        [
            .. from metric in targets.Children(ProtocolFormat.Metrics)
               let name = metric.Text(ProtocolFormat.MetricKeys.Name)
               where name is not null
               select new StatedMetric(name.Value, metric.Text(ProtocolFormat.MetricKeys.Target)?.Value ?? ""),
        ],
    };

    public static Roles? BindRoles(MappingReader reader, KeyFormat key) => reader.Child(key) is { } roles && reader.Mapping.Find(key.Name) is { } entry
        ? new Roles(BindRole(roles, RolesFormat.Accountable), BindRole(roles, RolesFormat.Consulted), BindRole(roles, RolesFormat.Informed)) { Key = new Located<string>(entry.Key.Value, entry.Key.Span) }
        : null;

    private static ImmutableArray<Located<string>>? BindRole(MappingReader roles, KeyFormat role) => roles.Node(role) is null ? null : roles.Texts(role);

    private static WorkCalendar? BindCalendar(MappingReader calendar) =>
        calendar.Text(Keys.CalendarKeys.TimeZone) is { } zone && calendar.Text(Keys.CalendarKeys.Hours) is { } hours && calendar.Mapping.Find(Keys.CalendarKeys.Days.Name) is { } days
            ? new WorkCalendar(zone, hours, calendar.Texts(Keys.CalendarKeys.Days), new Located<string>(days.Key.Value, days.Key.Span), calendar.Texts(Keys.CalendarKeys.Holidays))
            : null;

    private static EscalationLevel? BindLevel(MappingReader level, int number) =>
        level.Text(Keys.LevelKeys.After) is { } after ? new EscalationLevel(number, after, level.Texts(Keys.LevelKeys.Notify), level.Text(Keys.LevelKeys.Do)?.Value ?? "") : null;

    private static ReportTemplate BindReport(MappingReader report) => new(
        report.Text(Keys.ReportKeys.Title)?.Value ?? "",
        [
            .. report.Children(Keys.ReportKeys.Sections).Select(section => new ReportSection(
                section.Text(Keys.SectionKeys.Title)?.Value ?? "",
                [.. section.Children(Keys.SectionKeys.Fields).Select(field => new ReportField(field.Text(Keys.FieldKeys.Name)?.Value ?? "", field.Text(Keys.FieldKeys.Hint)?.Value))])),
        ]);

    private static int? Percent(MappingReader reader, KeyFormat key) => reader.Text(key) is { Value: var text } && Scalars.ParsePositive(text.TrimEnd('%')) is { } percent and <= 100 ? (int)percent : null;

    private static ImmutableArray<string> Values(MappingReader reader, KeyFormat key) => [.. reader.Texts(key).Select(text => text.Value)];
}
