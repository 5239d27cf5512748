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
/// <c>vegagate report</c>: the regular status update of lists with phases, while a phase is active, and once after the last one. Meant for a schedule; with <c>--comment</c>
/// it says the update on the tracking issue, and by that knows the next time what was told already.
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
        var comment = new Option<bool>("--comment") { Description = "Say it on the tracking issue too; where the next update is not due, there is none." };
        var file = new Option<string?>("--out") { Description = "Write it to this file instead.", HelpName = "FILE" };
        var print = new Option<bool>("--print-template") { Description = "Print a template with every placeholder, to begin with, and nothing else." };
        var command = new Command("report", "Write the status update of what is being handed over.");
        var options = ProjectOptions.AddTo(command);
        command.Add(format);
        command.Add(since);
        command.Add(comment);
        command.Add(file);
        command.Add(print);
        command.SetAction(async (call, cancellation) =>
        {
            if (call.GetValue(print))
            {
                surroundings.Output.Write(UpdateTemplate.Example);
                return ExitCode.Success;
            }

            if (call.GetValue(comment))
                ForeignCode.RefuseToWrite("report --comment", surroundings.Step, "Use it on a schedule.");
            var asked = new Question(ReadTime(call.GetValue(since)), call.GetValue(comment));
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            // Before anything is asked for: one that cannot be followed is said on the first day, and not when the first phase begins.
            var templates = project.Synced.ToDictionary(checklist => checklist.Name, checklist => FindTemplate(checklist, surroundings), StringComparer.Ordinal);
            using var session = project.OpenTracker(surroundings, isCached: true);
            var index = await new IssueReader(session.Tracker, session.Identities).ReadAsync(cancellation);
            var read = await ProjectFacts.ReadAsync(project, session, surroundings, cancellation, live: index);
            var wanted = new List<WantedUpdate>();
            foreach (var (checklist, result) in PhaseResults.FindAll(read, session))
            {
                var update = await MakeAsync(checklist, result, asked, index, read, session, templates[checklist.Name], cancellation);
                if (update.Formed.Update.IsWanted)
                    wanted.Add(update);
            }

            if (wanted.Count == 0)
                Say("No phase is active, so there is nothing to report.", surroundings);
            await ReportAsync([.. wanted.Where(update => !asked.IsComment || IsDue(update, surroundings))], call.GetValue(format), call.GetValue(file), asked.IsComment, session, surroundings, cancellation);
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

    private static UpdateTemplate? FindTemplate(Checklist checklist, Surroundings surroundings) =>
        checklist is { HasPhases: true, Communication.StatusUpdate.Template: { } path } ? UpdateTemplateFile.Read(path, surroundings) : null;

    private static async Task<WantedUpdate> MakeAsync(
        Checklist checklist, ListResult result, Question asked, IssueIndex index, ProjectFacts read, TrackerSession session, UpdateTemplate? template, CancellationToken cancellation)
    {
        var release = read.Project.ReleaseOf(checklist);
        var plan = checklist.Communication?.StatusUpdate;
        var every = plan?.Every ?? Usually;
        var tracking = index.Find(ItemId.ForTracking(checklist.Name, release).ToString())?.Issue;
        var last = tracking is null ? null : UpdateMark.FindLast(await session.Tracker.ReadTimelineAsync(tracking.Number, cancellation), session.Identities);
        var now = read.Facts.Now;
        // The first one that is kept tells all that was done: what it left out, no later one would tell.
        var first = asked.IsComment && tracking is not null ? tracking.CreatedAt : now - every;
        var question = new UpdateQuestion(asked.Since ?? last ?? first, now) { Escalations = BlockerTime.Escalated(checklist, release, read.Facts) };
        return new WantedUpdate(new FormedUpdate(ProgressUpdate.Of(checklist, release, result, question), template), tracking?.Number, last, last is null || now - last >= every * Enough)
        {
            MissingTemplate = template is null ? plan?.Template : null,
        };
    }

    private static bool IsDue(WantedUpdate update, Surroundings surroundings)
    {
        if (!update.IsDue)
            Say($"{update.Formed.Update.List} was updated at {Instants.Show(update.Last!.Value)}, and the next update is not due yet.", surroundings);
        return update.IsDue;
    }

    private static async Task ReportAsync(
        ImmutableArray<WantedUpdate> due, string? format, string? file, bool isComment, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        if (surroundings.Step is { } running)
            running.SetOutput("active", due.IsEmpty ? "false" : "true");
        if (due.IsEmpty)
        {
            if (format == "json")
                surroundings.Output.Write(UpdateJson.Render([], session.Tracker.Description) + "\n");
            return;
        }

        foreach (var update in due.Where(update => update.MissingTemplate is not null))
            Say($"{update.MissingTemplate}, the template of {update.Formed.Update.List}, does not exist, so the update has the form that is built in; `vegagate report --print-template` prints one to begin with.", surroundings);
        var forms = due.Select(update => update.Formed).ToImmutableArray();
        var updates = forms.Select(formed => formed.Update).ToImmutableArray();
        var text = format switch
        {
            "json" => UpdateJson.Render(updates, session.Tracker.Description) + "\n",
            "slack" => UpdateSlack.Render(updates) + "\n",
            "email" => UpdateEmail.Render(forms),
            _ => string.Join('\n', forms.Select(formed => formed.Markdown)),
        };
        if (file is null)
            surroundings.Output.Write(format is "json" or "slack" ? text : UpdateText.Shown(text));
        else if (NewFile.TryWrite(Path.GetFullPath(file, surroundings.Directory), text, overwrites: true) is { } problem)
            throw new UsageException($"{SafeText.Show(file)} {problem}.");
        if (surroundings.Step is { } step)
            StepReport.Update(step, forms);
        if (isComment)
            await CommentAsync(due, session, surroundings, cancellation);
    }

    private static async Task CommentAsync(ImmutableArray<WantedUpdate> due, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        foreach (var update in due)
        {
            if (update.Tracking is { } number)
                await session.Tracker.AddCommentAsync(number, $"{UpdateMark.Of(update.Formed.Update.At)}\n{update.Formed.Markdown}", cancellation);
            else
                Say($"{update.Formed.Update.List} has no tracking issue yet, so nothing is said there: run `vegagate apply`.", surroundings);
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

    /// <summary>What the call asks for.</summary>
    /// <param name="Since">Null: since the last update.</param>
    private sealed record Question(DateTimeOffset? Since, bool IsComment);

    /// <summary>An update with where it is said.</summary>
    /// <param name="Tracking">The number of the tracking issue; null where there is none.</param>
    /// <param name="Last">When the one before was said there; null where there was none.</param>
    private sealed record WantedUpdate(FormedUpdate Formed, int? Tracking, DateTimeOffset? Last, bool IsDue)
    {
        /// <summary>The path of the template that the list names and that is not there; null otherwise.</summary>
        public string? MissingTemplate { get; init; }
    }
}
