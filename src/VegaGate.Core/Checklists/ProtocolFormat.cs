using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Checklists;

/// <summary>The keys of what surrounds the phases: steps, communication, targets, changes.</summary>
public static class ProtocolFormat
{
    private static readonly ScalarFormat Percentage = new(
        "a percentage such as 90%", value => value.EndsWith('%') && Scalars.ParsePositive(value[..^1]) is <= 100) { Name = "percentage", Pattern = "0*(?:[1-9][0-9]?|100)%" };

    public static KeyFormat StepsBefore { get; } = Optional("before", Lists.Lines, "What the giver's request covers.");

    public static KeyFormat StepsDuring { get; } = Optional("during", Lists.Lines, "What the receiver's acceptance covers.");

    public static KeyFormat StepsAfter { get; } = Optional("after", Lists.Lines, "What closing the hand-off issue covers.");

    public static MappingFormat HandoffSteps { get; } = new("hand-off steps", [StepsBefore, StepsDuring, StepsAfter]);

    public static KeyFormat StatusUpdate { get; } = Optional("status-update", UpdateKeys.Mapping, "The regular status update.");

    public static KeyFormat Meetings { get; } = Optional("meetings", MeetingKeys.Mapping, "The hand-off meetings.");

    public static KeyFormat Documentation { get; } = Optional("documentation", Lists.Lines, "What is written down, and when.");

    public static MappingFormat Communication { get; } = new("communication", [StatusUpdate, Meetings, Documentation]);

    public static KeyFormat BlockerResolution { get; } = Optional(
        "blocker-resolution", new NamedFormat("a mapping from severity to duration", Severities.Format, Scalars.Duration), "Time to resolve, by severity.");

    public static KeyFormat PhaseCompletion { get; } = Optional("phase-completion", Percentage, "Phases completed on schedule.");

    public static KeyFormat HandoffQuality { get; } = Optional("handoff-quality", Percentage, "Satisfaction of the receiving team, at least.");

    public static KeyFormat Delivery { get; } = Optional("documentation", Percentage, "Artifacts delivered and verified.");

    public static KeyFormat Indicators { get; } = Optional("indicators", Lists.Lines, "Signs of a smooth hand-off.");

    public static KeyFormat Metrics { get; } = Optional("metrics", new ListFormat(MetricKeys.Mapping), "The metrics in the document's own words.");

    public static MappingFormat Targets { get; } = new("targets",
    [
        PhaseCompletion,
        BlockerResolution,
        HandoffQuality,
        Delivery,
        Indicators,
        Metrics,
    ]);

    public static ListFormat Changes { get; } = new(ChangeKeys.Mapping);

    public static class UpdateKeys
    {
        public static KeyFormat Every { get; } = Required("every", Scalars.Duration, "How often.");

        public static KeyFormat When { get; } = Optional("when", Scalars.Line, "While what is going on.");

        public static KeyFormat Template { get; } = Optional("template", Scalars.Line, "A Markdown file of the repository, with placeholders, whose form it has.");

        public static KeyFormat Channels { get; } = Optional("channels", Lists.Lines, "Where it is sent; `slack:#name` is a channel of Slack.");

        public static KeyFormat To { get; } = Optional("to", Lists.Mentions, "Who receives it.");

        public static MappingFormat Mapping { get; } = new("status update", [Every, When, Template, Channels, To]);
    }

    public static class MeetingKeys
    {
        public static KeyFormat Critical { get; } = Optional("critical", Scalars.Choice("required", "optional"), "For critical phases.");

        public static KeyFormat Other { get; } = Optional("other", Scalars.Choice("required", "optional"), "For the other phases.");

        public static KeyFormat Fallback { get; } = Optional("fallback", Scalars.Line, "What stands in for an optional meeting.");

        public static KeyFormat AtMost { get; } = Optional("at-most", Scalars.Duration, "How long one lasts.");

        public static KeyFormat Agenda { get; } = Optional("agenda", Lists.Lines, "What is spoken of.");

        public static MappingFormat Mapping { get; } = new("meetings", [Critical, Other, Fallback, AtMost, Agenda]);
    }

    public static class MetricKeys
    {
        public static KeyFormat Name { get; } = Required("name", Scalars.Line, "The metric.");

        public static KeyFormat Target { get; } = Required("target", Scalars.Line, "Its target in words.");

        public static MappingFormat Mapping { get; } = new("metric", [Name, Target]);
    }

    public static class ChangeKeys
    {
        public static KeyFormat Date { get; } = Required("date", Scalars.Date, "When.");

        public static KeyFormat Version { get; } = Optional("version", Scalars.Line, "The document's version.");

        public static KeyFormat Text { get; } = Required("text", Scalars.Text, "What changed.");

        public static KeyFormat By { get; } = Optional("by", Scalars.Line, "Who changed it.");

        public static MappingFormat Mapping { get; } = new("change", [Date, Version, Text, By]);
    }
}
