using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Rules;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate validate</c>: reads, binds, runs the rules, and reports.</summary>
internal static class ValidateCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Checklist files, or folders that hold them.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How findings are written.", HelpName = string.Join('|', ReporterCatalog.All.Keys), DefaultValueFactory = _ => surroundings.Step is null ? ReporterCatalog.Console : ReporterCatalog.GitHub };
        format.AcceptOnlyFromAmong([.. ReporterCatalog.All.Keys]);
        var configuration = new Option<string?>("--config") { Description = "The configuration file; .vegagate.yaml unless said.", HelpName = "FILE" };
        var fix = Flag("--fix", "Apply the safe fixes first.");
        var unsafeFixes = Flag("--unsafe-fixes", "With --fix or --diff: also the fixes that may change what is meant.");
        var diff = Flag("--diff", "Show what --fix would change, and write nothing. Exit code 1 when there is something, or an error.");
        var command = new Command("validate", "Check checklists: every problem, with its place.") { paths, format, fix, unsafeFixes, diff, configuration };
        command.SetAction(call =>
        {
            var isShown = call.GetResult(diff) is not null;
            var isUnsafe = call.GetResult(unsafeFixes) is not null;
            if (!isShown && call.GetResult(fix) is null)
            {
                return isUnsafe
                    ? throw new UsageException("--unsafe-fixes goes with --fix or --diff.")
                    : Run(call.GetValue(paths)!, call.GetValue(format)!, call.GetValue(configuration), null, surroundings);
            }

            var mending = new Mending(isUnsafe ? FixApplicability.Unsafe : FixApplicability.Safe, isShown);
            return Run(call.GetValue(paths)!, call.GetValue(format)!, call.GetValue(configuration), mending, surroundings);
        });
        return command;
    }

    /// <summary>No value of its own: an option of bool is compiled anew at every start.</summary>
    private static Option<string?> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    private static int Run(string[] paths, string format, string? configurationPath, Mending? mending, Surroundings surroundings)
    {
        var (configuration, problems) = ConfigurationFile.ReadWithFindings(configurationPath, surroundings);
        var now = surroundings.Time.GetUtcNow();
        var files = ChecklistFiles.Find(paths, surroundings, configuration.Checklists);
        if (mending is not null)
        {
            foreach (var problem in mending.IsShown ? problems : [])
                ConsoleReporter.Write(surroundings.Error, problem, useColor: false);
            mending.Run(files, all => Validator.Validate(all, RuleCatalog.All, now, configuration.Severities, configuration.MaxItems), surroundings);
            if (mending.IsShown)
                return mending.HasChanges || mending.HasErrors || mending.HasFailed || HasErrors(problems) ? ExitCode.Findings : ExitCode.Success;
        }

        // None of them is kept.
        var validation = new Validation(RuleCatalog.All, now, configuration.Severities, configuration.MaxItems);
        foreach (var tree in ReadAhead.InOrder(files, file => file.Read(), isAlone: Environment.ProcessorCount == 1))
            validation.Add(tree);
        var found = validation.End();
        var findings = problems.IsEmpty ? found : problems.AddRange(found).Sort(Diagnostic.Compare);
        ReporterCatalog.All[format]().Report(findings, [.. files.Select(file => file.Shown)], surroundings);
        return HasErrors(findings) || mending?.HasFailed == true ? ExitCode.Findings : ExitCode.Success;
    }

    private static bool HasErrors(ImmutableArray<Diagnostic> findings) => findings.Any(finding => finding.Severity == DiagnosticSeverity.Error);
}
