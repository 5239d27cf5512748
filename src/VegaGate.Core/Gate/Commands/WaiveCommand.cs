using VegaGate.Format;
using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>An approver says that an item need not pass until a day. It never counts as passed, and ends by itself.</summary>
public sealed class WaiveCommand : CommentCommand
{
    public override string Name => "waive";

    public override string Usage => "/waive 2026-12-31 reason";

    public override string Summary => "lets the gate pass without the item until that day";

    public override bool IsFor(Actor actor, ItemScope scope) => !scope.IsHandoff && scope.IsApprover(actor);

    public override ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope)
    {
        if (scope.IsHandoff)
            return ledger.Refuse(call, "A hand-off cannot be waived: waive the items of the phase, or have it accepted.");
        if (!scope.IsApprover(call.Actor))
            return ledger.Refuse(call, $"{call.Actor.Login} may not waive {scope.Id}; that takes an approver: {scope.DescribeApprovers()}.");
        var words = call.Argument.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is not [var day, var reason] || Scalars.ParseDate(day) is not { } until)
            return ledger.Refuse(call, $"A waiver needs its last day and a reason: {Usage}.");
        return until < DateOnly.FromDateTime(call.At.UtcDateTime)
            ? ledger.Refuse(call, $"{until:O} is over already, so there is nothing to waive until then.")
            : ledger.With(new WaiverWord(call.Actor, call.At, call.Url, reason, until));
    }
}
