using System.CommandLine;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate plan</c>: what <c>apply</c> would write. It only reads.</summary>
internal static class PlanCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("plan", "Show what apply would change. Writes nothing.");
        var options = ProjectOptions.AddTo(command);
        command.SetAction(async (call, cancellation) =>
        {
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings, isCached: true);
            var plan = await MakeAsync(project, session, cancellation);
            PlanText.Write(plan, project, session.Tracker.Description, surroundings.Output);
            if (surroundings.Step is { } step)
                StepReport.Plan(step, plan, session.Tracker.Description);
            return ExitCode.Success;
        });
        return command;
    }

    public static async Task<SyncPlan> MakeAsync(Project project, TrackerSession session, CancellationToken cancellation)
    {
        var desired = project.DesiredIssues();
        var question = new IssueQuestion { Formerly = DesiredIssues.Formerly(desired), Scopes = [.. project.Scopes.Select(scope => scope.ToString())] };
        var live = await new IssueReader(session.Tracker, session.Identities).ReadAsync(question, cancellation);
        return SyncPlanner.Plan(desired, project.Scopes, live);
    }
}
