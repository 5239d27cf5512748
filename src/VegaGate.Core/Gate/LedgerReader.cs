using System.Collections.Immutable;
using VegaGate.Gate.Commands;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>What an entry of a timeline, or one command of a comment, did to the ledger.</summary>
/// <param name="Act">What was done, in a few words: "/done", "closed as completed", "reopened".</param>
/// <param name="WhyIgnored">Why it counts for nothing and is not answered either; null when it was heard.</param>
internal sealed record LedgerStep(TimelineEvent Entry, string Act, ItemLedger Before, ItemLedger After, string? WhyIgnored = null)
{
    /// <summary>Whether we did it ourselves: it shows the state, and says nothing.</summary>
    public bool IsOurs { get; init; }
}

/// <summary>The one interpreter of a timeline: it folds what happened into the ledger, step by step.</summary>
/// <param name="identities">Our own logins.</param>
internal sealed class LedgerReader(IReadOnlyCollection<string> identities)
{
    /// <summary>The steps in their order; each begins with the ledger with which the one before ended. What can say nothing is no step.</summary>
    public IEnumerable<LedgerStep> Read(IssueFacts facts, ItemScope scope)
    {
        var ledger = ItemLedger.Empty;
        foreach (var entry in facts.Timeline)
        {
            foreach (var step in Apply(ledger, entry, scope))
            {
                ledger = step.After;
                yield return step;
            }
        }
    }

    public bool IsOurs(Actor actor) => identities.Any(actor.HasLogin);

    private IEnumerable<LedgerStep> Apply(ItemLedger ledger, TimelineEvent entry, ItemScope scope)
    {
        if (entry.Actor is not { } actor)
            return entry is Commented { IsEdited: false } talk && !HasCommand(talk) ? [] : Ignore("the account is gone, and nobody can say whose word it was");
        if (IsOurs(actor))
            return entry is Commented said ? HearOurs(said) : [new LedgerStep(entry, ActOf(entry), ledger, ledger) { IsOurs = true }];
        return entry switch
        {
            // What an edited comment said when it was sent, nobody can tell, so it lets nothing go; what an app said, its user did not.
            Commented { IsEdited: true } comment => HearEdited(comment, actor) is { Length: > 0 } steps ? steps : Ignore("the comment was edited, and nobody can tell what it said when it was sent"),
            Commented { ByApp: true } comment => HasCommand(comment) ? Ignore("an app wrote it, and an app has no word") : [],
            Commented comment => Hear(ledger, comment, actor, scope),
            Closed { CommitId: { } commit } => Ignore($"a commit message closed it ({commit[..Math.Min(commit.Length, 7)]}), and that is no sign-off"),
            Closed { ByApp: true } or Reopened { ByApp: true } => Ignore("an app did it, and an app has no word"),
            Closed { Reason: CloseReason.Completed } closing => [Step(new DoneCommand().Execute(ledger, new CommandCall(actor, closing.At, null, closing.Url, ""), scope))],
            Closed => Ignore("only closing as completed is a sign-off"),
            Reopened when (scope.Authority.MaySpeakFor(actor, scope.Owners) || scope.MayFollowUp(actor)) && ledger.TakeBackFollowUps() is { } uncovered => [Step(uncovered)],
            Reopened when !scope.Authority.MaySpeakFor(actor, scope.Owners) => Ignore($"{actor.Login} does not own it, and so takes nothing back"),
            Reopened => ledger.TakeBack(actor) is { } taken ? [Step(taken)] : Ignore($"{actor.Login} had said nothing that could be taken back"),
            _ => [],
        };

        // Otherwise who corrects a word in an objection, or in what takes back a sign-off, would let go what it held.
        ImmutableArray<LedgerStep> HearEdited(Commented comment, Actor speaker)
        {
            var steps = ImmutableArray.CreateBuilder<LedgerStep>();
            var current = ledger;
            foreach (var line in comment.ByApp ? [] : CommentText.ReadCommands(comment.Body).Lines)
            {
                if (CommentCommands.Find(line.Name)?.Execute(current, new CommandCall(speaker, comment.At, comment.Id, comment.Url, line.Argument), scope) is not { } after || !after.IsStricterThan(current))
                    continue;
                steps.Add(new LedgerStep(entry, "/" + line.Name, current, after));
                current = after;
            }

            return steps.ToImmutable();
        }

        IEnumerable<LedgerStep> HearOurs(Commented said) => EarlyMark.Read(said.Body) is { } mark && ledger.WithoutEarly(mark) is var after && after.Early.Length > ledger.Early.Length
            ? [new LedgerStep(said, "refused", ledger, after)]
            : [];

        LedgerStep Step(ItemLedger after) => new(entry, ActOf(entry), ledger, after);

        IEnumerable<LedgerStep> Ignore(string why) => [new LedgerStep(entry, ActOf(entry), ledger, ledger, why)];
    }

    private static IEnumerable<LedgerStep> Hear(ItemLedger ledger, Commented comment, Actor actor, ItemScope scope)
    {
        var read = CommentText.ReadCommands(comment.Body);
        var isHeard = false;
        foreach (var line in read.Lines)
        {
            var before = ledger;
            var call = Call(line.Argument);
            if (CommentCommands.Find(line.Name) is { } command)
            {
                ledger = command.Execute(ledger, call, scope);
                if (!isHeard && ledger.Refusals.Length == before.Refusals.Length)
                {
                    isHeard = true;
                    ledger = ledger with { Heard = ledger.Heard.Add(comment) };
                }
            }
            else if (CommentCommands.Guess(line.Name) is { } meant)
            {
                // Other commands are other programs' affair.
                ledger = ledger.Refuse(call, $"There is no command /{line.Name}; did you mean /{meant.Name}? /help tells you what you may do here.");
            }
            else
            {
                continue;
            }

            yield return new LedgerStep(comment, "/" + line.Name, before, ledger);
        }

        if (read.HasMore)
        {
            yield return new LedgerStep(comment, "commented", ledger, ledger.Refuse(
                Call(""), $"The rest of that comment was not read: a comment has at most {CommentText.MaxCommands} commands, and in a long paragraph they stand above everything else. Say the rest in another comment."));
        }

        CommandCall Call(string argument) => new(actor, comment.At, comment.Id, comment.Url, argument);
    }

    private static bool HasCommand(Commented comment) => CommentText.ReadCommands(comment.Body).Lines.Any(line => CommentCommands.Find(line.Name) is not null);

    private static string ActOf(TimelineEvent entry) => entry switch
    {
        Closed { Reason: CloseReason.Completed } => "closed as completed",
        Closed { Reason: CloseReason.NotPlanned } => "closed as not planned",
        Closed { Reason: CloseReason.Duplicate } => "closed as a duplicate",
        Closed => "closed",
        Reopened => "reopened",
        _ => "commented",
    };
}
