using VegaGate.Configuration;
using VegaGate.Syntax;

namespace VegaGate.Cli.Composition;

/// <summary>Reads <c>.vegagate.yaml</c>.</summary>
internal static class ConfigurationFile
{
    /// <summary>The configuration; the defaults where the working directory has no file and none was named.</summary>
    /// <exception cref="UsageException">The file that was named is not there, or what is in it cannot be used.</exception>
    public static ProjectConfiguration Read(string? path, Surroundings surroundings)
    {
        var full = Path.GetFullPath(path ?? ProjectConfiguration.FileName, surroundings.Directory);
        if (!File.Exists(full))
            return path is null ? ProjectConfiguration.Default : throw new UsageException($"there is no configuration file {path}.");
        var (configuration, findings) = ConfigurationBinder.Bind(YamlReader.Read(path ?? ProjectConfiguration.FileName, File.ReadAllBytes(full)), Rules.DescriptorCatalog.All);
        if (findings.IsEmpty)
            return configuration;
        var first = findings[0];
        var at = first.Source.GetPosition(first.Span.Start);
        throw new UsageException($"{first.Source.Path}:{at.Line}:{at.Column}: {first.Message}");
    }
}
