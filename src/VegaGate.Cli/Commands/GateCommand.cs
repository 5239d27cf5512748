using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Evidence;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary>
/// <c>vegagate gate</c>: may it go? Exit code 0 when it may, 1 when it is held. On a pull request it speaks of what would be released now, and
/// only reports unless the configuration, or a release branch, makes it block.
/// </summary>
internal static class GateCommand
{
    private const string ReleaseBranches = "release/";

    public static Command Create(Surroundings surroundings)
    {
        var stage = new Option<string?>("--for") { Description = "The stage to be let through; the last one unless said.", HelpName = "STAGE" };
        var phase = new Option<string?>("--phase") { Description = "Only this phase.", HelpName = "ID" };
        var sha = new Option<string?>("--sha") { Description = "The commit that is released: it must be in a protected branch.", HelpName = "SHA" };
        var details = new Option<bool>("--details") { Description = "Every item with its verdict, reason and sentence." };
        var kept = new Option<string?>("--evidence") { Description = "Keep in a file what the decision rests on; beside it, the same for people as a .md.", HelpName = "FILE.json" };
        var format = ProjectOptions.Choice("--format", "How the answer is written.", "console", "json", "markdown");
        var command = new Command("gate", "Decide whether the release may go. Exit code 1 when it is held.");
        var options = ProjectOptions.AddTo(command);
        command.Add(stage);
        command.Add(phase);
        command.Add(sha);
        command.Add(details);
        command.Add(kept);
        command.Add(format);
        command.SetAction(async (call, cancellation) =>
        {
            ForeignCode.RefuseToDecide(surroundings.Step);
            var request = new GateRequest(call.GetValue(stage), call.GetValue(phase), call.GetValue(options.Release), call.GetValue(sha) ?? ReleasedCommit(surroundings.Step));
            var evidence = GateEvidence.Open(call.GetValue(kept), surroundings);
            if (Project.Load(options, call, surroundings) is not { } project)
            {
                var invalid = GateResult.Unknown(ReasonCode.ChecklistInvalid, "A checklist has errors: see the annotations.");
                evidence?.KeepInvalid(request, invalid);
                if (surroundings.Step is { } step)
                    StepReport.Gate(step, invalid, "not asked");
                return ExitCode.Findings;
            }

            Check(project.Checklists, request);
            using var session = project.OpenTracker(surroundings);
            var tracker = session.Tracker.Description;
            var (input, result, failure) = await TryDecideAsync(project, request, session, surroundings, cancellation);
            evidence?.Keep(request, project, session, input, result);
            Write(result, tracker, call.GetValue(format), call.GetValue(details), surroundings);
            if (surroundings.Step is { } running)
                StepReport.Gate(running, result, tracker);
            if (failure is not null)
                throw new TrackerException(failure.Failure == TrackerFailure.RateLimited ? TrackerFailure.Unreachable : failure.Failure, failure.Message);
            return result.Holds && IsBlocking(surroundings.Step, project.Configuration.PullRequestGate) ? ExitCode.Findings : ExitCode.Success;
        });
        return command;
    }

    /// <summary>Reads everything anew and decides.</summary>
    public static async Task<(GateInput Input, GateResult Result)> DecideAsync(Project project, GateRequest request, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        var input = await session.ReaderOf(surroundings, openProbes: session.ProbesOf(project.Configuration, surroundings, request.Sha)).ReadAsync(project.Checklists, request, cancellation);
        return (input, new GateEvaluator(new ItemStateResolver(session.Identities), project.Configuration.Severities).Evaluate(input.Checklists, request, input.Facts));
    }

    /// <summary>What cannot be read holds, and says so; the failure goes on to the exit code.</summary>
    private static async Task<(GateInput? Input, GateResult Result, TrackerException? Failure)> TryDecideAsync(
        Project project, GateRequest request, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        try
        {
            var (input, result) = await DecideAsync(project, request, session, surroundings, cancellation);
            return (input, result, null);
        }
        catch (TrackerException failure)
        {
            return (null, GateResult.Unknown(ReasonCode.TrackerUnreachable, failure.Message), failure);
        }
    }

    private static void Write(GateResult result, string tracker, string? format, bool isDetailed, Surroundings surroundings)
    {
        switch (format)
        {
            case "json":
                surroundings.Output.Write(GateJson.Render(result, tracker) + "\n");
                break;
            case "markdown":
                surroundings.Output.Write(GateMarkdown.Render(result, tracker));
                break;
            default:
                GateText.Write(result, tracker, isDetailed ? GateDetail.Everything : GateDetail.Items, surroundings.Output);
                break;
        }
    }

    /// <summary>Outside a proposal, the commit of the run is what would be released.</summary>
    private static string? ReleasedCommit(ActionsStep? step) => step is { IsProposal: false, Environment.EventName: "push" or "release" or "workflow_dispatch" } ? step.Environment.Sha : null;

    private static bool IsBlocking(ActionsStep? step, string? configured) =>
        step is not { IsProposal: true } || (configured is null ? step.BaseBranch is { } branch && branch.StartsWith(ReleaseBranches, StringComparison.Ordinal) : configured == "block");

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
