using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Checklists;

/// <summary>The keys of a section, of a phase, and of the hand-off that ends a phase.</summary>
public static class SectionFormat
{
    public static KeyFormat Id { get; } = Required("id", Scalars.Slug, "Names the section in its list.");

    public static KeyFormat Title { get; } = Required("title", Scalars.Line, "The heading.");

    public static KeyFormat Owners { get; } = Optional("owners", Lists.Mentions, "Owners of the items that name none.");

    public static KeyFormat Before { get; } = Optional("before", Scalars.Identifier, "The stage that the items hold unless they say otherwise.");

    public static KeyFormat Items { get; } = Required("items", new ListFormat(ItemFormat.Mapping), "What is to be done.");

    public static KeyFormat Objective { get; } = Optional("objective", Scalars.Text, "What the phase is for.");

    public static KeyFormat Roles { get; } = Optional("roles", RolesFormat.Mapping, "Who is accountable, consulted and informed in this phase.");

    public static KeyFormat Handoff { get; } = Optional("handoff", HandoffKeys.Mapping, "How the phase is handed to the next team.");

    public static MappingFormat Section { get; } = new("section", [Id, Title, Owners, Before, Items]);

    public static MappingFormat Phase { get; } = new("phase", [Id, Title, Objective, Owners, Before, Roles, Items, Handoff]);

    public static class HandoffKeys
    {
        public static KeyFormat From { get; } = Optional("from", Lists.Mentions, "Who hands over; the phase's owners unless said.");

        public static KeyFormat To { get; } = Required("to", Lists.Mentions, "Who receives.");

        public static KeyFormat Critical { get; } = Optional("critical", Scalars.Boolean, "Whether a meeting is needed, recorded at acceptance.");

        public static KeyFormat Criteria { get; } = Optional("criteria", Lists.Lines, "What must hold at the hand-off.");

        public static KeyFormat Artifacts { get; } = Optional("artifacts", new ListFormat(ArtifactKeys.Mapping), "What is handed over.");

        public static KeyFormat Matrix { get; } = Optional("matrix", MatrixKeys.Mapping, "The short words for the tracking matrix.");

        public static MappingFormat Mapping { get; } = new("handoff", [From, To, Critical, Criteria, Artifacts, Matrix]);
    }

    public static class ArtifactKeys
    {
        public static KeyFormat Name { get; } = Required("name", Scalars.Line, "What it is called.");

        public static KeyFormat Path { get; } = Optional("path", Scalars.Line, "A file, or a pattern for files, in the repository.");

        public static KeyFormat PullRequest { get; } = Optional("pull-request", Scalars.PositiveInteger, "A pull request that must be merged.");

        public static KeyFormat Url { get; } = Optional("url", Scalars.Line, "Where it stands.");

        public static MappingFormat Mapping { get; } = new("artifact", [Name, Path, PullRequest, Url]);
    }

    public static class MatrixKeys
    {
        public static KeyFormat Phase { get; } = Optional("phase", Scalars.Line, "The phase's short name.");

        public static KeyFormat Artifacts { get; } = Optional("artifacts", Lists.Lines, "The key artifacts in short.");

        public static KeyFormat Criteria { get; } = Optional("criteria", Lists.Lines, "The validation criteria in short.");

        public static MappingFormat Mapping { get; } = new("matrix", [Phase, Artifacts, Criteria]);
    }
}
