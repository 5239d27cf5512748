using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Gate;
using VegaGate.GitHub.Actions;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Cli.Releasing;

/// <summary>
/// <c>gate --override</c>: somebody whom the file names under <c>gate.break-glass</c> lets a release through that holds. It leaves a comment on the tracking issue of each
/// list that it overrides, before it counts, and it counts for this decision alone.
/// </summary>
/// <param name="Reason">Why, in the words of whoever asks.</param>
/// <param name="SpeakAs">Who asks, on the embedded tracker.</param>
internal sealed record BreakGlass(string Reason, string? SpeakAs)
{
    private const int MaxReason = 1_000;

    /// <summary>As many as somebody reads.</summary>
    private const int MaxItems = 30;

    /// <summary>What was asked for; null: nothing was.</summary>
    /// <exception cref="UsageException">It says only a part.</exception>
    public static BreakGlass? Read(bool isAsked, string? reason, string? speakAs)
    {
        if (!isAsked)
            return reason is null && speakAs is null ? null : throw new UsageException("--reason and --as go with --override.");
        if (string.IsNullOrWhiteSpace(reason))
            throw new UsageException("--override needs --reason TEXT: it is kept for everybody to read.");
        return reason.Length <= MaxReason ? new BreakGlass(reason, speakAs) : throw new UsageException($"--reason takes at most {MaxReason:N0} characters.");
    }

    /// <summary>The answer with the override, or the one that there was, after it was said why not.</summary>
    /// <param name="held">Of a gate that holds.</param>
    public async Task<GateAnswer> ApplyAsync(GateAnswer held, Project project, GateRequest request, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        if (held.Input is not { } input)
            return Refuse(held, "what cannot be read cannot be overridden", surroundings);
        if (Speakers(session, surroundings, input) is not { IsEmpty: false } speakers)
            return Refuse(held, "nobody can tell who asks; override in a workflow, whose run names who started it", surroundings);
        var evaluator = GateAnswer.EvaluatorOf(project, session);
        foreach (var speaker in speakers)
        {
            if (Decide(new OverrideWord(speaker, input.Facts.Now, "", Reason)) is { Holds: true } trial)
                return Refuse(held, WhyNot(speaker, trial, input), surroundings);
        }

        try
        {
            var word = await SayAsync(speakers[0], held.Result, request, session, surroundings, cancellation);
            return word is null
                ? Refuse(held, "the list has no tracking issue that could say so: run `vegagate apply` first", surroundings)
                : held with { Result = Decide(word), Input = input with { Facts = input.Facts with { Override = word } } };
        }
        catch (TrackerException failure)
        {
            return Refuse(held with { Failure = failure }, "the comment that says so could not be written", surroundings);
        }

        GateResult Decide(OverrideWord word) => evaluator.Evaluate(input.Checklists, request, input.Facts with { Override = word });
    }

    private ImmutableArray<Actor> Speakers(TrackerSession session, Surroundings surroundings, GateInput input)
    {
        if (session.IsLocal)
            return SpeakAs is null ? throw new UsageException("say who overrides: --as NAME.") : [ActorOf(SpeakAs, input)];
        if (SpeakAs is not null)
            throw new UsageException("on GitHub the run says who started it: leave --as out.");
        return surroundings.Step?.Environment is { } run ? SpeakersOf(run) : [];
    }

    /// <summary>
    /// Who asks, first; and everybody else who must be named as well: who runs a run again repeats what somebody else asked for, and neither may be a stranger. None where the
    /// runner does not tell.
    /// </summary>
    internal static ImmutableArray<Actor> SpeakersOf(ActionsEnvironment run)
    {
        if (run.Actor is not { } actor)
            return [];
        var starter = new Actor(actor, run.ActorId ?? 0, IsBot(actor));
        if (run is { RunAttempt: 1, TriggeringActor: null } || (run.RunAttempt == 1 && starter.HasLogin(run.TriggeringActor!)))
            return [starter];

        // The runner tells the number of who started the run, and of who runs it again only the login, which somebody else may bear by now.
        return run.TriggeringActor is { } again ? [new Actor(again, 0, IsBot(again)), starter] : [];
    }

