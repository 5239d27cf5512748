using VegaGate.Format;
using VegaGate.Conditions;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Checklists;

/// <summary>The keys of an item and of the records that it keeps.</summary>
public static class ItemFormat
{
    public static EitherFormat SignOffRule { get; } = new(
        new ScalarFormat("any, all or a number", value => value is "any" or "all" || Scalars.ParsePositive(value) is not null) { Kind = ScalarKind.Integer, Choices = ["any", "all"] },
        new NamedFormat("a mapping from team to number", Scalars.Mention, Scalars.PositiveInteger));

    public static KeyFormat Id { get; } = Required("id", Scalars.Identifier, "Names the item in its list; always read as text.");

    public static KeyFormat Title { get; } = Required("title", Scalars.Line, "One line that says what is to be done; becomes the issue's title.");

    public static KeyFormat Owners { get; } = Optional("owners", Lists.Mentions, "Who answers for the item: one name, or several, from `people` and `teams`.");

    public static KeyFormat Status { get; } = Optional("status", ItemStatuses.Format, "todo, in-progress, blocked or done, as last recorded.");

    public static KeyFormat Pass { get; } = Optional("pass", Scalars.Text, "The pass condition in words.");

    public static KeyFormat Verify { get; } = Optional(
        "verify", new ListFormat(ProbeFormats.Entry), "Pass conditions that a machine checks; all must hold.");

    public static KeyFormat Before { get; } = Optional("before", Scalars.Identifier, "The stage that is held until the item passes.");

    public static KeyFormat IsRequired { get; } = Optional("required", Scalars.Boolean, "Whether the item holds the gate.");

    public static KeyFormat Needs { get; } = Optional("needs", Lists.Names, "Ids of items of the same list that must pass first.");

    public static KeyFormat Due { get; } = Optional("due", Scalars.Date, "When it is to be done.");

    public static KeyFormat Severity { get; } = Optional("severity", Severities.Format, "How much it matters when it is blocked.");

    public static KeyFormat SignOff { get; } = Optional("sign-off", SignOffRule, "How many sign-offs it takes, instead of the gate's rule.");

    public static KeyFormat SignOffs { get; } = Optional("sign-offs", new ListFormat(SignOffKeys.Mapping), "The sign-offs on record.");

    public static KeyFormat Blocked { get; } = Optional("blocked", BlockedKeys.Mapping, "Why and since when the item is blocked.");

    public static KeyFormat Waived { get; } = Optional("waived", WaiverKeys.Mapping, "An approver's word that the item need not pass until a day.");

    public static KeyFormat NotApplicable { get; } = Optional("not-applicable", NotApplicableKeys.Mapping, "An approver's word that the item does not apply.");

    public static KeyFormat Was { get; } = Optional("was", Lists.Names, "Former ids, so that the item keeps its issue.");

    public static KeyFormat Issue { get; } = Optional("issue", Scalars.Between(1, int.MaxValue), "The number of an issue that is there already: `apply` makes it this item's, instead of a new one.");

    public static KeyFormat Labels { get; } = Optional("labels", Lists.Labels, "Further labels for the issue.");

    public static KeyFormat Notes { get; } = Optional("notes", Scalars.Text, "Notes for the issue.");

    public static KeyFormat Evidence { get; } = Optional("evidence", Scalars.Text, "Where the proof stands.");

    public static KeyFormat Roles { get; } = Optional("roles", RolesFormat.Mapping, "Who is accountable, consulted and informed.");

    public static MappingFormat Mapping { get; } = new("item",
    [
        Id, Title, Owners, Status, Pass, Verify, Before, IsRequired, Needs, Due, Severity, SignOff, SignOffs, Blocked, Waived, NotApplicable, Was, Issue, Labels, Notes, Evidence, Roles,
    ]);

    public static class SignOffKeys
    {
        public static KeyFormat By { get; } = Required("by", Scalars.Mention, "Who signed off.");

        public static KeyFormat At { get; } = Required("at", Scalars.Instant, "When.");

        public static KeyFormat Issue { get; } = Optional("issue", Scalars.PositiveInteger, "The issue on which it happened.");

        public static KeyFormat Text { get; } = Optional("text", Scalars.Fingerprint, "The fingerprint of what was signed off.");

        public static MappingFormat Mapping { get; } = new("sign-off", [By, At, Issue, Text]);
    }

    public static class BlockedKeys
    {
        public static KeyFormat Since { get; } = Optional("since", Scalars.Instant, "Since when.");

        public static KeyFormat Reason { get; } = Optional("reason", Scalars.Text, "Why.");

        public static KeyFormat Class { get; } = Optional("class", Scalars.Line, "One of the classes under `escalation`.");

        public static KeyFormat Severity { get; } = Optional("severity", Severities.Format, "How bad it is.");

        public static KeyFormat Issue { get; } = Optional("issue", Scalars.PositiveInteger, "The blocker report.");

        public static MappingFormat Mapping { get; } = new("blocked", [Since, Reason, Class, Severity, Issue]);
    }

    public static class WaiverKeys
    {
        public static KeyFormat By { get; } = Required("by", Scalars.Mention, "The approver.");

        public static KeyFormat Reason { get; } = Required("reason", Scalars.Text, "Why it may wait.");

        public static KeyFormat Until { get; } = Required("until", Scalars.Date, "The last day on which the waiver holds.");

        public static KeyFormat At { get; } = Optional("at", Scalars.Instant, "When it was given.");

        public static MappingFormat Mapping { get; } = new("waiver", [By, Reason, Until, At]);
    }

    public static class NotApplicableKeys
    {
        public static KeyFormat By { get; } = Required("by", Scalars.Mention, "The approver.");

        public static KeyFormat Reason { get; } = Required("reason", Scalars.Text, "Why it does not apply.");

        public static KeyFormat At { get; } = Optional("at", Scalars.Instant, "When it was confirmed.");

        public static MappingFormat Mapping { get; } = new("not-applicable", [By, Reason, At]);
    }
}
