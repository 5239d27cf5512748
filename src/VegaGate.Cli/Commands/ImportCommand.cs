using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Documents;
using VegaGate.Format;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate import</c>: makes checklists of documents that people wrote, or of the issues that they keep.</summary>
internal static class ImportCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var files = new Argument<string[]>("FILE") { Description = "Markdown documents, or tables as .csv or .tsv.", Arity = ArgumentArity.ZeroOrMore };
        var directory = new Option<string>("--out") { Description = "The folder that the checklists are written to.", HelpName = "DIR", DefaultValueFactory = _ => "checklists" };
        var name = new Option<string?>("--name") { Description = "The name of the list, when there is one FILE; taken from the file's name unless said.", HelpName = "SLUG" };
        var force = new Option<bool>("--force") { Description = "Overwrite a checklist that is there already." };
        var label = new Option<string?>("--from-issues") { Description = "Instead of a FILE: the open and closed issues with this label become items.", HelpName = "LABEL" };
        var tracker = ProjectOptions.Choice("--tracker", "With --from-issues: where the issues are.", "local", "github");
        var configuration = new Option<string?>("--config") { Description = "The configuration file; .vegagate.yaml unless said.", HelpName = "FILE" };
        var command = new Command("import", "Make checklists of Markdown documents, CSV tables or issues, and say what was guessed and what was left out.") { files, directory, name, force, label, tracker, configuration };
        command.SetAction(async (call, cancellation) =>
        {
            var (paths, slug, issues) = (call.GetValue(files)!, call.GetValue(name), call.GetValue(label));
            if (slug is not null && !Scalars.Slug.Accepts(slug))
                throw new UsageException($"--name takes {Scalars.Slug.Expected}.");
            if (slug is not null && paths.Length > 1)
                throw new UsageException("--name goes with one FILE.");
            if (paths.Length == 0 == (issues is null))
                throw new UsageException("import takes FILEs, or --from-issues LABEL.");
            var target = Path.GetFullPath(call.GetValue(directory)!, surroundings.Directory);
            ImmutableArray<ImportResult> results = issues is null
                ? [.. paths.Select(path => Read(path, slug, surroundings))]
                : [await ReadIssuesAsync(issues, slug, call.GetValue(tracker), call.GetValue(configuration), surroundings, cancellation)];
            return Write(results, target, call.GetValue(force), surroundings);
        });
        return command;
    }

    private static ImportResult Read(string path, string? name, Surroundings surroundings)
    {
        var full = Path.GetFullPath(path, surroundings.Directory);
        try
        {
            var bytes = BoundedFile.Read(full);
            if (bytes.Length > SyntaxLimits.FileBytes)
                throw new UsageException($"{ShownPath.Printable(path)} has more than 10 MiB; split it into several documents.");
            return DocumentImport.Read(ShownPath.Of(full, surroundings.Directory), bytes, name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"{ShownPath.Printable(path)} cannot be read: {ChecklistFile.Explain(failure)}.");
        }
    }

    private static async Task<ImportResult> ReadIssuesAsync(string label, string? name, string? tracker, string? configuration, Surroundings surroundings, CancellationToken cancellation)
    {
        using var session = TrackerChoice.Open(tracker, ConfigurationFile.Read(configuration, surroundings), surroundings);
        return IssueImport.Read(label, await session.Tracker.ListIssuesAsync(label, cancellation), session.Tracker.Description, name);
    }

    private static int Write(ImmutableArray<ImportResult> results, string directory, bool overwrites, Surroundings surroundings)
    {
        var (output, code) = (surroundings.Output, ExitCode.Success);
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var result in results)
        {
            foreach (var finding in result.Findings)
                ConsoleReporter.Write(output, finding, surroundings.UseColor);
            if (result.Yaml is null)
            {
                code = ExitCode.Findings;
                continue;
            }

            var path = Path.Combine(directory, result.Slug + ".yaml");
            var shown = ShownPath.Of(path, surroundings.Directory);
            var errors = Validate(shown, result.Yaml, surroundings);
            if (!errors.IsEmpty)
            {
                surroundings.Error.Write($"vegagate: what was made of {result.Source.Path} does not pass; nothing is written.\n");
                code = ExitCode.Findings;
                continue;
            }

            var problem = written.Add(result.Slug) ? NewFile.TryWrite(path, result.Yaml, overwrites) : $"was made from another of the documents; name one with --name";
            if (problem is not null)
            {
                surroundings.Error.Write($"vegagate: {shown} {SafeText.Show(NewFile.OfferingForce(problem))}.\n");
                code = ExitCode.Usage;
                continue;
            }

            output.Write($"{ImportSummary.Of(result, shown)}\n");
        }

        return code;
    }

    /// <summary>The errors of what was made, shown as those of any checklist.</summary>
    private static ImmutableArray<Diagnostic> Validate(string path, string yaml, Surroundings surroundings)
    {
        var tree = YamlReader.Read(path, System.Text.Encoding.UTF8.GetBytes(yaml));
        ImmutableArray<Diagnostic> errors = [.. Validator.Validate([tree], RuleCatalog.All, surroundings.Time.GetUtcNow()).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error)];
        foreach (var error in errors)
            ConsoleReporter.Write(surroundings.Error, error, useColor: false);
        return errors;
    }
}
