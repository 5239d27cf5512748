using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>An owner signs off; on a hand-off, the giver asks for acceptance, and after it either side says that what follows is covered. Saying it twice is saying it once.</summary>
public sealed class DoneCommand : CommentCommand
{
    public override string Name => "done";

    public override string Usage => "/done [evidence]";

    public override string Summary => "signs the item off";

    public override bool IsFor(Actor actor, ItemScope scope) => scope.Authority.MaySpeakFor(actor, scope.Owners) || scope.MayFollowUp(actor);

    public override ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope)
    {
        var acceptance = ledger.Words.OfType<Acceptance>().LastOrDefault();
        if (!scope.Authority.MaySpeakFor(call.Actor, scope.Owners))
        {
            return acceptance is not null && scope.MayFollowUp(call.Actor)
                ? ledger.With(new FollowUp(call.Actor, call.At, call.Url, call.Argument))
                : ledger.Refuse(call, $"{call.Actor.Login} does not own {scope.Id}; it can be signed off by {scope.Describe(scope.Owners)}.");
        }

        // The newer word replaces the older: it was said of the text as it is now. Where steps follow, it is after an acceptance a word of its own: taking it back leaves the request.
        var words = acceptance is null || scope.FollowUp.IsEmpty ? ledger.SignOffs : ledger.FollowUpsOf(acceptance).OfType<SignOff>();
        var earlier = words.FirstOrDefault(signOff => signOff.Actor.IsSameAs(call.Actor));
        return (earlier is null ? ledger : ledger.Without(earlier)).With(new SignOff(call.Actor, call.At, call.Url, call.Argument, call.Comment, earlier));
    }
}
