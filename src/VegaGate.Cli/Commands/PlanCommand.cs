using System.CommandLine;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate plan</c>: what <c>apply</c> would write. It only reads.</summary>
internal static class PlanCommand
{
    public const string AdoptDescription = "Take over what cannot be explained, and make anew what is gone.";

    public static Command Create(Surroundings surroundings)
    {
        var format = ProjectOptions.Choice("--format", "How the plan is written.", "console", "json", "markdown");
        var saved = new Option<string?>("--out") { Description = "Save the plan; apply takes the file, as long as nothing has changed.", HelpName = "FILE.json" };
        var adopt = new Option<bool>("--adopt") { Description = AdoptDescription };
        var command = new Command("plan", "Show what apply would change. Writes nothing.");
        var options = ProjectOptions.AddTo(command);
        command.Add(format);
        command.Add(saved);
        command.Add(adopt);
        command.SetAction(async (call, cancellation) =>
        {
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings, isCached: true);
            var tracker = session.Tracker.Description;
            var made = await MadePlan.MakeAsync(project, session, call.GetValue(adopt), cancellation);
            var json = PlanJson.Render(made, [.. options.PathsOf(call)], project.Release, tracker);
            switch (call.GetValue(format))
            {
                case "json":
                    surroundings.Output.Write(json);
                    break;
                case "markdown":
                    surroundings.Output.Write(PlanMarkdown.Render(made.Plan, tracker));
                    break;
                default:
                    PlanText.Write(made.Plan, project, session, surroundings.Output);
                    break;
            }

            if (call.GetValue(saved) is { } path)
                SavedPlan.Write(path, json, surroundings);
            if (surroundings.Step is { } step)
            {
                StepReport.Plan(step, made.Plan, tracker);
                await PlanComment.PutAsync(step, made.Plan, session, cancellation);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
