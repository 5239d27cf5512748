using System.CommandLine;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Releasing;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate run</c>: the whole way from file to gate. It succeeds when the way was walked, whatever the gate says.</summary>
internal static class RunCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("run", "Validate, plan, apply, and report the gate in one go.");
        var options = ProjectOptions.AddTo(command);
        command.SetAction(async (call, cancellation) =>
        {
            ForeignCode.RefuseToWrite("run", surroundings.Step, "Use plan and gate there, and run on push.");
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings);
            surroundings.Output.Write($"{project.Checklists.Length} checklist{(project.Checklists.Length == 1 ? "" : "s")} validated, {project.Checklists.Sum(checklist => checklist.Items.Length)} items\n");
            var applied = await ApplyCommand.WriteAsync(project, session, surroundings, cancellation);
            if (applied != ExitCode.Success)
                return applied;
            var answer = await GateAnswer.AskAsync(project, new GateRequest(null, null, project.Release), session, surroundings, cancellation);
            if (answer.Failure is { } failure)
                throw failure;
            GateText.Write(answer.Result, answer.Tracker, GateDetail.People, surroundings.Output);
            return ExitCode.Success;
        });
        return command;
    }
}
