using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate.Commands;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>
/// From a timeline to a state. Labels prove nothing and are not looked at; neither is the body, apart from the marker that can void a sign-off.
/// </summary>
/// <param name="identities">Our own logins: what they do is a projection and says nothing.</param>
public sealed class ItemStateResolver(IReadOnlyCollection<string> identities)
{
    private readonly LedgerReader _reader = new(identities);

    public ItemState Resolve(ItemScope scope, SignOffPolicy policy, IssueFacts facts)
    {
        facts = Ordered(facts);
        return Resolve(scope, policy, facts, _reader.Read(facts, scope).LastOrDefault()?.After ?? ItemLedger.Empty);
    }

    /// <summary>The state with everything that led to it, in the order in which it happened. Asking for help is not among it.</summary>
    public ItemHistory ReadHistory(ItemScope scope, SignOffPolicy policy, IssueFacts facts)
    {
        facts = Ordered(facts);
        var steps = _reader.Read(facts, scope).ToImmutableArray();
        var state = Resolve(scope, policy, facts, steps.LastOrDefault()?.After ?? ItemLedger.Empty);
        var trail = new AuditTrail(state, facts);
        return new ItemHistory(state, [.. steps.Where(step => step.After.Questions.Length == step.Before.Questions.Length).Select(trail.Tell)]);
    }

    /// <summary>By time, however the tracker listed it; what came at one moment stays in the order in which it was listed.</summary>
    private IssueFacts Ordered(IssueFacts facts)
    {
        ImmutableArray<TimelineEvent> timeline = [.. facts.Timeline.OrderBy(entry => entry.At)];
        return facts with { Timeline = timeline, TextAnnounced = TextChange.LastOf(timeline, identities) };
    }

    private ItemState Resolve(ItemScope scope, SignOffPolicy policy, IssueFacts facts, ItemLedger ledger)
    {
        var bySignedText = ledger.SignOffs.ToLookup(IsOfThisText);
        var byAuthor = bySignedText[true].Where(signOff => scope.Author?.Author is { } author && author.IsSameAs(signOff.Actor)).ToImmutableArray();
        var standing = bySignedText[true].Except(byAuthor).Where(Counts).ToImmutableArray();
        ledger = byAuthor.Aggregate(ledger, (current, signOff) => current.Refuse(
            new CommandCall(signOff.Actor, signOff.At, signOff.Comment, signOff.Url, ""), $"{signOff.Actor.Login} wrote the last change of this text, so somebody else has to sign it off."));
        var acceptances = ledger.Words.OfType<Acceptance>().Where(word => !IsEarly(word) && standing.Any(signOff => !signOff.Actor.IsSameAs(word.Actor) && signOff.Said().Any(said => Counts(said) && said.At <= word.At))).ToImmutableArray();
        var acceptance = acceptances.LastOrDefault();
        var followUp = scope.FollowUp.IsEmpty || acceptance is null ? null : ledger.FollowUpsOf(acceptances[0]).FirstOrDefault();
        var missing = SignOffCount.Missing(policy, scope, standing);
        var isDone = !standing.IsEmpty && missing.IsEmpty && (!scope.IsHandoff || acceptance is not null && (scope.FollowUp.IsEmpty || followUp is not null));
        var status = ledger.Blocker is not null || !facts.Reports.IsEmpty ? ItemStatus.Blocked
            : isDone ? ItemStatus.Done
            : !standing.IsEmpty || ledger.Words.Any(word => word is Start) ? ItemStatus.InProgress
            : ItemStatus.Todo;
        var waiver = ledger.Words.OfType<WaiverWord>().LastOrDefault(IsOfThisText);
        return new ItemState(status, ledger, standing, [.. bySignedText[false]], byAuthor, missing, acceptance, waiver, Confirmed([.. ledger.Words.OfType<NotApplicableWord>().Where(IsOfThisText)]), LastClosing(facts))
        {
            Reports = facts.Reports,
            SignedOffSince = SinceWhen(),
            Early = [.. ledger.Early.Concat(ledger.Words.Where(word => word is SignOff or Acceptance && IsOfThisText(word) && IsEarly(word))).OrderBy(word => word.At)],
            FollowUp = followUp,
        };

        bool IsOfThisText(Word word) => facts.IsOfPresentText(word.At);

        bool IsEarly(Word word) => word.At < facts.ReadySince;

        bool Counts(Word word) => IsOfThisText(word) && !IsEarly(word);

        // By each one's oldest word on this text: who repeats a sign-off has given it before.
        DateTimeOffset? SinceWhen()
        {
            if (standing.IsEmpty || !missing.IsEmpty)
                return null;
            var times = standing.ToDictionary(signOff => signOff, signOff => signOff.Said().Where(Counts).Min(said => said.At));
            return times.Values.Order().First(time => SignOffCount.Missing(policy, scope, [.. standing.Where(signOff => times[signOff] <= time)]).IsEmpty);
        }
    }

    /// <summary>It takes two people: one who asks as an owner and another who confirms as an approver.</summary>
    private static NotApplicableWord? Confirmed(ImmutableArray<NotApplicableWord> words) =>
        words.LastOrDefault(word => words.Any(other => !other.Actor.IsSameAs(word.Actor) && (word.IsApprover && other.IsOwner || word.IsOwner && other.IsApprover)));

    private Closed? LastClosing(IssueFacts facts) =>
        !facts.Issue.IsOpen && facts.Timeline.LastOrDefault(entry => entry is Closed or Reopened) is Closed closing && (closing.Actor is null || !_reader.IsOurs(closing.Actor)) ? closing : null;
}
