using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>Anybody asks what they may do on this issue, and is told in a comment.</summary>
public sealed class HelpCommand : CommentCommand
{
    public override string Name => "help";

    public override string Usage => "/help";

    public override string Summary => "tells you what you may do here";

    public override bool IsFor(Actor actor, ItemScope scope) => true;

    public override ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope) => call.Comment is { } comment
        ? ledger with { Questions = ledger.Questions.Add(new HelpRequest(call.Actor, call.At, comment)) }
        : ledger;
}
