using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate gate</c>: may it go? Exit code 0 when it may, 1 when it is held.</summary>
internal static class GateCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var stage = new Option<string?>("--for") { Description = "The stage to be let through; the last one unless said.", HelpName = "STAGE" };
        var phase = new Option<string?>("--phase") { Description = "Only this phase.", HelpName = "ID" };
        var details = new Option<bool>("--details") { Description = "Every item with its verdict, reason and sentence." };
        var command = new Command("gate", "Decide whether the release may go. Exit code 1 when it is held.");
        var options = ProjectOptions.AddTo(command);
        command.Add(stage);
        command.Add(phase);
        command.Add(details);
        command.SetAction(async (call, cancellation) =>
        {
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            var request = new GateRequest(call.GetValue(stage), call.GetValue(phase), project.Release);
            Check(project.Checklists, request);
            using var session = project.OpenTracker(surroundings);
            var result = await DecideAsync(project.Checklists, request, session, cancellation);
            GateText.Write(result, session.Tracker.Description, call.GetValue(details) ? GateDetail.Everything : GateDetail.Items, surroundings.Output);
            return result.Holds ? ExitCode.Findings : ExitCode.Success;
        });
        return command;
    }

    public static async Task<GateResult> DecideAsync(ImmutableArray<Checklist> checklists, GateRequest request, TrackerSession session, CancellationToken cancellation)
    {
        var facts = await new GateReader(session.Tracker, session.Repository, session.Identities).ReadAsync(checklists, request, cancellation);
        return new GateEvaluator(new ItemStateResolver(session.Identities)).Evaluate(checklists, request, facts);
    }

    /// <summary>Refuses what could not be answered.</summary>
    /// <exception cref="UsageException">A list does not have the stage, or none has the phase: nothing could be said of it.</exception>
    private static void Check(ImmutableArray<Checklist> checklists, GateRequest request)
    {
        if (request.Stage is { } stage && checklists.FirstOrDefault(checklist => checklist.Gate.IndexOf(stage) < 0) is { } without)
        {
            throw new UsageException(
                $"{without.Source.Path} has no stage `{SafeText.Show(stage)}`; it has {string.Join(", ", without.Gate.Stages.Select(known => known.Value))}. Name the checklists that are meant.");
        }

        if (request.Phase is { } phase && !checklists.Any(checklist => checklist.HasPhases && checklist.Sections.Any(section => section.Id?.Value == phase)))
            throw new UsageException($"no checklist has a phase `{SafeText.Show(phase)}`.");
    }
}
