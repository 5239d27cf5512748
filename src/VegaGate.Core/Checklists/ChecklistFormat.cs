using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Checklists;

/// <summary>The keys of a checklist file, version 1.</summary>
public static class ChecklistFormat
{
    public static KeyFormat Slug { get; } = Required("checklist", Scalars.Slug, "The list's name, unique in the repository; with the item's id it is the identity of an issue.");

    public static KeyFormat Title { get; } = Required("title", Scalars.Line, "The heading.");

    public static KeyFormat Description { get; } = Optional("description", Scalars.Text, "What the list is for.");

    public static KeyFormat Version { get; } = Optional("version", Scalars.Line, "The document's version.");

    public static KeyFormat PreparedBy { get; } = Optional("prepared-by", Scalars.Line, "Who prepared the document.");

    public static KeyFormat Date { get; } = Optional("date", Scalars.Date, "The document's date.");

    public static KeyFormat Status { get; } = Optional("status", Scalars.Line, "The state of the document, such as draft or active.");

    public static KeyFormat Per { get; } = Optional("per", Scalars.Choice("once", "release"), "Whether the list is walked once, or anew for each release.");

    public static KeyFormat Milestone { get; } = Optional("milestone", Scalars.Line, "The milestone that every issue of the list joins; `{release}` stands for the release.");

    public static KeyFormat Legend { get; } = Optional(
        "legend", new NamedFormat("a mapping from status to text", Scalars.Choice("todo", "in-progress", "blocked", "done"), Scalars.Line), "How the document writes each status.");

    public static KeyFormat People { get; } = Optional(
        "people", new NamedFormat("a mapping from name to person", Scalars.Identifier, PersonKeys.Mapping), "Who takes part.");

    public static KeyFormat Teams { get; } = Optional("teams", new NamedFormat("a mapping from name to team", Scalars.Identifier, TeamKeys.Mapping), "Groups of them.");

    public static KeyFormat Gate { get; } = Optional("gate", GateKeys.Mapping, "What is held, and until when.");

    public static KeyFormat Sections { get; } = Optional("sections", new ListFormat(SectionFormat.Section), "The items in groups.");

    public static KeyFormat Phases { get; } = Optional("phases", new ListFormat(SectionFormat.Phase), "The items in phases that come in order; instead of `sections`.");

    public static KeyFormat HandoffSteps { get; } = Optional("handoff-steps", ProtocolFormat.HandoffSteps, "What every hand-off goes through.");

    public static KeyFormat Related { get; } = Optional("related", new ListFormat(RelatedKeys.Mapping), "Documents that belong to the list.");

    public static KeyFormat Notes { get; } = Optional("notes", Scalars.Text, "Closing notes of the document.");

    public static KeyFormat Was { get; } = Optional("was", new ListFormat(Scalars.Slug, AcceptsSingle: true), "Former names of the list.");

    public static KeyFormat Escalation { get; } = Optional("escalation", EscalationFormat.Mapping, "What happens when an item is blocked.");

    public static KeyFormat Communication { get; } = Optional("communication", ProtocolFormat.Communication, "Updates and meetings.");

    public static KeyFormat Roles { get; } = Optional("roles", RolesFormat.Mapping, "Who is accountable, consulted and informed.");

    public static KeyFormat Targets { get; } = Optional("targets", ProtocolFormat.Targets, "What success means.");

    public static KeyFormat Changes { get; } = Optional("changes", ProtocolFormat.Changes, "The change log of the document.");

    public static MappingFormat Mapping { get; } = new("checklist",
    [
        Slug, Title, Description, Version, PreparedBy, Date, Status, Per, Milestone, Legend, People, Teams, Gate, Sections, Phases,
        Roles,
        Escalation,
        HandoffSteps,
        Communication,
        Targets,
        Changes,
        Related, Notes, Was,
    ])
    {
        Alternatives = new AlternativeLists([Sections, Phases], SectionFormat.Items),
    };

