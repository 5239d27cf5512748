using VegaGate.Gate.Blocking;
using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>Somebody of the file says that the item cannot go on. The class and the severity may stand before the reason.</summary>
public sealed class BlockCommand : CommentCommand
{
    public override string Name => "block";

    public override string Usage => "/block [class] [critical|high|medium|low] reason";

    public override string Summary => "says that the item cannot go on, and why";

    public override bool IsFor(Actor actor, ItemScope scope) => scope.Authority.Find(actor) is not null;

    public override ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope)
    {
        if (scope.Authority.Find(call.Actor) is null)
            return ledger.Refuse(call, $"{call.Actor.Login} is not among the people of this checklist; {scope.Id} can be blocked by {scope.Describe(scope.Owners)}, or by anybody else whom the file names.");
        var words = BlockerWords.Read(call.Argument, scope.BlockerClasses);
        return words.Reason.Length == 0
            ? ledger.Refuse(call, $"A block needs a reason: {Usage}.")
            : ledger.With(new Blocker(call.Actor, call.At, call.Url, words.Reason, words.Class, words.Severity));
    }
}
