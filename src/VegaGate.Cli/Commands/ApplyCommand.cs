using System.CommandLine;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.GitHub.Actions;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate apply</c>: makes the issues what the files say.</summary>
internal static class ApplyCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("apply", "Make and update the issues of checklists.");
        var options = ProjectOptions.AddTo(command);
        command.SetAction(async (call, cancellation) =>
        {
            ForeignCode.RefuseToWrite("apply", surroundings.Step, "Use plan there, and apply on push.");
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings, isCached: true);
            try
            {
                return await WriteAsync(project, session, surroundings, cancellation);
            }
            catch (TrackerException limit) when (limit.Failure == TrackerFailure.RateLimited)
            {
                // Nobody knows yet how much there is to do.
                return Stop(null, limit.ResumeAt, SafeText.Show(limit.Message).TrimEnd('.'), surroundings);
            }
        });
        return command;
    }

    /// <summary>Plans, writes, and says how it went.</summary>
    public static async Task<int> WriteAsync(Project project, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        var plan = await PlanCommand.MakeAsync(project, session, cancellation);
        using var turn = plan.IsEmpty || session.TakeTurn is null ? null : await session.TakeTurn(cancellation);
        if (turn is not null)
            plan = await PlanCommand.MakeAsync(project, session, cancellation);
        PlanText.WriteSummary(plan, project, session.Tracker.Description, surroundings.Output);
        if (plan.IsEmpty)
            return Finish(surroundings);
        var outcome = await ApplyProgress.ShowAsync(
            plan.Changes.Count(change => change.IsWrite), surroundings, progress => new SyncApplier(session.Tracker).ApplyAsync(plan, progress, cancellation));
        foreach (var notice in outcome.Notices)
            surroundings.Output.Write($"  notice: {SafeText.Show(notice)}\n");
        if (outcome.Remaining > 0)
            return Stop(outcome.Remaining, outcome.ResumeAt, $"{outcome.Applied} written, {outcome.Remaining} left", surroundings);
        return Finish(surroundings);
    }

    private static int Finish(Surroundings surroundings)
    {
        if (surroundings.Step is { } step)
            StepReport.Apply(step, 0, null);
        return ExitCode.Success;
    }

    private static int Stop(int? remaining, DateTimeOffset? resumeAt, string why, Surroundings surroundings)
    {
        if (surroundings.Step is { } step)
        {
            StepReport.Apply(step, remaining, resumeAt);
            step.Annotate(new Annotation(DiagnosticSeverity.Notice, $"GitHub's limit is reached: {(remaining is { } left ? $"{left} change{(left == 1 ? "" : "s")} left" : "everything is left")} for the next run."));
        }

        surroundings.Output.Write($"Stopped at a limit of the tracker: {why}{(resumeAt is { } at ? $"; run again after {at:u}" : "; run again later")}.\n");
        return ExitCode.Unfinished;
    }
}
