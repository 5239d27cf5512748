using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Rules.Structure;
using VegaGate.Syntax;
using Keys = VegaGate.Configuration.ConfigurationFormat;

namespace VegaGate.Configuration;

/// <summary>Makes a configuration from its file.</summary>
public static class ConfigurationBinder
{
    public static DiagnosticDescriptor InvalidConfiguration { get; } = new(
        "VG8001", "invalid-configuration", DiagnosticSeverity.Error, "The configuration departs from its format.");

    /// <summary>The configuration and what is wrong with it. With findings it must not be used.</summary>
    public static (ProjectConfiguration Configuration, ImmutableArray<Diagnostic> Findings) Bind(YamlTree tree)
    {
        if (!tree.Diagnostics.IsEmpty || tree.Root is null)
            return (ProjectConfiguration.Default, tree.Diagnostics);
        var findings = FormatChecker.Check(tree.Root, Keys.Mapping).Select(finding => new Diagnostic(InvalidConfiguration, tree.Source, finding.Span, Explain(finding))).ToImmutableArray();
        if (MappingReader.From(tree.Root) is not { } root)
            return (ProjectConfiguration.Default, findings);
        var configuration = new ProjectConfiguration(
            root.Text(Keys.Tracker)?.Value,
            root.Text(Keys.Repository)?.Value,
            root.Text(Keys.Identity)?.Value ?? ProjectConfiguration.DefaultIdentity,
            [.. root.Texts(Keys.FormerIdentities).Select(login => login.Value)],
            root.Child(Keys.Gate)?.Text(Keys.PullRequest)?.Value)
        {
            MaxItems = (int)Math.Min(root.Child(Keys.Limits)?.Integer(Keys.MaxItems) ?? TooManyItems.Limit, int.MaxValue),
        };
        return (configuration, findings);
    }

    private static string Explain(FormatFinding finding) => finding switch
    {
        FormatFinding.UnknownKey unknown => $"The configuration has no key `{unknown.Key}`; it has {string.Join(", ", unknown.Mapping.Keys.Select(key => $"`{key.Name}`"))}.",
        FormatFinding.MissingKey missing => $"The key `{missing.Key.Name}` is missing.",
        FormatFinding.WrongType wrong => $"`{wrong.Name}` takes {wrong.Format.Expected}, not {wrong.Found}.",
        FormatFinding.InvalidValue invalid => $"`{invalid.Name}` takes {invalid.Format.Expected}, not `{invalid.Value}`.",
        _ => "The configuration departs from its format.",
    };
}
