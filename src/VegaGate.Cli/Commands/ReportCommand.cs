using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Cli.Reporting.Updates;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Gate;
using VegaGate.GitHub.Actions;
using VegaGate.Phases;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary>
/// <c>vegagate report</c>: the regular status update of lists with phases, while a phase is active. Meant for a schedule; with <c>--comment</c> it says the update on the
/// tracking issue, and by that knows the next time what was told already.
/// </summary>
internal static class ReportCommand
{
    private static readonly TimeSpan Usually = TimeSpan.FromDays(1);

    /// <summary>Of the time between two updates: a schedule comes a little early or late, and is not to leave one out for that.</summary>
    private const double Enough = 0.9;

    public static Command Create(Surroundings surroundings)
    {
        var format = ProjectOptions.Choice("--format", "How the update is written; `update` is Markdown.", "update", "json", "slack", "email");
        var since = new Option<string?>("--since") { Description = "From when on something is news; the last update on the tracking issue unless said.", HelpName = "TIME" };
        var comment = new Option<bool>("--comment") { Description = "Say it on the tracking issue too, when the next update is due." };
        var file = new Option<string?>("--out") { Description = "Write it to this file instead.", HelpName = "FILE" };
        var command = new Command("report", "Write the status update of what is being handed over.");
        var options = ProjectOptions.AddTo(command);
        command.Add(format);
        command.Add(since);
        command.Add(comment);
        command.Add(file);
        command.SetAction(async (call, cancellation) =>
        {
            if (call.GetValue(comment))
                ForeignCode.RefuseToWrite("report --comment", surroundings.Step, "Use it on a schedule.");
            var from = ReadTime(call.GetValue(since));
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings, isCached: true);
            var index = await new IssueReader(session.Tracker, session.Identities).ReadAsync(cancellation);
            var read = await ProjectFacts.ReadAsync(project, session, surroundings, cancellation, live: index);
            var due = new List<DueUpdate>();
            foreach (var (checklist, result) in PhaseResults.FindAll(read, session))
            {
                var update = await MakeAsync(checklist, result, from, index, read, session, cancellation);
                if (update.Update.IsActive)
                    due.Add(update);
            }

            await ReportAsync([.. due], call.GetValue(format), call.GetValue(file), call.GetValue(comment), session, surroundings, cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static DateTimeOffset? ReadTime(string? text)
    {
        if (text is null)
            return null;
        if (Scalars.ParseDate(text) is { } day)
            return new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return Scalars.ParseInstant(text) ?? throw new UsageException("--since takes a time in UTC such as 2026-12-31T08:00:00Z, or a date.");
    }

    private static async Task<DueUpdate> MakeAsync(
        Checklist checklist, ListResult result, DateTimeOffset? from, IssueIndex index, ProjectFacts read, TrackerSession session, CancellationToken cancellation)
    {
        var release = read.Project.ReleaseOf(checklist);
        var every = checklist.Communication?.StatusUpdate?.Every ?? Usually;
        var tracking = index.Find(ItemId.ForTracking(checklist.Name, release).ToString())?.Issue.Number;
        var last = tracking is { } number ? UpdateMark.FindLast(await session.Tracker.ReadTimelineAsync(number, cancellation), session.Identities) : null;
        var now = read.Facts.Now;
        var question = new UpdateQuestion(from ?? last ?? now - every, now) { Escalations = BlockerTime.Escalated(checklist, release, read.Facts) };
        return new DueUpdate(ProgressUpdate.Of(checklist, release, result, question), tracking, last is null || now - last >= every * Enough);
    }

    private static async Task ReportAsync(
        ImmutableArray<DueUpdate> due, string? format, string? file, bool isComment, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        if (surroundings.Step is { } running)
            running.SetOutput("active", due.IsEmpty ? "false" : "true");
        if (due.IsEmpty)
        {
            if (format == "json")
                surroundings.Output.Write(UpdateJson.Render([], session.Tracker.Description) + "\n");
            Say("No phase is active, so there is nothing to report.", surroundings);
            return;
        }

        var updates = due.Select(update => update.Update).ToImmutableArray();
        var text = format switch
        {
            "json" => UpdateJson.Render(updates, session.Tracker.Description) + "\n",
            "slack" => UpdateSlack.Render(updates) + "\n",
            "email" => UpdateEmail.Render(updates),
            _ => UpdateMarkdown.Render(updates),
        };
        if (file is null)
            surroundings.Output.Write(format is "json" or "slack" ? text : string.Join('\n', text.Split('\n').Select(SafeText.Show)));
        else if (NewFile.TryWrite(Path.GetFullPath(file, surroundings.Directory), text, overwrites: true) is { } problem)
            throw new UsageException($"{SafeText.Show(file)} {problem}.");
        if (surroundings.Step is { } step)
            StepReport.Update(step, updates);
        if (isComment)
            await CommentAsync(due, session, surroundings, cancellation);
    }

    private static async Task CommentAsync(ImmutableArray<DueUpdate> due, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        foreach (var (update, tracking, isDue) in due)
        {
            if (tracking is not { } number)
                Say($"{update.List} has no tracking issue yet, so nothing is said there: run `vegagate apply`.", surroundings);
            else if (!isDue)
                Say($"{update.List} was updated at {Instants.Show(update.Since)}, and the next update is not due yet.", surroundings);
            else
                await session.Tracker.AddCommentAsync(number, $"{UpdateMark.Of(update.At)}\n{UpdateMarkdown.Render(update)}", cancellation);
        }
    }

    /// <summary>A notice: nobody has to do anything, and a schedule does not fail.</summary>
    private static void Say(string text, Surroundings surroundings)
    {
        if (surroundings.Step is { } step)
            step.Annotate(new Annotation(DiagnosticSeverity.Notice, text));
        else
            surroundings.Error.Write($"{SafeText.Show(text)}\n");
    }

    /// <summary>An update with where it is said.</summary>
    /// <param name="Tracking">The number of the tracking issue; null where there is none.</param>
    private sealed record DueUpdate(ProgressUpdate Update, int? Tracking, bool IsDue);
}
