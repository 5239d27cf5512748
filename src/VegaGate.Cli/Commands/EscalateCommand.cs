using System.CommandLine;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Cache;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Cli.Reporting.Notifications;
using VegaGate.Diagnostics;
using VegaGate.Escalation;
using VegaGate.GitHub.Actions;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary>
/// <c>vegagate escalate</c>: tells the people of a level when a blocker has stood long enough, once for each level, and that it is over when it is. Meant for a schedule.
/// </summary>
internal static class EscalateCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var format = ProjectOptions.Choice("--format", "How the notifications are written.", "console", "json");
        var command = new Command("escalate", "Call the people whom a blocker concerns that stays, level by level.");
        var options = ProjectOptions.AddTo(command);
        command.Add(format);
        command.SetAction(async (call, cancellation) =>
        {
            ForeignCode.RefuseToWrite("escalate", surroundings.Step, "Use it on a schedule.");
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings, isCached: true);
            var notices = new List<EscalationNotice>();
            try
            {
                await EscalateAsync(project, session, notices, surroundings, cancellation);
            }
            finally
            {
                // What was said on issues is said: also where a later one failed, those whom it concerns are to hear of it.
                Report(notices, session, isJson: call.GetValue(format) == "json", surroundings);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task EscalateAsync(Project project, TrackerSession session, List<EscalationNotice> notices, Surroundings surroundings, CancellationToken cancellation)
    {
        if (project.Checklists.All(checklist => checklist.Escalation is null))
            return;
        using var turn = session.TakeTurn is null ? null : await session.TakeTurn(cancellation);
        var timelines = session.IsLocal ? null : TimelineFile.Open(Path.Combine(surroundings.Directory, RespondCommand.TimelinePath), session.Tracker.Description);
        var index = await new IssueReader(session.Tracker, session.Identities).ReadAsync(cancellation);
        var escalator = new Escalator(session.Tracker, session.OwnComments, session.Identities);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var release in WalkedReleases.Of(project, index))
        {
            var read = await ProjectFacts.ReadAsync(project with { Release = release }, session, surroundings, cancellation, timelines, index);
            if (read.Facts.Reports.Reports.IsEmpty && !session.IsLocal)
                await escalator.PrepareAsync(cancellation);
            if (read.Facts.Reports.Unread is var unread and > 0)
                surroundings.Step?.Annotate(new Annotation(DiagnosticSeverity.Warning, $"{unread} blocker reports of strangers were not read: close what is noise."));

            // A list that is walked once comes with every release, and is to be told once.
            foreach (var checklist in read.Project.Synced.Where(checklist => checklist.IsPerRelease || done.Add(checklist.Name)))
            {
                await foreach (var outcome in escalator.RunAsync(checklist, read.Project.ReleaseOf(checklist), read.Facts, cancellation))
                    notices.AddRange(outcome.Notices);
            }
        }

        timelines?.Save();
    }

    private static void Report(List<EscalationNotice> notices, TrackerSession session, bool isJson, Surroundings surroundings)
    {
        var json = NotificationsJson.Render(notices);
        if (isJson)
        {
            surroundings.Output.Write(json + "\n");
        }
        else
        {
            foreach (var notice in notices)
                surroundings.Output.Write($"#{notice.Blocker.Issue} {SafeText.Show(NoticeText.Headline(notice))}: {SafeText.Show(string.Join(", ", notice.To.Select(recipient => recipient.Name)))}\n");
            surroundings.Output.Write($"{notices.Count} notification{(notices.Count == 1 ? "" : "s")} ({session.Tracker.Description})\n");
        }

        if (surroundings.Step is { } step)
            StepReport.Escalate(step, notices, json);
    }
}
