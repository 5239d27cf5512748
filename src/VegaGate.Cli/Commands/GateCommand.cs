using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Cache;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Evidence;
using VegaGate.Cli.Releasing;
using VegaGate.Cli.Reporting;
using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary>
/// <c>vegagate gate</c>: may it go? Exit code 0 when it may, 1 when it is held. On a pull request it speaks of what would be released now, and
/// only reports unless the configuration, or a release branch, makes it block.
/// </summary>
internal static class GateCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var stage = new Option<string?>("--for") { Description = "The stage to be let through; the last one unless said.", HelpName = "STAGE" };
        var phase = new Option<string?>("--phase") { Description = "Only this phase.", HelpName = "ID" };
        var sha = new Option<string?>("--sha") { Description = "The commit that is released: it must be in a protected branch.", HelpName = "SHA" };
        var wait = new Option<string?>("--wait") { Description = "Ask again for so long while it holds, such as 30m or 2h.", HelpName = "DURATION" };
        var isOverriding = new Option<bool>("--override") { Description = "Let it go although it holds: for people named under `gate.break-glass`, and for this one decision." };
        var reason = new Option<string?>("--reason") { Description = "Why it is overridden; everybody reads it on the tracking issue.", HelpName = "TEXT" };
        var speaker = new Option<string?>("--as") { Description = "Who overrides, by the name in the file or a login. Embedded tracker only.", HelpName = "NAME" };
        var details = new Option<bool>("--details") { Description = "Every item with its verdict, reason and sentence." };
        var kept = new Option<string?>("--evidence") { Description = "Keep in a file what the decision rests on; beside it, the same for people as a .md.", HelpName = "FILE.json" };
        var format = Answer.FormatOption();
        var command = new Command("gate", "Decide whether the release may go. Exit code 1 when it is held.");
        var options = ProjectOptions.AddTo(command);
        command.Add(stage);
        command.Add(phase);
        command.Add(sha);
        command.Add(wait);
        command.Add(isOverriding);
        command.Add(reason);
        command.Add(speaker);
        command.Add(details);
        command.Add(kept);
        command.Add(format);
        command.SetAction(async (call, cancellation) =>
        {
            ForeignCode.RefuseToDecide(surroundings.Step);
            var patience = GateWait.Read(call.GetValue(wait));
            var glass = BreakGlass.Read(call.GetValue(isOverriding), call.GetValue(reason), call.GetValue(speaker));
            if (glass is not null && patience is not null)
                throw new UsageException("--wait and --override exclude each other: who overrides does not wait.");
            if (glass is not null && surroundings.Step is { IsProposal: true })
                throw new UsageException("--override is for a release: a pull request releases nothing.");
            var named = call.GetValue(sha);
            if (named is not null && !CommitId.IsFull(named))
                throw new UsageException($"--sha takes the full id of a commit, not {SafeText.Show(named)}.");
            var request = new GateRequest(call.GetValue(stage), call.GetValue(phase), call.GetValue(options.Release), named ?? ReleasedCommit(surroundings.Step));
            var evidence = GateEvidence.Open(call.GetValue(kept), surroundings);
            if (Project.Load(options, call, surroundings) is not { } project)
            {
                var invalid = GateResult.Unknown(ReasonCode.ChecklistInvalid, "A checklist has errors: see the annotations.");
                evidence?.KeepInvalid(request, invalid);
                if (surroundings.Step is { } step)
                    StepReport.Gate(step, invalid, "not asked");
                return ExitCode.Findings;
            }

            using var session = project.OpenTracker(surroundings);
            if (named is not null && session.Commits is { } commits)
                project = await CommittedLists.LoadAsync(project, named, options.PathsOf(call), commits, surroundings, cancellation);
            Check(project.Checklists, request);
            var answers = patience is null ? null : new AnswersOfThisRun();
            var answer = await new GateWait(patience, surroundings).AskAsync(() => AskAsync(project, request, answers, surroundings, cancellation), cancellation);
            if (answer.Result.Holds && glass is not null)
                answer = await glass.ApplyAsync(answer, project, request, session, surroundings, cancellation);
            // Before anybody is told: what cannot be kept lets nothing through.
            evidence?.Keep(request, project, session, answer.Input, answer.Result);
            Write(answer.Result, answer.Tracker, call.GetValue(format), call.GetValue(details), surroundings);
            if (surroundings.Step is { } running)
                await ReportAsync(answer, request, session, running, cancellation);
            if (answer.Failure is { } failure)
                throw new TrackerException(failure.Failure == TrackerFailure.RateLimited ? TrackerFailure.Unreachable : failure.Failure, failure.Message);
            return answer.Result.Holds && IsBlocking(surroundings.Step, project.Configuration) ? ExitCode.Findings : ExitCode.Success;
        });
        return command;
    }

    /// <summary>Each asking is a session of its own: nothing that was found out before is taken for true.</summary>
    private static async Task<GateAnswer> AskAsync(Project project, GateRequest request, AnswersOfThisRun? answers, Surroundings surroundings, CancellationToken cancellation)
    {
        using var session = project.OpenTracker(surroundings, answers: answers);
        return await GateAnswer.AskAsync(project, request, session, surroundings, cancellation);
    }

    private static async Task ReportAsync(GateAnswer answer, GateRequest request, TrackerSession session, ActionsStep step, CancellationToken cancellation)
    {
        StepReport.Gate(step, answer.Result, answer.Tracker);
        if (request.Sha is { } sha && !session.IsLocal)
            await GateStatus.SetAsync(answer, sha, session, step, cancellation);
    }

    private static void Write(GateResult result, string tracker, string? format, bool isDetailed, Surroundings surroundings) => Answer.Write(
        format,
        surroundings.Output,
        output => GateText.Write(result, tracker, isDetailed ? GateDetail.Everything : GateDetail.Items, output),
        () => GateJson.Render(result, tracker),
        () => GateMarkdown.Render(result, tracker));

    /// <summary>Outside a proposal, the commit of the run is what would be released.</summary>
    private static string? ReleasedCommit(ActionsStep? step) => step is { IsProposal: false } ? step.Environment.Sha : null;

    private static bool IsBlocking(ActionsStep? step, ProjectConfiguration configuration) => step is not { IsProposal: true } || configuration.BlocksPullRequestsInto(step.BaseBranch);

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
