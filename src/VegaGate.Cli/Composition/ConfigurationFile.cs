using System.Collections.Immutable;
using VegaGate.Cli.Checklists;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.GitHub.Actions;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Cli.Composition;

/// <summary>Reads <c>.vegagate.yaml</c>: that of the working directory, or for a pull request that of the commit that it builds on.</summary>
internal static class ConfigurationFile
{
    /// <summary>The configuration; the defaults where there is no file and none was named.</summary>
    /// <exception cref="UsageException">The file that was named is not there, or what is in it cannot be used.</exception>
    public static ProjectConfiguration Read(string? path, Surroundings surroundings)
    {
        if (surroundings.Step is { IsProposal: true })
            return ReadBase(path, surroundings);
        var (configuration, findings) = ReadOwn(path, surroundings);
        return findings.IsEmpty ? configuration : throw new UsageException(Show(findings[0]));
    }

    /// <summary>The same, for a command that reports findings: with those, the defaults stand in. A pull request's own file is checked and not used.</summary>
    /// <exception cref="UsageException">The file that was named is not there.</exception>
    public static (ProjectConfiguration Configuration, ImmutableArray<Diagnostic> Findings) ReadWithFindings(string? path, Surroundings surroundings)
    {
        var (configuration, findings) = ReadOwn(path, surroundings);
        if (surroundings.Step is { IsProposal: true })
            return (ReadBase(path, surroundings), findings);
        return (findings.IsEmpty ? configuration : ProjectConfiguration.Default, findings);
    }

    private static (ProjectConfiguration Configuration, ImmutableArray<Diagnostic> Findings) ReadOwn(string? path, Surroundings surroundings)
    {
        if (Find(path ?? ProjectConfiguration.FileName, surroundings) is not { } file)
            return path is null || surroundings.Step is { IsProposal: true } ? (ProjectConfiguration.Default, []) : throw new UsageException($"there is no configuration file {path}.");

        // A change could make it a link, and so have words of another file shown in messages.
        return surroundings.Step is { IsProposal: true } && file.IsLinked
            ? (ProjectConfiguration.Default, [.. Refusal(file.Shown, "on a pull request no link is followed to it").Read().Diagnostics.Select(finding => finding with { Severity = DiagnosticSeverity.Warning })])
            : ConfigurationBinder.Bind(file.Read(), DescriptorCatalog.All);
    }

    /// <summary>The file, which is read as a checklist is; null where there is none.</summary>
    private static ChecklistFile? Find(string path, Surroundings surroundings)
    {
        if (Directory.Exists(Path.GetFullPath(path, surroundings.Directory)))
            return Refusal(path, "it is a folder");
        var search = new FileSearch(surroundings.Directory, PathSelection.Everything);
        return search.Add(path) ? search.End().Single() : null;
    }

    private static ChecklistFile Refusal(string shown, string reason) => new(shown, ShownPath.Printable(shown)) { Problem = FileProblem.Unreadable("file", reason) };

    private static ProjectConfiguration ReadBase(string? path, Surroundings surroundings)
    {
        var payload = surroundings.Step!.Payload;
        var (bytes, problem) = new BaseCommit(payload?.PullRequest?.BaseSha ?? payload?.MergeGroupBaseSha, surroundings).ReadFile(path ?? ProjectConfiguration.FileName);
        var (configuration, findings) = bytes is null ? (ProjectConfiguration.Default, []) : ConfigurationBinder.Bind(YamlReader.Read(path ?? ProjectConfiguration.FileName, bytes), DescriptorCatalog.All);
        if (!findings.IsEmpty)
            problem = Show(findings[0]);
        if (problem is null)
            return configuration;
        surroundings.Step.Annotate(new Annotation(DiagnosticSeverity.Notice, $"The defaults stand in for the base branch's configuration: {Reporting.SafeText.Show(problem.TrimEnd('.'))}."));
        return ProjectConfiguration.Default;
    }

    private static string Show(Diagnostic finding)
    {
        var at = finding.Source.GetPosition(finding.Span.Start);
        return $"{finding.Source.Path}:{at.Line}:{at.Column}: {finding.Message}";
    }
}
