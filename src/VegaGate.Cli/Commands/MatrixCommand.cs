using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Phases;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate matrix</c>: who hands what to whom, and how far each phase is.</summary>
internal static class MatrixCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var format = Answer.FormatOption();
        var command = new Command("matrix", "Show who hands which phase to whom, and how far each is.");
        var options = ProjectOptions.AddTo(command);
        command.Add(format);
        command.SetAction(async (call, cancellation) =>
        {
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings);
            var read = await ProjectFacts.ReadAsync(project, session, surroundings, cancellation);
            var matrices = PhaseResults.Find(read, session).Select(pair => TrackingMatrix.Of(pair.Checklist, read.Project.ReleaseOf(pair.Checklist), pair.Result)).ToImmutableArray();
            Answer.Write(call.GetValue(format), surroundings.Output, output => MatrixText.Write(matrices, session.Tracker.Description, output), () => MatrixJson.Render(matrices, session.Tracker.Description), () => MatrixMarkdown.Render(matrices, session.Tracker.Description));

            surroundings.Step?.AddSummary(MatrixMarkdown.Render(matrices, session.Tracker.Description));
            return ExitCode.Success;
        });
        return command;
    }
}
