using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Checklists;

/// <summary>The keys of what surrounds the phases: roles, escalation, steps, communication, targets, changes.</summary>
public static class ProtocolFormat
{
    private static readonly ScalarFormat Percentage = new(
        "a percentage such as 90%", value => value.EndsWith('%') && Scalars.ParsePositive(value[..^1]) is <= 100) { Name = "percentage", Pattern = "0*(?:[1-9][0-9]?|100)%" };

    public static KeyFormat Notify { get; } = Required("notify", Lists.Mentions, "Who is told at this level.");

    public static KeyFormat Recipients { get; } = Optional("to", Lists.Mentions, "Who receives it.");

    public static KeyFormat After { get; } = Required("after", new ScalarFormat("a duration such as 1h, or unresolved", value => value is "unresolved" || Scalars.Duration.Accepts(value)) { Pattern = "unresolved|" + Scalars.DurationPattern }, "How long the blocker has stood.");

    public static KeyFormat Levels { get; } = Optional("levels", new ListFormat(new MappingFormat("level",
    [
        After,
        Notify,
        Required("do", Scalars.Line, "What happens."),
    ])), "What happens as a blocker stays.");

    public static KeyFormat Classes { get; } = Optional("classes", Lists.Lines, "The kinds of blockers that escalate.");

    public static KeyFormat Report { get; } = Optional("report", new MappingFormat("blocker report",
    [
        Required("title", Scalars.Line, "Its heading."),
        Required("sections", new ListFormat(new MappingFormat("report section",
        [
            Required("title", Scalars.Line, "The heading of the part."),
            Required("fields", new ListFormat(new MappingFormat("report field",
            [
                Required("name", Scalars.Line, "The field's label."),
                Optional("hint", Scalars.Line, "What to write there."),
            ])), "What is asked."),
        ])), "Its parts."),
    ]), "The form for a blocker report.");

    public static MappingFormat Escalation { get; } = new("escalation",
    [
        Optional("severity", Severities.Format, "The severity of a blocker of one of the classes."),
        Classes,
        Optional("calendar", new MappingFormat("calendar",
        [
            Required("time-zone", Scalars.Line, "A zone of the IANA database, or UTC."),
            Required("hours", Scalars.Line, "Working hours, such as 09:00-18:00."),
            Required("days", new ListFormat(Scalars.Choice("mon", "tue", "wed", "thu", "fri", "sat", "sun")), "Working days."),
            Optional("holidays", new ListFormat(Scalars.Date), "Days off."),
        ]), "Working time; without it, around the clock."),
        Levels,
        Report,
    ]);

    public static KeyFormat StepsBefore { get; } = Optional("before", Lists.Lines, "What the giver's request covers.");

    public static KeyFormat StepsDuring { get; } = Optional("during", Lists.Lines, "What the receiver's acceptance covers.");

    public static KeyFormat StepsAfter { get; } = Optional("after", Lists.Lines, "What closing the hand-off issue covers.");

    public static MappingFormat HandoffSteps { get; } = new("hand-off steps", [StepsBefore, StepsDuring, StepsAfter]);

    public static KeyFormat CriticalMeetings { get; } = Optional("critical", Scalars.Choice("required", "optional"), "For critical phases.");

    public static KeyFormat Meetings { get; } = Optional("meetings", new MappingFormat("meetings",
    [
        CriticalMeetings,
        Optional("other", Scalars.Choice("required", "optional"), "For the other phases."),
        Optional("fallback", Scalars.Line, "What stands in for an optional meeting."),
        Optional("at-most", Scalars.Duration, "How long one lasts."),
        Optional("agenda", Lists.Lines, "What is spoken of."),
    ]), "The hand-off meetings.");

    public static MappingFormat Communication { get; } = new("communication",
    [
        Optional("status-update", new MappingFormat("status update",
        [
            Required("every", Scalars.Duration, "How often."),
            Optional("when", Scalars.Line, "While what is going on."),
            Optional("template", Scalars.Line, "The file that it follows."),
            Optional("channels", Lists.Lines, "Where it is sent."),
            Recipients,
        ]), "The regular status update."),
        Meetings,
        Optional("documentation", Lists.Lines, "What is written down, and when."),
    ]);

    public static MappingFormat Targets { get; } = new("targets",
    [
        Optional("phase-completion", Percentage, "Phases completed on schedule."),
        Optional("blocker-resolution", new NamedFormat("a mapping from severity to duration", Severities.Format, Scalars.Duration), "Time to resolve, by severity."),
        Optional("handoff-quality", Percentage, "Satisfaction of the receiving team, at least."),
        Optional("documentation", Percentage, "Artifacts delivered and verified."),
        Optional("indicators", Lists.Lines, "Signs of a smooth hand-off."),
        Optional("metrics", new ListFormat(new MappingFormat("metric",
        [
            Required("name", Scalars.Line, "The metric."),
            Required("target", Scalars.Line, "Its target in words."),
        ])), "The metrics in the document's own words."),
    ]);

    public static ListFormat Changes { get; } = new(ChangeKeys.Mapping);

    public static class ChangeKeys
    {
        public static KeyFormat Date { get; } = Required("date", Scalars.Date, "When.");

        public static KeyFormat Version { get; } = Optional("version", Scalars.Line, "The document's version.");

        public static KeyFormat Text { get; } = Required("text", Scalars.Text, "What changed.");

        public static KeyFormat By { get; } = Optional("by", Scalars.Line, "Who changed it.");

        public static MappingFormat Mapping { get; } = new("change", [Date, Version, Text, By]);
    }
}
