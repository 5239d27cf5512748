using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;
using VegaGate.Gate.Commands;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate say</c>: comments on an item's issue, closes or reopens it, and shows what came of it.</summary>
internal static class SayCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var id = new Argument<string>("ID") { Description = "The item: its id, or list/id where several lists have it." };
        var text = new Argument<string?>("TEXT") { Description = $"A comment; a line that begins with a command counts: {string.Join(", ", CommentCommands.All.Select(known => known.Usage))}.", Arity = ArgumentArity.ZeroOrOne };
        var speaker = new Option<string?>("--as") { Description = "Who speaks, by the name in the file or a login. Embedded tracker only.", HelpName = "NAME" };
        var close = new Option<bool>("--close") { Description = "Close the issue as completed." };
        var reopen = new Option<bool>("--reopen") { Description = "Open the issue again." };
        var paths = new Option<string[]>("--checklists") { Description = "Where the checklists are.", HelpName = "PATH", DefaultValueFactory = _ => ["checklists"] };
        var command = new Command("say", "Speak on an item: sign off, block, take back.") { id, text, speaker, close, reopen };
        var options = ProjectOptions.AddTo(command, paths);
        command.SetAction(async (call, cancellation) =>
        {
            if (call.GetValue(close) && call.GetValue(reopen) || call.GetValue(text) is null && !call.GetValue(close) && !call.GetValue(reopen))
                throw new UsageException("say what: a TEXT, --close, or --reopen.");
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings);
            project = project with { Checklists = (await TeamMembership.ReadAsync(project.Checklists, session.Teams, cancellation)).Checklists };
            var item = KnownItem.Find(call.GetValue(id)!, project);
            var actor = FindSpeaker(call.GetValue(speaker), item.Scope, session);
            var tracker = session.ActAs is { } actAs ? actAs(actor) : session.Tracker;
            var number = await FindIssueAsync(item, session, cancellation);
            if (call.GetValue(text) is { } body)
                await tracker.AddCommentAsync(number, body, cancellation);
            if (call.GetValue(close) || call.GetValue(reopen))
                await tracker.UpdateIssueAsync(number, new IssueUpdate { IsOpen = call.GetValue(reopen), CloseAs = call.GetValue(close) ? CloseReason.Completed : null }, cancellation);
            return await AnswerAsync(item, number, actor, tracker.Now, project, session, surroundings, cancellation);
        });
        return command;
    }

    private static Actor FindSpeaker(string? name, ItemScope scope, TrackerSession session)
    {
        if (!session.IsLocal)
            return name is null ? session.Tracker.Identity : throw new UsageException("on GitHub everybody speaks with a token of their own: leave --as out.");
        if (name is null)
            throw new UsageException("say who speaks: --as NAME.");
        if (scope.People.FindPerson(name) is not { } person)
            return new Actor(name, 0, IsBot: name.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase));
        return person.Login is { } login ? new Actor(login.Value, person.Id ?? 0, IsBot: false) : throw new UsageException($"{person.Name} has no GitHub account in the file, and so cannot speak.");
    }

    private static async Task<int> FindIssueAsync(KnownItem item, TrackerSession session, CancellationToken cancellation) =>
        (await ReadAsync(item, session, cancellation))?.Issue.Number ?? throw new UsageException($"{item.Scope.Id} has no issue yet: run `vegagate apply` first.");

    private static async Task<MarkedIssue?> ReadAsync(KnownItem item, TrackerSession session, CancellationToken cancellation) =>
        (await new IssueReader(session.Tracker, session.Identities).ReadAsync(cancellation)).Find(item.Scope.Id.ToString());

    /// <summary>Reads the state anew, lets the issue show it, and says what was refused.</summary>
    private static async Task<int> AnswerAsync(KnownItem item, int number, Actor actor, DateTimeOffset saidAt, Project project, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        var marked = await ReadAsync(item, session, cancellation) ?? throw new TrackerException(TrackerFailure.Unreachable, $"#{number} is gone.");
        var facts = new IssueFacts(marked, await session.Tracker.ReadTimelineAsync(number, cancellation));
        var responder = new Responder(session.Tracker, new ItemStateResolver(session.Identities), session.Identities);
        var read = item.Checklist.HasPhases && (session.IsLocal || item.Scope.IsHandoff) ? await ProjectFacts.ReadAsync(project, session, surroundings, cancellation, isDecision: true) : null;
        var handoffs = read is null ? [] : HandoffVerdicts.Of(read, session);
        var handoff = handoffs.GetValueOrDefault(item.Scope.Id);
        var early = responder.RefuseEarly(item.Scope, item.Policy, facts, handoff);
        if (session.IsLocal)
            facts = await ShowAsync(item, facts, read, handoffs, responder, session, cancellation);
        var state = responder.Resolve(item.Scope, item.Policy, facts, handoff);
        var refusals = state.Ledger.Refusals.Concat(early).Where(refusal => refusal.At == saidAt && refusal.Actor.IsSameAs(actor)).ToImmutableArray();
        foreach (var refusal in refusals)
            surroundings.Error.Write($"not counted: {SafeText.Show(refusal.Text)}\n");
        surroundings.Output.Write($"{item.Scope.Id} is {state.Status.ToWord()}{Besides(item.Scope, state)} ({session.Tracker.Description})\n");
        if (state.Ledger.Questions.Any(question => question.At == saidAt))
            WriteHelp(actor, item.Scope, surroundings.Output);
        return refusals.IsEmpty ? ExitCode.Success : ExitCode.Findings;
    }

    /// <summary>Nobody else answers on the embedded tracker: the issue shows its state, and so does a hand-off that was closed before.</summary>
    private static async Task<IssueFacts> ShowAsync(
        KnownItem item, IssueFacts facts, ProjectFacts? read, IReadOnlyDictionary<ItemId, ItemVerdict> handoffs, Responder responder, TrackerSession session, CancellationToken cancellation)
    {
        if (!item.Scope.IsHandoff && StatusProjection.Of(facts, responder.Resolve(item.Scope, item.Policy, facts, null)) is { } update)
            await session.Tracker.UpdateIssueAsync(facts.Issue.Number, update, cancellation);
        foreach (var other in read is null ? [] : KnownItem.Of(read.Project, read.Facts.Authors))
        {
            var isMeant = other.Scope.Id == item.Scope.Id;
            if (!other.Scope.IsHandoff || !read!.Facts.Issues.TryGetValue(other.Scope.Id, out var known) || !isMeant && !other.MayLapse(known))
                continue;
            var response = await responder.RespondAsync(other.Scope, other.Policy, other.Fingerprint, known, cancellation, handoffs.GetValueOrDefault(other.Scope.Id));
            if (isMeant)
                facts = response.Facts;
        }

        return facts;
    }

    private static string Besides(ItemScope scope, ItemState state)
    {
        if (state.NotApplicable is not null)
            return ", and does not apply";
        if (state.Waiver is { } waiver)
            return $", and waived until {waiver.Until:O}";
        if (state.Ledger.Words.OfType<NotApplicableWord>().Any())
            return "; that it does not apply takes an owner and an approver, and one of them has said so";
        return state.Missing.IsEmpty || state.SignOffs.IsEmpty ? "" : $"; still missing: {SafeText.Show(scope.Describe(state.Missing))}";
    }

    private static void WriteHelp(Actor actor, ItemScope scope, TextWriter output)
    {
        var commands = CommentCommands.OpenTo(actor, scope);
        var width = commands.Max(command => command.Usage.Length);
        output.Write($"{SafeText.Show(actor.Login)} may say here:\n");
        foreach (var command in commands)
            output.Write($"  {command.Usage.PadRight(width)}  {command.Summary}\n");
    }
}
