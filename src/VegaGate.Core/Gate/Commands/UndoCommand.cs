using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>Takes back one's own last word.</summary>
public sealed class UndoCommand : CommentCommand
{
    public override string Name => "undo";

    public override string Usage => "/undo";

    public override string Summary => "takes your last word back";

    public override bool IsFor(Actor actor, ItemScope scope) => scope.Authority.Find(actor) is not null;

    public override ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope) =>
        ledger.TakeBack(call.Actor) ?? ledger.Refuse(call, $"{call.Actor.Login} has said nothing on {scope.Id} that could be taken back.");
}
