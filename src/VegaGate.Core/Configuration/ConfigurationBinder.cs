using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;
using Keys = VegaGate.Configuration.ConfigurationFormat;

namespace VegaGate.Configuration;

/// <summary>Makes a configuration from its file.</summary>
public static class ConfigurationBinder
{
    public static DiagnosticDescriptor InvalidConfiguration { get; } = new(
        "VG8001", "invalid-configuration", DiagnosticSeverity.Error, "The configuration departs from its format.");

    /// <summary>The configuration and what is wrong with it. With findings it must not be used.</summary>
    /// <param name="known">Every finding that severities can speak of.</param>
    public static (ProjectConfiguration Configuration, ImmutableArray<Diagnostic> Findings) Bind(YamlTree tree, ImmutableArray<DiagnosticDescriptor> known)
    {
        if (!tree.Diagnostics.IsEmpty || tree.Root is null)
            return (ProjectConfiguration.Default, tree.Diagnostics);
        var nearest = new NearestWord();
        var findings = FormatChecker.Check(tree.Root, Keys.Mapping)
            .Select(finding => new Diagnostic(InvalidConfiguration, tree.Source, finding.Span, Explain(finding, nearest))).ToList();
        if (MappingReader.From(tree.Root) is not { } root)
            return (ProjectConfiguration.Default, [.. findings]);
        var severities = new SeverityBinder(tree.Source, known, findings).Bind(root);
        var configuration = new ProjectConfiguration(
            root.Text(Keys.Tracker)?.Value,
            root.Text(Keys.Repository)?.Value,
            root.Text(Keys.Identity)?.Value ?? ProjectConfiguration.DefaultIdentity,
            [.. root.Texts(Keys.FormerIdentities).Select(login => login.Value)],
            root.Child(Keys.Gate)?.Text(Keys.PullRequest)?.Value)
        {
            Severities = severities,
            Checklists = root.Child(Keys.Checklists) is { } selection ? new PathSelection(Patterns(selection, Keys.Include), Patterns(selection, Keys.Exclude)) : PathSelection.Everything,
            Release = root.Child(Keys.Release) is { } release ? BindRelease(release) : null,
            Budget = root.Child(Keys.Budget) is { } budget ? BindBudget(budget) : WriteCaps.Default,
            ProbeHosts = root.Child(Keys.Probes) is { } probes ? [.. probes.Texts(Keys.Hosts).Select(host => host.Value)] : [],
            MaxItems = (int)Math.Min(root.Child(Keys.Limits)?.Integer(Keys.MaxItems) ?? ProjectConfiguration.DefaultMaxItems, int.MaxValue),
        };
        findings.Sort(Diagnostic.Compare);
        return (configuration, [.. findings]);
    }

    private static ReleaseWorkflow? BindRelease(MappingReader release) => release.Text(Keys.Workflow) is { } workflow
        ? new ReleaseWorkflow(workflow.Value, release.Text(Keys.For)?.Value, release.Entries(Keys.Inputs).Where(input => input.Value is YamlScalar).ToImmutableDictionary(input => input.Key.Value, input => ((YamlScalar)input.Value).Value, StringComparer.Ordinal))
        : null;

    private static WriteCaps BindBudget(MappingReader budget) => new(
        Number(budget, Keys.PerRun, WriteCaps.Default.PerRun), Number(budget, Keys.PerHour, WriteCaps.Default.PerHour), Number(budget, Keys.Reserve, WriteCaps.Default.Reserve));

    private static int Number(MappingReader reader, KeyFormat key, int otherwise) => (int)Math.Min(reader.Integer(key) ?? otherwise, int.MaxValue);

    /// <summary>Text of the file in a message.</summary>
    internal static string Quote(string text) => $"`{(text.Length <= 60 ? text : text[..60] + "…").Replace('`', '\'').ReplaceLineEndings(" ")}`";

    private static ImmutableArray<PathPattern> Patterns(MappingReader selection, KeyFormat key) =>
        [.. selection.Texts(key).Select(pattern => new PathPattern(pattern.Value))];

    private static string Explain(FormatFinding finding, NearestWord nearest) => finding switch
    {
        FormatFinding.UnknownKey unknown => ExplainKey(unknown, nearest.Find(unknown.Key, unknown.Mapping.Keys.Select(key => key.Name))),
        FormatFinding.MissingKey missing => $"The key `{missing.Key.Name}` is missing.",
        FormatFinding.WrongType wrong => $"{Quote(wrong.Name)} takes {wrong.Format.Expected}, not {wrong.Found}.",
        FormatFinding.InvalidValue invalid => $"{Quote(invalid.Name)} takes {invalid.Format.Expected}, not {Quote(invalid.Value)}{Guess(invalid, nearest)}",
        FormatFinding.MissingSpace space => $"A space is missing after `{space.Key.Name}:`.",
        _ => "The configuration departs from its format.",
    };

    private static string ExplainKey(FormatFinding.UnknownKey unknown, string? guess) => guess is null
        ? $"There is no key {Quote(unknown.Key)} in a mapping of this kind ({unknown.Mapping.Name}); it has {string.Join(", ", unknown.Mapping.Keys.Select(key => $"`{key.Name}`"))}."
        : $"There is no key {Quote(unknown.Key)} in a mapping of this kind ({unknown.Mapping.Name}); did you mean `{guess}`?";

    private static string Guess(FormatFinding.InvalidValue invalid, NearestWord nearest) =>
        ReferenceEquals(invalid.Format, Keys.Severity) && nearest.Find(invalid.Value, ["off", "notice", "warning", "error"]) is { } guess ? $"; did you mean `{guess}`?" : ".";
}
