using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;
using VegaGate.GitHub.Actions;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary>
/// <c>vegagate respond</c>: lets issues show the state that they are in, after somebody closed, reopened or commented. In a run for an event it looks at
/// that event's issue, otherwise at all.
/// </summary>
internal static class RespondCommand
{
    /// <summary>The fixed name of the commit status: a later one replaces the earlier.</summary>
    private const string StatusContext = "vegagate";

    private const int MaxDescription = 140;

    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("respond", "Answer what people did on issues: labels, reopening, the gate's status.");
        var options = ProjectOptions.AddTo(command);
        command.SetAction(async (call, cancellation) =>
        {
            ForeignCode.RefuseToWrite("respond", surroundings.Step, "Use it on issues, issue_comment or a schedule.");
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            var payload = surroundings.Step?.Payload;
            if (payload?.Issue is { IsPullRequest: true })
                return Say("a pull request is no item", surroundings);
            using var session = project.OpenTracker(surroundings, isCached: true);
            if (payload?.Sender?.Login is { } sender && session.Identities.Contains(sender, StringComparer.OrdinalIgnoreCase))
                return Say("this was our own doing", surroundings);
            var index = IssueIndex.Build(await session.Tracker.ListIssuesAsync(LabelNames.All, cancellation), session.Identities);
            var number = payload?.Issue?.Number;
            foreach (var release in ReleasesOf(project, index, number))
            {
                var walked = project with { Release = release };
                await AnswerAsync(walked, session, index, number, surroundings, cancellation);
                await PublishAsync(walked, session, surroundings, cancellation);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static int Say(string text, Surroundings surroundings)
    {
        surroundings.Output.Write($"nothing to do: {text}\n");
        return ExitCode.Success;
    }

    /// <summary>An event does not name a release: the issue's identity does. Without an issue, every release that has issues; last, none.</summary>
    private static ImmutableArray<string?> ReleasesOf(Project project, IssueIndex index, int? number)
    {
        if (project.Release is not null)
            return [project.Release];
        var walked = project.LeftOut.Select(checklist => checklist.Name).ToHashSet(StringComparer.Ordinal);
        var releases = index.Issues.Where(marked => number is null || marked.Issue.Number == number)
            .Select(marked => ItemId.Parse(marked.Marker.Identity))
            .Where(id => id?.Release is not null && walked.Contains(id.Checklist))
            .Select(id => id!.Release)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        return releases.IsEmpty ? [null] : releases;
    }

    private static async Task AnswerAsync(Project project, TrackerSession session, IssueIndex index, int? number, Surroundings surroundings, CancellationToken cancellation)
    {
        var responder = new Responder(session.Tracker, new ItemStateResolver(session.Identities), session.Identities);
        var answered = 0;
        var looked = 0;
        foreach (var item in KnownItem.Of(project))
        {
            if (index.Find(item.Scope.Id.ToString()) is not { } marked || number is not null && marked.Issue.Number != number)
                continue;
            looked++;
            var facts = new IssueFacts(marked, await session.Tracker.ReadTimelineAsync(marked.Issue.Number, cancellation));
            if (await responder.RespondAsync(item.Scope, item.Policy, item.Fingerprint, facts, cancellation))
                answered++;
        }

        surroundings.Output.Write($"{looked} issue{(looked == 1 ? "" : "s")} looked at, {answered} answered ({session.Tracker.Description})\n");
    }

    /// <summary>Says at the commit of the default branch what the gate says now.</summary>
    private static async Task PublishAsync(Project project, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        var result = await GateCommand.DecideAsync(project.Checklists, new GateRequest(null, null, project.Release), session, cancellation);
        surroundings.Output.Write($"decision: {result.Decision} ({result.Reason.ToWord()}), {result.OpenItems} items not clear\n");
        if (surroundings.Step is not { } step)
            return;
        StepReport.Gate(step, result, session.Tracker.Description);
        if (session.IsLocal || step.Environment.Sha is not { } sha)
            return;
        var description = result.Holds ? $"Hold: {result.OpenItems} items not clear ({result.Reason.ToWord()})" : "Pass: every required item has passed";
        var status = new CommitStatus(result.Holds ? CommitState.Pending : CommitState.Success, StatusContext, description[..Math.Min(description.Length, MaxDescription)], step.Environment.RunUrl);
        try
        {
            await session.Repository.PublishStatusAsync(sha, status, cancellation);
        }
        catch (TrackerException failure) when (failure.Failure == TrackerFailure.Forbidden)
        {
            step.Annotate(new Annotation(Diagnostics.DiagnosticSeverity.Notice, $"The commit status was not set: {SafeText.Show(failure.Message)}"));
        }
    }
}
