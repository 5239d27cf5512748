using System.CommandLine;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Sync;

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
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings);
            return await WriteAsync(project, session, surroundings, cancellation);
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
            return ExitCode.Success;
        var outcome = await ApplyProgress.ShowAsync(
            plan.Changes.Count(change => change.IsWrite), surroundings, progress => new SyncApplier(session.Tracker).ApplyAsync(plan, progress, cancellation));
        foreach (var notice in outcome.Notices)
            surroundings.Output.Write($"  notice: {SafeText.Show(notice)}\n");
        if (outcome.Remaining == 0)
            return ExitCode.Success;
        surroundings.Output.Write($"Stopped at a limit of the tracker: {outcome.Applied} written, {outcome.Remaining} left{(outcome.ResumeAt is { } at ? $"; run again after {at:u}" : "; run again later")}.\n");
        return ExitCode.Unfinished;
    }
}
