using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.GitHub.Rest;
using VegaGate.Rules;
using VegaGate.Sync;

namespace VegaGate.Cli.Composition;

/// <summary>What a command works on: checklists without errors, the configuration, and the release.</summary>
/// <param name="Checklists">Every list that was named.</param>
internal sealed record Project(ImmutableArray<Checklist> Checklists, ProjectConfiguration Configuration, string? Release, string? TrackerName)
{
    private const int MaxRelease = 40;

    /// <summary>What validation found, all of it no error.</summary>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>Reads and validates. Null when there are errors, which are then on standard error.</summary>
    public static Project? Load(ProjectOptions options, ParseResult call, Surroundings surroundings) =>
        Load(options, call, options.PathsOf(call), call.GetValue(options.Release), surroundings);

    /// <summary>The same with paths and a release that the call does not name.</summary>
    public static Project? Load(ProjectOptions options, ParseResult call, string[] paths, string? release, Surroundings surroundings)
    {
        if (release is not null && !IsRelease(release))
            throw new UsageException($"--release takes {Scalars.Identifier.Expected}.");
        var configuration = ConfigurationFile.Read(call.GetValue(options.Config), surroundings);
        var files = ChecklistFiles.Find(paths, surroundings, configuration.Checklists);
        var result = Validate(files, configuration, surroundings);
        if (!result.HasErrors)
            return new Project(result.Checklists, configuration, release, call.GetValue(options.Tracker)) { Findings = result.Diagnostics };
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        IDiagnosticReporter reporter = surroundings.Step is null ? new ConsoleReporter() : new GitHubReporter();
        reporter.Report(errors, [.. files.Select(file => file.Shown)], surroundings with { Output = surroundings.Error });
        return null;
    }

    /// <summary>The lists below other surroundings, such as the files of another commit, under the same configuration; or the first of their errors.</summary>
    /// <exception cref="UsageException">A path does not exist, or there is nothing to read.</exception>
    public static (Project? Project, Diagnostic? Error) Read(ProjectConfiguration configuration, string[] paths, string? release, string? trackerName, Surroundings surroundings)
    {
        var result = Validate(ChecklistFiles.Find(paths, surroundings, configuration.Checklists), configuration, surroundings);
        return result.HasErrors
            ? (null, result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            : (new Project(result.Checklists, configuration, release, trackerName), null);
    }

    /// <summary>Whether a text can name a release.</summary>
    public static bool IsRelease(string text) => text.Length <= MaxRelease && Scalars.Identifier.Accepts(text);

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

    /// <summary>The lists that have a stage; all of them where none is named.</summary>
    public ImmutableArray<Checklist> With(string? stage) => stage is null ? Checklists : [.. Checklists.Where(checklist => checklist.Gate.IndexOf(stage) >= 0)];

    public string? ReleaseOf(Checklist checklist) => checklist.IsPerRelease ? Release : null;

    public ImmutableArray<DesiredIssue> DesiredIssues() => [.. Synced.SelectMany(checklist => Sync.DesiredIssues.Of(checklist, ReleaseOf(checklist)))];

    /// <summary>Opens the tracker that the project's options choose.</summary>
    /// <param name="isCached">Whether answers of earlier runs may be used; what decides alone reads everything anew.</param>
    /// <param name="answers">Answers of this very run, for one that asks again and again.</param>
    public TrackerSession OpenTracker(Surroundings surroundings, bool isCached = false, IAnswerCache? answers = null) => TrackerChoice.Open(TrackerName, Configuration, surroundings, isCached, answers);

    private static ValidationResult Validate(ImmutableArray<ChecklistFile> files, ProjectConfiguration configuration, Surroundings surroundings) => Validator.Validate(
        files.Select(file => file.Read()), RuleCatalog.All, surroundings.Time.GetUtcNow(), configuration.Severities, Math.Min(configuration.MaxItems, ProjectConfiguration.DefaultMaxItems));
}