    private static Actor ActorOf(string name, GateInput input) =>
        input.Checklists.Select(checklist => checklist.People.FindPerson(name)).OfType<Person>().FirstOrDefault() is { } person
            ? person.Login is { } login ? new Actor(login.Value, person.Id ?? 0, IsBot: false) : throw new UsageException($"{SafeText.Show(person.Name)} has no GitHub account in the file, and so cannot override.")
            : new Actor(name, 0, IsBot(name));

    private static bool IsBot(string login) => login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase);

    private static string WhyNot(Actor speaker, GateResult trial, GateInput input)
    {
        var list = trial.Lists.First(list => list.Holds);
        if (list.Reasons.FirstOrDefault(reason => !reason.Reason.CanBeOverridden()) is { } reason)
            return $"nobody can override {reason.Reason.ToWord()}";
        if (input.Checklists.FirstOrDefault(checklist => checklist.Source.Path == list.Path) is not { } checklist || checklist.Gate.BreakGlass.IsEmpty)
            return $"{list.Path} names nobody under `gate.break-glass`";
        var named = string.Join(", ", checklist.Gate.BreakGlass.Select(name => checklist.People.NameOf(name.Value)));
        return speaker.Id == 0 && checklist.People.Persons.Any(person => person.Id is not null && person.Login is { } login && speaker.HasLogin(login.Value))
            ? $"{list.Path} names {speaker.Login} by number, and who runs a run again is known by login only: start a new run"
            : $"{speaker.Login} may not; {list.Path} names {named} under `gate.break-glass`";
    }

    /// <summary>Comments on the tracking issue of every list that is overridden; null where one has none. What this attempt of the run has said already is not said again.</summary>
    private async Task<OverrideWord?> SayAsync(Actor speaker, GateResult held, GateRequest request, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        var index = await new IssueReader(session.Tracker, session.Identities).ReadAsync(cancellation);
        var issues = held.Lists.Where(list => list.Holds).Select(list => (List: list, Issue: index.TrackingOf(list.Name + "/")?.Issue)).ToImmutableArray();
        if (issues.Any(pair => pair.Issue is null))
            return null;
        var run = surroundings.Step?.Environment;
        var mark = run?.RunId is { } id ? $"<!-- vegagate override={id}.{run.RunAttempt ?? 1} -->" : null;
        OverrideWord? word = null;
        foreach (var (list, issue) in issues)
        {
            var body = $"{mark ?? "<!-- vegagate override -->"}\n{Render(speaker, list, request, run?.RunUrl)}";
            var said = mark is null ? null : OwnComments.Of(await session.Tracker.ReadTimelineAsync(issue!.Number, cancellation), session.Identities).FirstOrDefault(comment => comment.Body == body);
            said ??= await session.Tracker.AddCommentAsync(issue!.Number, body, cancellation);
            word ??= new OverrideWord(speaker, said.At, said.Url.Length > 0 ? said.Url : issue!.Url, Reason);
        }

        return word;
    }

    private string Render(Actor speaker, ListResult list, GateRequest request, string? runUrl)
    {
        var open = list.Items.Where(item => item.Holds).ToImmutableArray();
        var reasons = list.Reasons.Select(reason => $"* {MarkdownText.Inline(reason.Sentence)}")
            .Concat(open.Take(MaxItems).Select(item => $"* {MarkdownText.Link(item.Title, item.Url)}: `{item.Reason.ToWord()}`"))
            .Concat(open.Length > MaxItems ? [$"* and {open.Length - MaxItems} more"] : []);
        var commit = request.Sha is { } sha ? $" at the commit {MarkdownText.Code(sha)}" : "";
        return $"**Overridden by {MarkdownText.Inline(speaker.Login)}**: `{list.Stage}` goes{commit} although the gate holds it. It counts for this one decision{(runUrl is null ? "" : $", in {MarkdownText.Link("this run", runUrl)}")}.\n\n"
            + $"The reason that was given:\n\n{MarkdownText.Fenced(Reason)}\n\nWhat is not clear:\n\n{string.Join('\n', reasons)}\n";
    }

    private static GateAnswer Refuse(GateAnswer held, string why, Surroundings surroundings)
    {
        var text = $"Not overridden: {SafeText.Show(why)}.";
        if (surroundings.Step is { } step)
            step.Annotate(new Annotation(DiagnosticSeverity.Error, text));
        else
            surroundings.Error.Write($"vegagate: {text}\n");
        return held;
    }
}
