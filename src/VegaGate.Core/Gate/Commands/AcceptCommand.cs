using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>A member of the receiving team accepts a hand-off that its giver has asked for.</summary>
public sealed class AcceptCommand : CommentCommand
{
    public override string Name => "accept";

    /// <summary>A whole line, for who has left something out.</summary>
    private const string Example = "/accept 4/5 2026-01-12 Ann and Ben, minutes https://minutes.example/12";

    public override string Usage => "/accept [n/5] note";

    public override string Summary => "accepts the hand-off for the receiving team";

    public override bool IsFor(Actor actor, ItemScope scope) => scope.IsHandoff && scope.Authority.MaySpeakFor(actor, scope.Receivers);

    public override ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope)
    {
        if (!scope.IsHandoff)
            return ledger.Refuse(call, $"{scope.Id} is not a hand-off; sign it off with /done.");
        if (!scope.Authority.MaySpeakFor(call.Actor, scope.Receivers))
            return ledger.Refuse(call, $"{call.Actor.Login} does not receive {scope.Id}; it is accepted by {scope.Describe(scope.Receivers)}.");
        if (!ledger.SignOffs.Any())
            return ledger.Refuse(call, $"{scope.Describe(scope.Owners)} has not asked for acceptance yet: that is /done on {scope.Id}.");
        // Who is on both sides would take over from themselves, and nobody else would have looked.
        if (ledger.SignOffs.All(request => request.Actor.IsSameAs(call.Actor)))
            return ledger.Refuse(call, $"{call.Actor.Login} has asked for this acceptance, and cannot give it too: somebody else of {scope.Describe(scope.Receivers)} accepts, or another of {scope.Describe(scope.Owners)} asks as well.");
        var said = AcceptanceText.Read(call.Argument);
        if (said.IsScoreWrong)
            return ledger.Refuse(call, $"A score is 0/{AcceptanceText.Best} to {AcceptanceText.Best}/{AcceptanceText.Best}: {Usage}.");
        if (scope.NeedsMeetingNote && said.Note.Lacks is { IsEmpty: false } lacks)
            return ledger.Refuse(call, $"This hand-off takes a meeting, and the note of it lacks {string.Join(" and ", lacks)}. Say it all in one line, such as: {Example}");
        return ledger.With(new Acceptance(call.Actor, call.At, call.Url, call.Argument) { Score = said.Score, Note = said.Note });
    }
}
