using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Cache;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;
using VegaGate.GitHub.Actions;
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
    /// <summary>The fixed name of the commit status: a later one replaces the earlier.</summary>
    private const string StatusContext = "vegagate";

    private const int MaxDescription = 140;

    /// <summary>Kept by the action between runs; losing it costs requests and nothing else.</summary>
    private const string TimelinePath = ".vegagate/cache/timelines.json";

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
            await RespondAsync(project, session, payload?.Issue?.Number, timelines, surroundings, cancellation);
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

    private static async Task RespondAsync(Project project, TrackerSession session, int? number, TimelineFile? timelines, Surroundings surroundings, CancellationToken cancellation)
    {
        var index = await new IssueReader(session.Tracker, session.Identities).ReadAsync(cancellation);
        var results = ImmutableArray.CreateBuilder<ListResult>();
        var news = new List<TrackingUpdate>();
        var isUntracked = false;
        foreach (var release in ReleasesOf(project, index, number))
        {
            var read = await ProjectFacts.ReadAsync(project with { Release = release }, session, surroundings, cancellation, timelines, index);
            var facts = await AnswerAsync(read, session, number, timelines, surroundings, cancellation);
            var lists = new GateEvaluator(new ItemStateResolver(session.Identities), project.Configuration.Severities).Evaluate(read.Project.Checklists, new GateRequest(null, null, release), facts).Lists;
            foreach (var (checklist, list) in read.Project.Checklists.Zip(lists).Where(pair => read.Project.Synced.Contains(pair.First)))
            {
                var walked = read.Project.ReleaseOf(checklist);
                if (TrackingIssueWriter.Compare(index, checklist.Name, walked, Describe(list, TrackingMatrix.Of(checklist, walked, list), surroundings)) is { } update)
                    news.Add(update);
                isUntracked |= index.Find(ItemId.ForTracking(checklist.Name, walked).ToString()) is null;
            }

            results.AddRange(lists);
        }

        // The tracking issues last: while they say what the gate says, the commit has its status, and nobody need ask for it.
        await PublishAsync(new GateResult(results.ToImmutable()), isUntracked || news.Count > 0, session, surroundings, cancellation);
        foreach (var update in news)
            await new TrackingIssueWriter(session.Tracker).WriteAsync(update, cancellation);
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

    /// <summary>Answers on the issue of the event, or without one on all, and gives the facts as they are then.</summary>
    private static async Task<GateFacts> AnswerAsync(
        ProjectFacts read, TrackerSession session, int? number, TimelineFile? timelines, Surroundings surroundings, CancellationToken cancellation)
    {
        var responder = new Responder(session.Tracker, new ItemStateResolver(session.Identities), session.Identities);
        var issues = read.Facts.Issues.ToDictionary();
        var answered = 0;
        var looked = 0;
        foreach (var item in KnownItem.Of(read.Project, read.Facts.Authors))
        {
            if (!issues.TryGetValue(item.Scope.Id, out var known) || number is not null && known.Issue.Number != number)
                continue;
            looked++;
            var response = await responder.RespondAsync(item.Scope, item.Policy, item.Fingerprint, known, cancellation);
            if (!response.HasWritten)
                continue;
            answered++;
            issues[item.Scope.Id] = response.Facts;

            // A reaction does not count as a change of the issue, and would be given again.
            if (response.Facts.Issue.UpdatedAt == known.Issue.UpdatedAt)
                timelines?.Keep(response.Facts.Issue, session.Tracker.Now, response.Facts.Timeline);
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
        var blocked = items.Count(item => item is { Holds: true, Reason: ReasonCode.Blocked });
        return new SectionProgress(
            title,
            items.Count(item => item.Verdict == Verdict.Pass),
            items.Count(item => item.Holds) - blocked,
            blocked,
            items.Count(item => item.Verdict == Verdict.Waived),
            items.Count(item => item.Verdict == Verdict.NotApplicable),
            [.. items.Where(item => item.Holds).SelectMany(item => item.WaitsFor).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Says at the commit of the default branch what the gate says now.</summary>
    private static async Task PublishAsync(GateResult result, bool isNews, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        surroundings.Output.Write($"decision: {result.Decision} ({result.Reason.ToWord()}), {result.OpenItems} items not clear\n");
        if (surroundings.Step is not { } step)
            return;
        StepReport.Gate(step, result, session.Tracker.Description);
        if (session.IsLocal || !isNews || step.Environment.Sha is not { } sha)
            return;
        var description = result.Holds ? $"Hold: {result.OpenItems} items not clear ({result.Reason.ToWord()})" : "Pass: every required item has passed";
        var status = new CommitStatus(result.Holds ? CommitState.Pending : CommitState.Success, StatusContext, description[..Math.Min(description.Length, MaxDescription)], step.Environment.RunUrl);
        try
        {
            if (await session.Repository.FindStatusAsync(sha, StatusContext, cancellation) is not { } present || present.State != status.State || present.Description != status.Description)
                await session.Repository.PublishStatusAsync(sha, status, cancellation);
        }
        catch (TrackerException failure) when (failure.Failure == TrackerFailure.Forbidden)
        {
            step.Annotate(new Annotation(Diagnostics.DiagnosticSeverity.Notice, $"The commit status was not set: {SafeText.Show(failure.Message)}"));
        }
    }
}