    public static class PersonKeys
    {
        public static KeyFormat Name { get; } = Optional("name", Scalars.Line, "The name that people read.");

        public static KeyFormat Github { get; } = Optional("github", Scalars.Login, "The GitHub login; who has none can own, but not sign.");

        public static KeyFormat Id { get; } = Optional("id", Scalars.PositiveInteger, "The account's number; where it is given, it decides.");

        public static KeyFormat Delegate { get; } = Optional("delegate", Scalars.Mention, "Who may sign for this person.");

        public static KeyFormat Was { get; } = Optional("was", Lists.Names, "Former names in the list, so that the owner's label keeps its issues.");

        public static MappingFormat Mapping { get; } = new("person", [Name, Github, Id, Delegate, Was]);
    }

    public static class TeamKeys
    {
        public static KeyFormat Name { get; } = Optional("name", Scalars.Line, "The name that people read.");

        public static KeyFormat Github { get; } = Optional("github", Scalars.TeamLogin, "The GitHub team, organization/team.");

        public static KeyFormat Members { get; } = Optional("members", Lists.Mentions, "The members, from `people`.");

        public static KeyFormat Was { get; } = Optional("was", Lists.Names, "Former names in the list, so that the owner's label keeps its issues.");

        public static MappingFormat Mapping { get; } = new("team", [Name, Github, Members, Was]);
    }

    public static class GateKeys
    {
        public static KeyFormat Stages { get; } = Optional("stages", Lists.Names with { IsUnique = true }, "What is held, in order; one stage, `release`, unless said.");

        public static KeyFormat Require { get; } = Optional(
            "require", new ListFormat(Scalars.Choice(GateRequirement.Owner, GateRequirement.Status, GateRequirement.SignOff, GateRequirement.Pass), AcceptsSingle: true), "What every required item must have before its stage; owner, status and sign-off unless said. Without sign-off, `status: done` in the file passes an item too.");

        public static KeyFormat SignOff { get; } = Optional("sign-off", ItemFormat.SignOffRule, "How many sign-offs an item takes.");

        public static KeyFormat ValidFor { get; } = Optional("sign-off-valid-for", Scalars.Duration, "After which a sign-off is stale.");

        public static KeyFormat NotBy { get; } = Optional("not-by", Scalars.Choice("author"), "Who wrote the last change of an item's text may not sign it.");

        public static KeyFormat Approvers { get; } = Optional("approvers", Lists.Mentions, "Who may waive an item or confirm that it does not apply.");

        public static KeyFormat BreakGlass { get; } = Optional("break-glass", Lists.Mentions, "Who may override a held gate, with a reason.");

        public static KeyFormat Window { get; } = Optional("window", WindowKeys.Mapping, "The launch window; outside it the gate holds.");

        public static KeyFormat Freeze { get; } = Optional("freeze", new ListFormat(WindowKeys.Mapping), "Times in which the gate holds.");

        public static MappingFormat Mapping { get; } = new("gate", [Stages, Require, SignOff, ValidFor, NotBy, Approvers, BreakGlass, Window, Freeze]);
    }

    public static class WindowKeys
    {
        public static KeyFormat From { get; } = Required("from", Scalars.Instant, "Its first moment.");

        public static KeyFormat To { get; } = Required("to", Scalars.Instant, "Its end, which is outside.");

        public static KeyFormat Reason { get; } = Optional("reason", Scalars.Line, "Why.");

        public static MappingFormat Mapping { get; } = new("time window", [From, To, Reason]);
    }

    public static class RelatedKeys
    {
        public static KeyFormat Title { get; } = Required("title", Scalars.Line, "What it is called.");

        public static KeyFormat Path { get; } = Optional("path", Scalars.Line, "Where it stands in the repository.");

        public static KeyFormat Url { get; } = Optional("url", Scalars.Line, "Where it stands elsewhere.");

        public static MappingFormat Mapping { get; } = new("related document", [Title, Path, Url]);
    }
}
