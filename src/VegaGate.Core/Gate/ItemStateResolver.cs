using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate.Commands;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>
/// From a timeline to a state. Labels prove nothing and are not looked at; neither is the body, apart from the marker that can void a sign-off.
/// </summary>
/// <param name="identities">Our own logins: what they do is a projection and says nothing.</param>
public sealed class ItemStateResolver(IReadOnlyCollection<string> identities)
{
    public ItemState Resolve(ItemScope scope, SignOffPolicy policy, IssueFacts facts)
    {
        var ledger = facts.Timeline.Aggregate(ItemLedger.Empty, (ledger, entry) => Apply(ledger, entry, scope));
        // The later of the two: the marker can be edited, and what was announced is true all the same.
        var since = new[] { facts.Marked.Marker.Since, TextChange.LastOf(facts.Timeline, IsOurs) }.Max();
        var bySignedText = ledger.SignOffs.ToLookup(IsOfThisText);
        var byAuthor = bySignedText[true].Where(signOff => scope.Author?.Author is { } author && author.IsSameAs(signOff.Actor)).ToImmutableArray();
        var standing = bySignedText[true].Except(byAuthor).ToImmutableArray();
        ledger = byAuthor.Aggregate(ledger, (current, signOff) => current.Refuse(
            new CommandCall(signOff.Actor, signOff.At, signOff.Comment, signOff.Url, ""), $"{signOff.Actor.Login} wrote the last change of this text, so somebody else has to sign it off."));
        var acceptance = ledger.Words.OfType<Acceptance>().LastOrDefault(word => standing.Any(signOff => signOff.Said.Any(said => IsOfThisText(said) && said.At <= word.At)));
        var missing = SignOffCount.Missing(policy, scope, standing);
        var isDone = !standing.IsEmpty && missing.IsEmpty && (!scope.IsHandoff || acceptance is not null);
        var status = ledger.Blocker is not null ? ItemStatus.Blocked
            : isDone ? ItemStatus.Done
            : !standing.IsEmpty || ledger.Words.Any(word => word is Start) ? ItemStatus.InProgress
            : ItemStatus.Todo;
        var waiver = ledger.Words.OfType<WaiverWord>().LastOrDefault(IsOfThisText);
        return new ItemState(status, ledger, standing, [.. bySignedText[false]], byAuthor, missing, acceptance, waiver, Confirmed([.. ledger.Words.OfType<NotApplicableWord>().Where(IsOfThisText)]), LastClosing(facts));

        bool IsOfThisText(Word word) => since is null ? word.At >= facts.Issue.CreatedAt : word.At > since;
    }

    private ItemLedger Apply(ItemLedger ledger, TimelineEvent entry, ItemScope scope)
    {
        if (entry.Actor is not { } actor || IsOurs(actor))
            return ledger;
        return entry switch
        {
            // What an edited comment said when it was sent, nobody can tell; what an app said, its user did not.
            Commented { IsEdited: false, ByApp: false } comment => Hear(ledger, comment, actor, scope),
            Closed { Reason: CloseReason.Completed, CommitId: null, ByApp: false } closing =>
                new DoneCommand().Execute(ledger, new CommandCall(actor, closing.At, null, closing.Url, ""), scope),
            Reopened { ByApp: false } when scope.Authority.MaySpeakFor(actor, scope.Owners) => ledger.TakeBack(actor) ?? ledger,
            _ => ledger,
        };
    }

    private static ItemLedger Hear(ItemLedger ledger, Commented comment, Actor actor, ItemScope scope)
    {
        var read = CommentText.ReadCommands(comment.Body);
        var isHeard = false;
        foreach (var line in read.Lines)
        {
            var call = Call(line.Argument);
            if (CommentCommands.Find(line.Name) is { } command)
            {
                var refused = ledger.Refusals.Length;
                ledger = command.Execute(ledger, call, scope);
                isHeard |= ledger.Refusals.Length == refused;
            }
            else if (CommentCommands.Guess(line.Name) is { } meant)
            {
                // Other commands are other programs' affair.
                ledger = ledger.Refuse(call, $"There is no command /{line.Name}; did you mean /{meant.Name}? /help tells you what you may do here.");
            }
        }

        if (read.HasMore)
            ledger = ledger.Refuse(Call(""), $"The rest of that comment was not read: a comment has at most {CommentText.MaxCommands} commands, and in a long paragraph they stand above everything else. Say the rest in another comment.");
        return isHeard ? ledger with { Heard = ledger.Heard.Add(comment) } : ledger;

        CommandCall Call(string argument) => new(actor, comment.At, comment.Id, comment.Url, argument);
    }

    /// <summary>It takes two people: one who asks as an owner and another who confirms as an approver.</summary>
    private static NotApplicableWord? Confirmed(ImmutableArray<NotApplicableWord> words) =>
        words.LastOrDefault(word => words.Any(other => !other.Actor.IsSameAs(word.Actor) && (word.IsApprover && other.IsOwner || word.IsOwner && other.IsApprover)));

    private Closed? LastClosing(IssueFacts facts) =>
        !facts.Issue.IsOpen && facts.Timeline.LastOrDefault(entry => entry is Closed or Reopened) is Closed closing && (closing.Actor is null || !IsOurs(closing.Actor)) ? closing : null;

    private bool IsOurs(Actor actor) => identities.Any(actor.HasLogin);
}
