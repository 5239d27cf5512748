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
        var live = IssueIndex.Build(await session.Tracker.ListIssuesAsync(LabelNames.All, cancellation), session.Identities);
        return SyncPlanner.Plan(project.DesiredIssues(), [.. project.Synced.Select(project.ScopeOf)], live);
    }
}
