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
        var adopt = new Option<bool>("--adopt") { Description = PlanCommand.AdoptDescription };
        var command = new Command("apply", "Make and update the issues of checklists, or write a plan that was saved.");
        var options = ProjectOptions.AddTo(command);
        command.Add(adopt);
        command.SetAction(async (call, cancellation) =>
        {
            ForeignCode.RefuseToWrite("apply", surroundings.Step, "Use plan there, and apply on push.");
            var saved = SavedPlan.IsNamedBy(options.PathsOf(call)) ? SavedPlan.Read(options.PathsOf(call)[0], surroundings) : null;
            if ((saved is null ? Project.Load(options, call, surroundings) : Project.Load(options, call, [.. saved.Paths], saved.Release, surroundings)) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings, isCached: true);
            try
            {
                return await WriteAsync(project, session, surroundings, cancellation, saved?.Adopts ?? call.GetValue(adopt), saved);
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
    public static async Task<int> WriteAsync(
        Project project, TrackerSession session, Surroundings surroundings, CancellationToken cancellation, bool adopts = false, SavedPlan? saved = null)
    {
        var made = await MadePlan.MakeAsync(project, session, adopts, cancellation);
        using var turn = made.Plan.IsEmpty || session.TakeTurn is null ? null : await session.TakeTurn(cancellation);
        if (turn is not null)
            made = await MadePlan.MakeAsync(project, session, adopts, cancellation);
        if (saved?.IsStillTrue(made, project, session.Tracker.Description) == false)
            throw new UsageException("the saved plan is stale: files or issues have changed since, and nothing was written. Make it anew with plan --out.");
        var plan = made.Plan;
        PlanText.WriteSummary(plan, project, session, surroundings.Output);
        if (plan.IsEmpty)
            return Finish(surroundings);
        var outcome = await ApplyProgress.ShowAsync(
            plan.Changes.Count(change => change.IsWrite), surroundings, progress => new SyncApplier(session.Tracker, session.Budget).ApplyAsync(plan, made.Live, progress, cancellation));
        foreach (var notice in outcome.Notices)
            surroundings.Output.Write($"  notice: {SafeText.Show(notice)}\n");
        if (outcome is { Remaining: > 0, Stop: { } stop })
            return Stop(outcome.Remaining, stop.ResumeAt, $"{stop.Reason}; {outcome.Applied} written, {outcome.Remaining} left", surroundings);
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
            step.Annotate(new Annotation(DiagnosticSeverity.Notice, $"A limit is reached: {(remaining is { } left ? $"{left} change{(left == 1 ? "" : "s")} left" : "everything is left")} for the next run."));
        }

        surroundings.Output.Write($"Stopped at a limit: {why}{(resumeAt is { } at ? $"; run again after {at:u}" : "; run again later")}.\n");
        return ExitCode.Unfinished;
    }
}
