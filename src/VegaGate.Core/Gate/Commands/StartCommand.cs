using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>An owner says that work has begun.</summary>
public sealed class StartCommand : CommentCommand
{
    public override string Name => "start";

    public override string Usage => "/start";

    public override string Summary => "says that you are at it";

    public override bool IsFor(Actor actor, ItemScope scope) => scope.Authority.MaySpeakFor(actor, scope.Owners);

    public override ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope) =>
        !scope.Authority.MaySpeakFor(call.Actor, scope.Owners)
            ? ledger.Refuse(call, $"{call.Actor.Login} does not own {scope.Id}; it can be started by {scope.Describe(scope.Owners)}.")
            : ledger.With(new Start(call.Actor, call.At, call.Url, ""));
}
