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
        var since = facts.Marked.Marker.Since;
        var bySignedText = ledger.SignOffs.ToLookup(IsOfThisText);
        var standing = bySignedText[true].ToImmutableArray();
        var acceptance = ledger.Words.OfType<Acceptance>().LastOrDefault(word => standing.Any(signOff => signOff.Said.Any(said => IsOfThisText(said) && said.At <= word.At)));
        var missing = SignOffCount.Missing(policy, scope, standing);
        var isDone = !standing.IsEmpty && missing.IsEmpty && (!scope.IsHandoff || acceptance is not null);
        var status = ledger.Blocker is not null ? ItemStatus.Blocked
            : isDone ? ItemStatus.Done
            : !standing.IsEmpty || ledger.Words.Any(word => word is Start) ? ItemStatus.InProgress
            : ItemStatus.Todo;
        return new ItemState(status, ledger, standing, [.. bySignedText[false]], missing, acceptance, LastClosing(facts));

        bool IsOfThisText(SignOff signOff) => since is null ? signOff.At >= facts.Issue.CreatedAt : signOff.At > since;
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
        foreach (var line in read.Lines)
        {
            if (CommentCommands.Find(line.Name) is { } command)
                ledger = command.Execute(ledger, Call(line.Argument), scope);
        }

        return read.HasMore
            ? ledger.Refuse(Call(""), $"The rest of that comment was not read: a comment has at most {CommentText.MaxCommands} commands, and in a long paragraph they stand above everything else. Say the rest in another comment.")
            : ledger;

        CommandCall Call(string argument) => new(actor, comment.At, comment.Id, comment.Url, argument);
    }

    private Closed? LastClosing(IssueFacts facts) =>
        !facts.Issue.IsOpen && facts.Timeline.LastOrDefault(entry => entry is Closed or Reopened) is Closed closing && (closing.Actor is null || !IsOurs(closing.Actor)) ? closing : null;

    private bool IsOurs(Actor actor) => identities.Any(actor.HasLogin);
}
