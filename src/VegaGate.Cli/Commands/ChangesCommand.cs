using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Phases;
using VegaGate.Rules;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate changes</c>: the change log of checklists, from what stands under <c>changes</c> joined with the commits of the file.</summary>
internal static class ChangesCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Checklist files, or folders that hold them; `checklists` unless said.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => ["checklists"],
        };
        var format = ProjectOptions.Choice("--format", "How the answer is written.", "console", "json", "markdown");
        var command = new Command("changes", "Show how a checklist came to be: its own change log, joined with the commits.") { paths, format };
        command.SetAction(call =>
        {
            var configuration = ConfigurationFile.Read(null, surroundings);
            var files = ChecklistFiles.Find(call.GetValue(paths)!, surroundings, configuration.Checklists);
            var result = Validator.Validate(files.Select(file => file.Read()), RuleCatalog.All, surroundings.Time.GetUtcNow(), configuration.Severities);
            if (result.HasErrors)
            {
                foreach (var error in result.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error))
                    ConsoleReporter.Write(surroundings.Error, error, useColor: false);
                return ExitCode.Findings;
            }

            var logs = result.Checklists.Select(checklist => new LoggedChanges(
                checklist.Name, checklist.Title, checklist.Source.Path, ChangeLog.Join(DocumentChange.Of(checklist), GitFileLog.Read(checklist.Source.Path, surroundings)))).ToList();
            switch (call.GetValue(format))
            {
                case "json":
                    surroundings.Output.Write(ChangesJson.Render(logs) + "\n");
                    break;
                case "markdown":
                    surroundings.Output.Write(ChangesMarkdown.Render(logs));
                    break;
                default:
                    ChangesText.Write(logs, surroundings.Output);
                    break;
            }

            return ExitCode.Success;
        });
        return command;
    }
}
