using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>An owner of any item of the list says that this one must not pass. It holds until that person takes it back.</summary>
public sealed class ObjectCommand : CommentCommand
{
    public override string Name => "object";

    public override string Usage => "/object reason";

    public override string Summary => "holds the item until you take it back";

    public override bool IsFor(Actor actor, ItemScope scope) => scope.Authority.MaySpeakFor(actor, scope.AllOwners);

    public override ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope)
    {
        if (!scope.Authority.MaySpeakFor(call.Actor, scope.AllOwners))
            return ledger.Refuse(call, $"{call.Actor.Login} owns no item of this checklist, so the objection does not count.");
        return call.Argument.Length == 0
            ? ledger.Refuse(call, $"An objection needs a reason: {Usage}.")
            : ledger.With(new Objection(call.Actor, call.At, call.Url, call.Argument));
    }
}
