using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Rules;
using VegaGate.Sync;

namespace VegaGate.Cli.Composition;

/// <summary>What a command works on: checklists without errors, the configuration, and the release.</summary>
/// <param name="Checklists">Every list that was named.</param>
internal sealed record Project(ImmutableArray<Checklist> Checklists, ProjectConfiguration Configuration, string? Release, string? TrackerName)
{
    private const int MaxRelease = 40;

    /// <summary>Reads and validates. Null when there are errors, which are then on standard error.</summary>
    public static Project? Load(ProjectOptions options, ParseResult call, Surroundings surroundings) =>
        Load(options, call, options.PathsOf(call), call.GetValue(options.Release), surroundings);

    /// <summary>The same with paths and a release that the call does not name.</summary>
    public static Project? Load(ProjectOptions options, ParseResult call, string[] paths, string? release, Surroundings surroundings)
    {
        if (release is not null && (release.Length > MaxRelease || !Scalars.Identifier.Accepts(release)))
            throw new UsageException($"--release takes {Scalars.Identifier.Expected}.");
        var configuration = ConfigurationFile.Read(call.GetValue(options.Config), surroundings);
        var files = ChecklistFiles.Find(paths, surroundings, configuration.Checklists);
        var result = Validator.Validate(
            files.Select(file => file.Read()), RuleCatalog.All, surroundings.Time.GetUtcNow(), configuration.Severities, Math.Min(configuration.MaxItems, ProjectConfiguration.DefaultMaxItems));
        if (!result.HasErrors)
            return new Project(result.Checklists, configuration, release, call.GetValue(options.Tracker));
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        IDiagnosticReporter reporter = surroundings.Step is null ? new ConsoleReporter() : new GitHubReporter();
        reporter.Report(errors, [.. files.Select(file => file.Shown)], surroundings with { Output = surroundings.Error });
        return null;
    }

    /// <summary>The lists that are synced: one that is walked per release is left out where no release is named.</summary>
    public ImmutableArray<Checklist> Synced => [.. Checklists.Where(checklist => !checklist.IsPerRelease || Release is not null)];

    public ImmutableArray<Checklist> LeftOut => [.. Checklists.Where(checklist => checklist.IsPerRelease && Release is null)];

    /// <summary>The lists and releases whose issues are synced, also under the former names of lists.</summary>
    public ImmutableArray<ItemId> Scopes
    {
        get
        {
            var names = Checklists.Select(checklist => checklist.Name).ToHashSet(StringComparer.Ordinal);
            return [.. Synced.SelectMany(checklist => checklist.Was.Where(name => !names.Contains(name)).Prepend(checklist.Name).Select(name => new ItemId(name, ReleaseOf(checklist), "")))];
        }
    }

    public string? ReleaseOf(Checklist checklist) => checklist.IsPerRelease ? Release : null;

    public ImmutableArray<DesiredIssue> DesiredIssues() => [.. Synced.SelectMany(checklist => Sync.DesiredIssues.Of(checklist, ReleaseOf(checklist)))];

    /// <summary>Opens the tracker that the project's options choose.</summary>
    /// <param name="isCached">Whether answers of earlier runs may be used; what decides alone reads everything anew.</param>
    public TrackerSession OpenTracker(Surroundings surroundings, bool isCached = false) => TrackerChoice.Open(TrackerName, Configuration, surroundings, isCached);
}
