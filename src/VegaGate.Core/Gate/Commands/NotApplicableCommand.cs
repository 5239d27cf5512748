using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>An owner asks that an item be left out because it does not apply, and an approver who is somebody else confirms it with the same command.</summary>
public sealed class NotApplicableCommand : CommentCommand
{
    public override string Name => "na";

    public override string Usage => "/na reason";

    public override string Summary => "says that the item does not apply; it takes an owner and an approver";

    public override bool IsFor(Actor actor, ItemScope scope) => !scope.IsHandoff && (scope.IsApprover(actor) || scope.Authority.MaySpeakFor(actor, scope.Owners));

    public override ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope)
    {
        if (scope.IsHandoff)
            return ledger.Refuse(call, "A hand-off always applies: take it out of the file if the phase is not handed over.");
        var isOwner = scope.Authority.MaySpeakFor(call.Actor, scope.Owners);
        var isApprover = scope.IsApprover(call.Actor);
        if (!isOwner && !isApprover)
            return ledger.Refuse(call, $"{call.Actor.Login} neither owns {scope.Id} nor approves; {scope.Describe(scope.Owners)} asks with /na, and an approver confirms with the same: {scope.DescribeApprovers()}.");
        return call.Argument.Length == 0
            ? ledger.Refuse(call, $"Say why it does not apply: {Usage}.")
            : ledger.With(new NotApplicableWord(call.Actor, call.At, call.Url, call.Argument, isOwner, isApprover));
    }
}
