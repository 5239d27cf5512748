using VegaGate.Diagnostics;

namespace VegaGate.Rules.Handoffs;

/// <summary>An artifact whose path is absolute, climbs out of the repository, or is written for one system only.</summary>
public sealed class PathLeavesRepository : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6002", "path-leaves-repository", DiagnosticSeverity.Error, "The path of an artifact is none inside the repository.");

    public override RulePage Page => new(
        "An artifact whose `path` is absolute, begins with a drive letter or `~`, has a part `..`, or has backslashes.",
        "The gate looks for artifacts inside the repository, at the commit that is released. What lies elsewhere would never be found, or be a file of the machine on which the gate runs.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: rr, artifacts: [{ name: Report, path: ../report.md }] }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: rr, artifacts: [{ name: Report, path: docs/report.md }] }
        """);

    public override void Check(RuleContext context)
    {
        foreach (var section in context.Checklist.Sections)
        {
            if (section.Handoff is not { } handoff)
                continue;
            foreach (var artifact in handoff.Artifacts)
            {
                if (artifact.Path is { } path && Explain(path) is { } fault)
                    context.Report(this, artifact.PathPlace, $"The path {Quote.Of(path)} {fault}; write it from the root of the repository, with forward slashes.");
            }
        }
    }

    private static string? Explain(string path)
    {
        if (path is ['/' or '\\', ..])
            return "is absolute";
        if (path is [var letter, ':', ..] && char.IsAsciiLetter(letter))
            return "begins with a drive letter";
        if (path is "~" or ['~', '/' or '\\', ..])
            return "begins in somebody's home";
        if (path.Contains('\\', StringComparison.Ordinal))
            return "has backslashes";
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
                return "leaves the repository by `..`";
        }

        return null;
    }
}
