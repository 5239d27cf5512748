using VegaGate.Checklists;
using VegaGate.Conditions;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Handoffs;

/// <summary>A path that is absolute, climbs out of the repository, or is written for one system only.</summary>
public sealed class PathLeavesRepository : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6002", "path-leaves-repository", DiagnosticSeverity.Error, "A path is none inside the repository.");

    public override RulePage Page => new(
        "The path of an artifact, of a related document, of the template of a status update, or of a `file` or `text` probe, that is absolute, begins with a drive letter or `~`, has a part `..`, or has backslashes.",
        "The gate looks for files inside the repository, at the commit that is released. What lies elsewhere would never be found, or be a file of the machine on which the gate runs.",
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
            foreach (var artifact in section.Handoff?.Artifacts ?? [])
            {
                if (artifact.Path is { } path)
                    CheckPath(context, new Located<string>(path, artifact.PathPlace));
            }
        }

        var root = new MappingReader(context.Checklist.Root);
        if (root.Node(ChecklistFormat.Related) is not null)
            CheckPaths(context, root.Children(ChecklistFormat.Related).SelectMany(related => related.Texts(ChecklistFormat.RelatedKeys.Path)));
        if (root.Child(ChecklistFormat.Communication)?.Child(ProtocolFormat.StatusUpdate) is { } update)
            CheckPaths(context, update.Texts(ProtocolFormat.UpdateKeys.Template));
    }

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        foreach (var probe in item.Verify)
        {
            if (MappingReader.From(probe.Parameters) is { } parameters && FindKey(probe.Kind.Value) is { } key)
                CheckPaths(context, parameters.Texts(key));
        }
    };

    /// <summary>The parameter of a probe that holds paths.</summary>
    private static KeyFormat? FindKey(string kind) => kind == FileCondition.Format.Kind ? FileCondition.Path : kind == TextCondition.Format.Kind ? TextCondition.Files : null;

    private void CheckPaths(RuleContext context, IEnumerable<Located<string>> paths)
    {
        foreach (var path in paths)
            CheckPath(context, path);
    }

    private void CheckPath(RuleContext context, Located<string> path)
    {
        if (Explain(path.Value) is { } fault)
            context.Report(this, path.Span, $"The path {Quote.Of(path.Value)} {fault}; write it from the root of the repository, with forward slashes.");
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
