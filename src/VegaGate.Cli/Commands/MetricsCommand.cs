using System.CommandLine;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Phases;
using VegaGate.Rules;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate metrics</c>: how well the hand-offs of a list go, each number with what it means and its target.</summary>
internal static class MetricsCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var format = Answer.FormatOption();
        var command = new Command("metrics", "Show how well the hand-offs go, against the targets of the list.");
        var options = ProjectOptions.AddTo(command);
        command.Add(format);
        command.SetAction(async (call, cancellation) =>
        {
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings);
            var read = await ProjectFacts.ReadAsync(project, session, surroundings, cancellation);
            var measured = PhaseResults.Find(read, session).Select(pair =>
            {
                var release = read.Project.ReleaseOf(pair.Checklist);
                var metrics = ListMetrics.Of(pair.Checklist, release, pair.Result, BlockerTime.AllOf(pair.Checklist, release, read.Facts), read.Facts.Now);
                var gaps = project.Findings.Where(finding => finding.Source.Path == pair.Checklist.Source.Path && OwnershipGaps.Ids.Contains(finding.Descriptor.Id)).Select(Notices.Show);
                return new MeasuredList(pair.Result.Name, pair.Checklist.Title, metrics, StatedTargets.Of(pair.Checklist, release, pair.Result, metrics, read.Facts, [.. gaps]));
            }).ToList();
            Answer.Write(call.GetValue(format), surroundings.Output, output => MetricsText.Write(measured, session.Tracker.Description, output), () => MetricsJson.Render(measured, session.Tracker.Description), () => MetricsMarkdown.Render(measured, session.Tracker.Description));

            if (surroundings.Step is { } step)
                StepReport.Metrics(step, MetricsJson.Render(measured, session.Tracker.Description), MetricsMarkdown.Render(measured, session.Tracker.Description));
            return ExitCode.Success;
        });
        return command;
    }
}
