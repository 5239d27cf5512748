using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Checklists;

/// <summary>The keys of what happens while something is blocked.</summary>
public static class EscalationFormat
{
    public static KeyFormat Severity { get; } = Optional("severity", Severities.Format, "The severity of a blocker that names none, on an item that names none. Blockers of it, or of a graver one, escalate.");

    public static KeyFormat Classes { get; } = Optional("classes", Lists.Lines, "The kinds of blockers that escalate whatever their severity is.");

    public static KeyFormat Calendar { get; } = Optional("calendar", CalendarKeys.Mapping, "Working time; without it, around the clock.");

    public static KeyFormat Levels { get; } = Optional("levels", new ListFormat(LevelKeys.Mapping), "What happens as a blocker stays.");

    public static KeyFormat Report { get; } = Optional("report", ReportKeys.Mapping, "The form for a blocker report.");

    public static MappingFormat Mapping { get; } = new("escalation", [Severity, Classes, Calendar, Levels, Report]);

    public static class CalendarKeys
    {
        public static KeyFormat TimeZone { get; } = Required("time-zone", Scalars.Line, "A zone of the IANA database, or UTC.");

        public static KeyFormat Hours { get; } = Required("hours", Scalars.Line, "Working hours, such as 09:00-18:00; over midnight, such as 22:00-06:00, they belong to the day on which they begin.");

        public static KeyFormat Days { get; } = Required("days", new ListFormat(Scalars.Choice([.. WorkCalendar.DayWords])) { IsFilled = true }, "Working days.");

        public static KeyFormat Holidays { get; } = Optional("holidays", new ListFormat(Scalars.Date), "Days off.");

        public static MappingFormat Mapping { get; } = new("calendar", [TimeZone, Hours, Days, Holidays]);
    }

    public static class LevelKeys
    {
        public static KeyFormat After { get; } = Required(
            "after",
            new ScalarFormat("a duration such as 1h, or unresolved", value => value is EscalationLevel.Unresolved || Scalars.Duration.Accepts(value)) { Pattern = EscalationLevel.Unresolved + "|" + Scalars.DurationPattern },
            "How long the blocker has stood.");

        public static KeyFormat Notify { get; } = Required("notify", Lists.Mentions, "Who is told at this level.");

        public static KeyFormat Do { get; } = Required("do", Scalars.Line, "What happens.");

        public static MappingFormat Mapping { get; } = new("level", [After, Notify, Do]);
    }

    public static class ReportKeys
    {
        public static KeyFormat Title { get; } = Required("title", Scalars.Line, "Its heading.");

        public static KeyFormat Sections { get; } = Required("sections", new ListFormat(SectionKeys.Mapping), "Its parts.");

        public static MappingFormat Mapping { get; } = new("blocker report", [Title, Sections]);
    }

    public static class SectionKeys
    {
        public static KeyFormat Title { get; } = Required("title", Scalars.Line, "The heading of the part.");

        public static KeyFormat Fields { get; } = Required("fields", new ListFormat(FieldKeys.Mapping), "What is asked.");

        public static MappingFormat Mapping { get; } = new("report section", [Title, Fields]);
    }

    public static class FieldKeys
    {
        public static KeyFormat Name { get; } = Required("name", Scalars.Line, "The field's label.");

        public static KeyFormat Hint { get; } = Optional("hint", Scalars.Line, "What to write there.");

        public static MappingFormat Mapping { get; } = new("report field", [Name, Hint]);
    }
}
