using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Gate;
using VegaGate.Recording;
using VegaGate.Rules;
using VegaGate.Syntax;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary>The files into which a record goes: the lists themselves, and for lists that are walked per release one for each release.</summary>
internal sealed class RecordedFiles(string[] paths, Project project, Surroundings surroundings)
{
    /// <summary>The folder of the records, whichever files were named: a release has one record.</summary>
    private const string Folder = "checklists";

    public static string Whole(SourceText text) => text.HasByteOrderMark ? "\ufeff" + text.Text : text.Text;

    /// <summary>Makes the record of each list. One that would bring an error into its file has a problem instead.</summary>
    public ImmutableArray<ListRecord> Record(ProjectFacts read, ItemStateResolver resolver) =>
    [
        .. read.Project.Synced.Select(checklist => read.Project.ReleaseOf(checklist) is { } release
            ? RecordRelease(checklist, release, read.Facts, resolver)
            : ListRecorder.Record(checklist, read.Facts, resolver)).Select(Check),
    ];

    /// <summary>Writes into the working tree; false when a file could not be written.</summary>
    public bool Write(ImmutableArray<ListRecord> changed)
    {
        var files = ChecklistFiles.Find(paths, surroundings, project.Configuration.Checklists).ToDictionary(file => file.Shown, StringComparer.Ordinal);
        var isWritten = true;
        foreach (var record in changed)
        {
            var path = record.Source.Path;
            var full = Path.GetFullPath(path, surroundings.Directory);
            var file = files.GetValueOrDefault(path) ?? new ChecklistFile(full, path) { IsLinked = RealPath.Of(full) is { } real && real != Path.GetFullPath(path, RealPath.Of(surroundings.Directory) ?? surroundings.Directory) };
            var problem = record.Source.Text.Length == 0 && !File.Exists(full) ? FileReplacement.TryCreate(full, surroundings.Directory, record.Text) : FileReplacement.TryWrite(file, record.Source, record.Text);
            if (problem is null)
            {
                surroundings.Output.Write($"{path}: {Count(record.Changes.Length, "change")}\n");
                foreach (var change in record.Changes)
                    surroundings.Output.Write($"  {SafeText.Show(change.Id.Item)} {change.Key}: {Shown(change.Before)} -> {Shown(change.After)}\n");
            }
            else
            {
                surroundings.Error.Write($"vegagate: {path} {SafeText.Show(problem)}.\n");
                isWritten = false;
            }
        }

        return isWritten;
    }

    private static string Shown(string text) => text.Length == 0 ? "nothing" : SafeText.Show(text);

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private ListRecord RecordRelease(Checklist checklist, string release, GateFacts facts, ItemStateResolver resolver)
    {
        var path = $"{Folder}/{ReleaseRecord.PathOf(checklist.Name, release)}";
        var full = Path.GetFullPath(path, surroundings.Directory);
        var known = File.Exists(full) ? new ChecklistFile(full, path).Read() : null;
        return ReleaseRecord.Record(checklist, release, CommitOf(checklist), known, path, facts, resolver);
    }

    /// <summary>The commit that last changed the list: the head itself moves with every record.</summary>
    private string? CommitOf(Checklist checklist)
    {
        try
        {
            var history = GitTextHistory.Open(surroundings);
            return history.FindLastChange(history.Head, checklist.Source.Path)?.Commit;
        }
        catch (TrackerException)
        {
            return null;
        }
    }

    /// <summary>Holds the rules against the file as it is to be.</summary>
    private ListRecord Check(ListRecord record)
    {
        if (!record.IsChanged)
            return record;
        var before = record.Source.Text.Length == 0 ? [] : Findings(record.Source).Select(finding => (finding.Descriptor.Id, finding.Message)).ToHashSet();
        var added = Findings(record.Text).Where(finding => !before.Contains((finding.Descriptor.Id, finding.Message))).ToImmutableArray();
        return added.FirstOrDefault(finding => finding.Severity == DiagnosticSeverity.Error) is { } error
            ? record with { Text = record.Source, Changes = [], Problem = $"{record.Source.Path} is not recorded, because `validate` would find an error in it: {error.Descriptor.Id}: {error.Message}" }
            : record with { Notes = [.. record.Notes, .. added.Select(finding => $"After this, `validate` says of {record.Source.Path}: {finding.Descriptor.Id}: {finding.Message}")] };
    }

    private ImmutableArray<Diagnostic> Findings(SourceText text) => Validator.Validate(
        [YamlReader.Read(text.Path, System.Text.Encoding.UTF8.GetBytes(Whole(text)))], RuleCatalog.All, surroundings.Time.GetUtcNow(), project.Configuration.Severities, project.Configuration.MaxItems).Diagnostics;
}
