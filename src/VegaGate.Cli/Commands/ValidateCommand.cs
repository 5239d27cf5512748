using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Rules;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate validate</c>: reads, binds, runs the rules, and reports.</summary>
internal static class ValidateCommand
{
    /// <summary>A fix may make room for another; a file that needs more rounds than this is reported as it is then.</summary>
    private const int MaxRounds = 10;

    public static Command Create(Surroundings surroundings)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Checklist files, or folders that hold them.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How findings are written.", HelpName = string.Join('|', ReporterCatalog.All.Keys), DefaultValueFactory = _ => surroundings.Step is null ? ReporterCatalog.Console : ReporterCatalog.GitHub };
        format.AcceptOnlyFromAmong([.. ReporterCatalog.All.Keys]);
        // No value of its own: an option of bool is compiled anew at every start.
        var fix = new Option<string?>("--fix") { Description = "Apply the safe fixes first.", Arity = ArgumentArity.Zero };
        var command = new Command("validate", "Check checklists: every problem, with its place.") { paths, format, fix };
        command.SetAction(call => Run(call.GetValue(paths)!, call.GetValue(format)!, call.GetResult(fix) is not null, surroundings));
        return command;
    }

    private static int Run(string[] paths, string format, bool isFixing, Surroundings surroundings)
    {
        // A pull request's own file must not settle by what it is checked.
        var configuration = surroundings.Step is { IsProposal: true } ? ProjectConfiguration.Default : ConfigurationFile.Read(null, surroundings);
        var files = ChecklistFiles.Find(paths, surroundings);
        var findings = Check(files, configuration);
        for (var round = 0; round < MaxRounds && isFixing && findings.Any(diagnostic => diagnostic.Fix?.Applicability == FixApplicability.Safe); round++)
        {
            Fix(files, findings);
            findings = Check(files, configuration);
        }

        ReporterCatalog.All[format]().Report(findings, files.Length, surroundings);
        return findings.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? ExitCode.Findings : ExitCode.Success;
    }

    /// <summary>Reads and checks one file after the other, and keeps none of them.</summary>
    private static ImmutableArray<Diagnostic> Check(ImmutableArray<ChecklistFile> files, ProjectConfiguration configuration)
    {
        var validation = new Validation(RuleCatalog.All, configuration.MaxItems);
        foreach (var file in files)
            validation.Add(file.Read());
        return validation.End();
    }

    private static void Fix(ImmutableArray<ChecklistFile> files, ImmutableArray<Diagnostic> diagnostics)
    {
        var paths = files.ToDictionary(file => file.Shown, file => file.Path, StringComparer.Ordinal);
        foreach (var findings in diagnostics.GroupBy(diagnostic => diagnostic.Source))
        {
            var source = findings.Key;
            var text = FixApplier.Apply(source, findings, FixApplicability.Safe);
            if (text == source.Text)
                continue;
            var file = paths[source.Path];
            var temporary = file + ".vegagate-tmp";
            File.WriteAllText(temporary, text, new UTF8Encoding(source.HasByteOrderMark));
            File.Move(temporary, file, overwrite: true);
        }
    }
}
