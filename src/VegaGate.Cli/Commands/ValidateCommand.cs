using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Syntax;

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
        var trees = ChecklistFiles.Read(paths, surroundings);
        var result = Validator.Validate(trees, RuleCatalog.All, surroundings.Time.GetUtcNow());
        for (var round = 0; isFixing && round < MaxRounds && result.Diagnostics.Any(diagnostic => diagnostic.Fix?.Applicability == FixApplicability.Safe); round++)
        {
            Fix(ChecklistFiles.Find(paths, surroundings).Zip(trees), result.Diagnostics);
            trees = ChecklistFiles.Read(paths, surroundings);
            result = Validator.Validate(trees, RuleCatalog.All, surroundings.Time.GetUtcNow());
        }

        ReporterCatalog.All[format]().Report(result.Diagnostics, trees.Length, surroundings);
        return result.HasErrors ? ExitCode.Findings : ExitCode.Success;
    }

    private static void Fix(IEnumerable<(string File, YamlTree Tree)> trees, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var (file, source) in trees.Select(pair => (pair.File, pair.Tree.Source)))
        {
            var text = FixApplier.Apply(source, diagnostics, FixApplicability.Safe);
            if (text == source.Text)
                continue;
            var temporary = file + ".vegagate-tmp";
            File.WriteAllText(temporary, text, new UTF8Encoding(source.HasByteOrderMark));
            File.Move(temporary, file, overwrite: true);
        }
    }
}
