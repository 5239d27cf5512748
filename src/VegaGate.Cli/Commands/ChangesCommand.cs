using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Phases;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate changes</c>: the change log of checklists, from what stands under <c>changes</c> joined with the commits of the file.</summary>
internal static class ChangesCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var paths = ProjectOptions.Paths();
        var format = Answer.FormatOption();
        var command = new Command("changes", "Show how a checklist came to be: its own change log, joined with the commits.") { paths, format };
        command.SetAction(call =>
        {
            if (ValidLists.Load(call.GetValue(paths)!, surroundings) is not { } checklists)
                return ExitCode.Findings;
            var logs = checklists.Select(checklist => new LoggedChanges(
                checklist.Name, checklist.Title, checklist.Source.Path, ChangeLog.Join(DocumentChange.Of(checklist), GitFileLog.Read(checklist.Source.Path, surroundings)))).ToList();
            Answer.Write(call.GetValue(format), surroundings.Output, output => ChangesText.Write(logs, output), () => ChangesJson.Render(logs), () => ChangesMarkdown.Render(logs));

            return ExitCode.Success;
        });
        return command;
    }
}
