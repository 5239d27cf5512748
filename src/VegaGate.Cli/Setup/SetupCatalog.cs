using System.Collections.Immutable;
using System.Text;
using VegaGate.Checklists;
using VegaGate.Cli.Schemas;
using VegaGate.Configuration;

namespace VegaGate.Cli.Setup;

/// <summary>Every file that <c>init</c> can write, a line each, in the order of their paths. The templates lie in the folder beside this file.</summary>
internal static class SetupCatalog
{
    private const string Workflows = ".github/workflows/";
    private const string Handover = "checklists/handover.yaml";

    private static readonly ImmutableArray<KnownFile> Known =
    [
        new(new SetupFile(BlockerForms.Only, SetupCare.Made, () => Template("phases.yaml")) { List = Handover }, Kind.NewPhases),
        new(Workflow("checklists.yml"), Kind.Always),
        new(Workflow("escalate.yml"), Kind.Phases),
        new(Workflow("gate.yml"), Kind.Reusable),
        new(Workflow("release-gate.yml"), Kind.Always),
        new(Workflow("respond.yml"), Kind.Always),
        new(Workflow("status-update.yml"), Kind.Phases),
        new(new SetupFile(ProjectConfiguration.FileName, SetupCare.Theirs, () => Template("configuration.yaml")), Kind.Always),
        // What is kept on this machine is for this machine; the embedded tracker's file opens no gate.
        new(new SetupFile(".vegagate/.gitignore", SetupCare.Theirs, () => "*\n!.gitignore\n"), Kind.Always),
        // The schema of this version, so that an editor needs no network.
        new(new SetupFile("checklists/checklist.schema.json", SetupCare.Ours, SchemaCatalog.All[SchemaCatalog.Checklist]), Kind.Always),
        new(new SetupFile(Handover, SetupCare.Theirs, () => Template("phases.yaml")), Kind.NewPhases),
        new(new SetupFile("checklists/release.yaml", SetupCare.Theirs, () => Template("list.yaml")), Kind.NewItems),
    ];

    private enum Kind
    {
        Always,

        /// <summary>A list of items.</summary>
        NewItems,

        /// <summary>A list whose phases are handed over, and its form.</summary>
        NewPhases,

        /// <summary>What goes with a list whose phases are handed over.</summary>
        Phases,

        /// <summary>What other workflows call.</summary>
        Reusable,
    }

    /// <summary>The files of a set-up. Where there is a list with phases already, it is made for that one, and no other list is written.</summary>
    /// <param name="hasPhases">Whether its list is to be one of phases that are handed over.</param>
    /// <param name="isReusable">Whether other workflows are to call the gate.</param>
    /// <param name="present">The lists that are there.</param>
    public static ImmutableArray<SetupFile> For(bool hasPhases, bool isReusable, ImmutableArray<Checklist> present)
    {
        var isThere = present.Any(list => list.HasPhases);
        var forms = BlockerForms.Of(isThere ? present : []).Select(form => new SetupFile(form.Path, SetupCare.Made, () => "") { List = form.List.Source.Path });
        return [.. forms.OrderBy(file => file.Path, StringComparer.Ordinal), .. Known.Where(known => IsWanted(known.Kind)).Select(known => known.File)];

        bool IsWanted(Kind kind) => kind switch
        {
            Kind.NewItems => !hasPhases && !isThere,
            Kind.NewPhases => hasPhases && !isThere,
            Kind.Phases => hasPhases || isThere,
            Kind.Reusable => isReusable,
            _ => true,
        };
    }

    private static SetupFile Workflow(string name) => new(Workflows + name, SetupCare.Shared, () => Template(name));

    private static string Template(string name)
    {
        using var stream = typeof(SetupCatalog).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private sealed record KnownFile(SetupFile File, Kind Kind);
}
