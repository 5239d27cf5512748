using VegaGate.Checklists;
using VegaGate.Cli.Evidence;
using VegaGate.Configuration;

namespace VegaGate.Cli.Schemas;

/// <summary>Every schema, a line each. The files under <c>schema/</c> are what these print.</summary>
public static class SchemaCatalog
{
    public const string Checklist = "checklist";

    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        [Checklist] = () => JsonSchemaWriter.Render(ChecklistFormat.Mapping, "VegaGate checklist", "A checklist whose items become issues and hold a release."),
        ["evidence"] = EvidenceJson.Schema,
        ["configuration"] = () => JsonSchemaWriter.Render(ConfigurationFormat.Mapping, "VegaGate configuration", "Where the issues of a repository are kept, and how its gate behaves."),
    };
}
