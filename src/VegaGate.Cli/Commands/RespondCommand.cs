using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Cache;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Releasing;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;
using VegaGate.Gate.Blocking;
using VegaGate.Phases;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary>
/// <c>vegagate respond</c>: lets issues show the state that they are in, after somebody closed, reopened or commented. In a run for an event it answers on
/// that event's issue, otherwise on all. Then it says, in the tracking issues and at the commit, what the gate says now.
/// </summary>
internal static class RespondCommand
{
    /// <summary>Kept by the action between runs; losing it costs requests and nothing else.</summary>
    internal const string TimelinePath = ".vegagate/cache/timelines.json";

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
            var timelines = session.IsLocal ? null : TimelineFile.Open(Path.Combine(surroundings.Directory, TimelinePath), session.Tracker.Description);
            await RespondAsync(project, options.PathsOf(call), session, payload?.Issue?.Number, timelines, surroundings, cancellation);
            timelines?.Save();
            return ExitCode.Success;
        });
        return command;
    }

    private static int Say(string text, Surroundings surroundings)
    {
        surroundings.Output.Write($"nothing to do: {text}\n");
        return ExitCode.Success;
    }

    private static async Task RespondAsync(
        Project project, string[] paths, TrackerSession session, int? number, TimelineFile? timelines, Surroundings surroundings, CancellationToken cancellation)
    {
        var index = await new IssueReader(session.Tracker, session.Identities).ReadAsync(cancellation);
        var results = ImmutableArray.CreateBuilder<ListResult>();
        var news = new List<TrackingUpdate>();
        var isUntracked = false;
        foreach (var release in WalkedReleases.Of(project, index, number))
        {
            var read = await ProjectFacts.ReadAsync(project with { Release = release }, session, surroundings, cancellation, timelines, index, isDecision: true);
            var facts = await AnswerAsync(read, session, number, timelines, surroundings, cancellation);
            var evaluator = GateAnswer.EvaluatorOf(project, session);
            var lists = evaluator.Evaluate(read.Project.Checklists, new GateRequest(null, null, release), facts).Lists;
            foreach (var (checklist, list) in read.Project.Checklists.Zip(lists).Where(pair => read.Project.Synced.Contains(pair.First)))
            {
                var walked = read.Project.ReleaseOf(checklist);
                if (TrackingIssueWriter.Compare(index, checklist.Name, walked, Describe(list, TrackingMatrix.Of(checklist, walked, list), surroundings)) is { } update)
                    news.Add(update);
                isUntracked |= index.Find(ItemId.ForTracking(checklist.Name, walked).ToString()) is null;
            }

            // The tracking issue shows every item; the commit, whether a release would go.
            results.AddRange(project.Configuration.Release?.Stage is { } stage && read.Project.With(stage) is { IsEmpty: false } asked ? evaluator.Evaluate(asked, new GateRequest(stage, null, release), facts).Lists : lists);
        }

        // The tracking issues last: while they say what the gate says, the commit has its status, and nobody need ask for it.
        await PublishAsync(new GateResult(results.ToImmutable()), isUntracked || news.Count > 0, project, paths, index, session, timelines, surroundings, cancellation);
        foreach (var update in news)
            await new TrackingIssueWriter(session.Tracker).WriteAsync(update, cancellation);
    }

    /// <summary>Answers on the issue of the event, or without one on all, and gives the facts as they are then.</summary>
    private static async Task<GateFacts> AnswerAsync(
        ProjectFacts read, TrackerSession session, int? number, TimelineFile? timelines, Surroundings surroundings, CancellationToken cancellation)
    {
        var responder = new Responder(session.Tracker, new ItemStateResolver(session.Identities), session.Identities);
        var issues = read.Facts.Issues.ToDictionary();
        var handoffs = HandoffVerdicts.Of(read, session);
        var answered = 0;
        var looked = 0;
        // What is said on a report is said of the item that it keeps.
        var reported = read.Facts.Blockers.Where(blocker => blocker.IsReport && blocker.Issue == number).Select(blocker => blocker.Item).ToHashSet();
        foreach (var item in KnownItem.Of(read.Project, read.Facts.Authors))
        {
            if (!issues.TryGetValue(item.Scope.Id, out var known) || number is not null && known.Issue.Number != number && !reported.Contains(item.Scope.Id) && !item.MayLapse(known))
                continue;
            looked++;
            var response = await responder.RespondAsync(item.Scope, item.Policy, item.Fingerprint, known, cancellation, handoffs.GetValueOrDefault(item.Scope.Id));
            if (!response.HasWritten)
                continue;
            answered++;
            issues[item.Scope.Id] = response.Facts;

            // A reaction does not count as a change of the issue, and would be given again.
            if (response.Facts.Issue.UpdatedAt == known.Issue.UpdatedAt)
                timelines?.Keep(response.Facts.Issue, session.Tracker.Now, response.Facts.Timeline);
        }

        var reports = new ReportResponder(session.Tracker, read.Project.Checklists, session.Identities);
        foreach (var report in read.Facts.Reports.Reports.Where(report => number is null || report.Issue.Number == number))
        {
            looked++;
            answered += await reports.RespondAsync(report, read.Facts.Blockers, cancellation) ? 1 : 0;
        }

        surroundings.Output.Write($"{looked} issue{(looked == 1 ? "" : "s")} looked at, {answered} answered ({session.Tracker.Description})\n");
        return read.Facts with { Issues = issues };
    }

    /// <summary>Where a list stands, for its tracking issue; with the commit, so that a new one is news.</summary>
    private static string Describe(ListResult list, TrackingMatrix matrix, Surroundings surroundings)
    {
        var commit = surroundings.Step?.Environment.Sha is { Length: > 7 } sha ? $", for the commit {sha[..7]}" : "";
        var holding = list.Items.Count(item => item.Holds);
        var decision = list.Holds ? $"Hold: {holding} of {list.Items.Length} not clear{commit}" : $"Pass: every required item has passed{commit}";
        var progress = TrackingProgress.Render(decision, [.. list.Items.GroupBy(item => item.Section, StringComparer.Ordinal).Select(section => ProgressOf(section.Key, [.. section]))]);
        return matrix.Rows.IsEmpty ? progress : $"{progress}\n\n{MatrixMarkdown.Table(matrix).TrimEnd('\n')}";
    }

    private static SectionProgress ProgressOf(string title, ImmutableArray<ItemVerdict> items)
    {
        var blocked = items.Count(item => item is { Holds: true, Reason: ReasonCode.Blocked or ReasonCode.BlockerOpen });
        return new SectionProgress(
            title,
            items.Count(item => item.Verdict == Verdict.Pass),
            items.Count(item => item.Holds) - blocked,
            blocked,
            items.Count(item => item.Verdict == Verdict.Waived),
            items.Count(item => item.Verdict == Verdict.NotApplicable),
            [.. items.Where(item => item.Holds).SelectMany(item => item.WaitsFor).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Says what the gate says now, and lets go what it held and holds no more.</summary>
    private static async Task PublishAsync(
        GateResult result, bool isNews, Project project, string[] paths, IssueIndex index, TrackerSession session, TimelineFile? timelines, Surroundings surroundings, CancellationToken cancellation)
    {
        surroundings.Output.Write($"decision: {result.Decision} ({result.Reason.ToWord()}), {result.OpenItems} items not clear\n");
        if (surroundings.Step is not { } step)
            return;
        StepReport.Gate(step, result, session.Tracker.Description);
        var held = project.Configuration.Release is { } workflow && session is { WorkflowRuns: { } runs, Commits: { } commits }
            ? await new HeldReleases(project, paths, session, runs, commits, step, surroundings).LetGoAsync(workflow, index, timelines, cancellation)
            : [];
        if (isNews && !session.IsLocal && step.Environment.Sha is { } sha && !held.Contains(sha, StringComparer.Ordinal))
            await new PublishedDecision(project, session, step).PublishAsync(result, sha, cancellation);
    }
}
