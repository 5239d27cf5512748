using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>An owner, or whoever blocked the item, says that it can go on.</summary>
public sealed class UnblockCommand : CommentCommand
{
    public override string Name => "unblock";

    public override string Usage => "/unblock";

    public override string Summary => "says that the item can go on again";

    public override bool IsFor(Actor actor, ItemScope scope) => scope.Authority.MaySpeakFor(actor, scope.Owners);

    public override ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope)
    {
        if (ledger.Blocker is null)
            return ledger.Refuse(call, $"{scope.Id} is not blocked.");
        var mayUnblockAll = scope.Authority.MaySpeakFor(call.Actor, scope.Owners);
        var lifted = ledger.Words.RemoveAll(word => word is Blocker && (mayUnblockAll || word.Actor.IsSameAs(call.Actor)));
        return lifted.Length < ledger.Words.Length
            ? ledger with { Words = lifted }
            : ledger.Refuse(call, $"{call.Actor.Login} may not unblock {scope.Id}; {scope.Describe(scope.Owners)} may, and so may {ledger.Blocker.Actor.Login}, who blocked it.");
    }
}
