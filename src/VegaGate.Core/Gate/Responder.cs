using System.Collections.Immutable;
using System.Globalization;
using VegaGate.Checklists;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>What came of looking at an issue.</summary>
/// <param name="Facts">The issue as it is now.</param>
/// <param name="HasWritten">Whether anything was said or changed.</param>
public sealed record Response(IssueFacts Facts, bool HasWritten);

/// <summary>
/// Lets an issue show the state that it is in, acknowledges what counted, and answers who tried what they may not. It reads the state as it is now, and never the
/// event that called: twice, late or out of order comes to the same. Every answer is marked with what it answers, and said before the issue is changed, so that a run
/// that is stopped between the two says nothing twice.
/// </summary>
public sealed class Responder(IIssueTracker tracker, ItemStateResolver resolver, IReadOnlyCollection<string> identities)
{
    /// <summary>Responds on one issue.</summary>
    /// <param name="scope">The item that the issue is of.</param>
    /// <param name="policy">The item's rule.</param>
    /// <param name="fingerprint">The item's fingerprint in the file: an issue with another one waits for a sync.</param>
    /// <param name="handoff">Of a hand-off, what the gate says of it: its issue alone does not tell whether its phase is ready. Without it, nothing is handed over.</param>
    public async Task<Response> RespondAsync(ItemScope scope, SignOffPolicy policy, string fingerprint, IssueFacts facts, CancellationToken cancellation, ItemVerdict? handoff = null)
    {
        if (facts.Marked.Marker.Fingerprint != fingerprint || facts.Marked.Marker.Status == IssueMarker.Retired)
            return new Response(facts, HasWritten: false);
        var before = facts;
        foreach (var refusal in RefuseEarly(scope, policy, facts, handoff))
            facts = facts with { Timeline = facts.Timeline.Add(await tracker.AddCommentAsync(facts.Issue.Number, $"{new EarlyMark(refusal.At, refusal.Actor.Login)}\n{Describe(refusal)}", cancellation)) };
        var state = Resolve(scope, policy, facts, handoff);
        var timeline = facts.Timeline;
        foreach (var comment in state.Ledger.Heard.Where(comment => !comment.IsAcknowledged))
        {
            await tracker.AcknowledgeAsync(comment.Id, cancellation);
            timeline = timeline.Replace(comment, comment with { IsAcknowledged = true });
        }

        var update = StatusProjection.Of(facts, state);
        var answers = Answers(scope, state).ToList();
        if (handoff is not null)
            answers.AddRange(OfHandoff(scope, state, facts, handoff));
        // Neither a closing that came too early nor one that counted in its time is answered as one that does not.
        if (update?.IsOpen == true && state.LastClosing is { } closing && !state.Early.Any(word => word.At == closing.At) && !IsSaid(Mark("followed-up", closing.At.UtcTicks), facts))
            answers.Add((Mark("reopened", closing.At.UtcTicks), Refusals.OfClosing(scope, state, closing)));
        foreach (var (mark, text) in answers.Where(answer => !IsSaid(answer.Mark, facts)))
            timeline = timeline.Add(await tracker.AddCommentAsync(facts.Issue.Number, $"{mark}\n{text}", cancellation));
        var issue = update is null ? facts.Issue : await tracker.UpdateIssueAsync(facts.Issue.Number, update, cancellation);
        if (update is null && timeline == before.Timeline)
            return new Response(before, HasWritten: false);
        return new Response(facts with { Marked = new MarkedIssue(issue, IssueMarker.Read(issue.Body) ?? facts.Marked.Marker), Timeline = timeline }, HasWritten: true);
    }

    /// <summary>The state that an issue is to show. A hand-off that does not pass is not done, whoever accepted it.</summary>
    /// <param name="handoff">Of a hand-off, what the gate says of it.</param>
    public ItemState Resolve(ItemScope scope, SignOffPolicy policy, IssueFacts facts, ItemVerdict? handoff)
    {
        var state = resolver.Resolve(scope, policy, facts with { ReadySince = handoff?.Handoff?.ReadySince });
        // What cannot be found out has not gone, and opens nothing that is closed.
        var stays = handoff is { Holds: false } || handoff is { Reason: ReasonCode.ProbeError } && !facts.Issue.IsOpen;
        return scope.IsHandoff && state.Status == ItemStatus.Done && !stays ? state with { Status = ItemStatus.InProgress } : state;
    }

    /// <summary>Each new word of a hand-off that came before its phase was ready. Once we have answered so, it does not count, whatever comes later.</summary>
    /// <param name="handoff">What the gate says of it; null: nothing is refused.</param>
    public ImmutableArray<Refusal> RefuseEarly(ItemScope scope, SignOffPolicy policy, IssueFacts facts, ItemVerdict? handoff)
    {
        if (handoff?.Handoff is not { } progress)
            return [];
        var ledger = resolver.Resolve(scope, policy, facts).Ledger;
        return
        [
            .. ledger.Words.Where(word => word is SignOff or Acceptance or FollowUp && (progress.Step < HandoffStep.Ready || word.At < progress.ReadySince) && !IsAnswered(word, ledger, facts))
                .Select(word => new Refusal(word.Actor, word.At, null, Refusals.OfEarly(word, handoff))),
        ];
    }

    /// <summary>Whether we have let a word count already: then it was said in time.</summary>
    private bool IsAnswered(Word word, ItemLedger ledger, IssueFacts facts) => IsSaid(Mark("reopened", word.At.UtcTicks), facts) || IsSaid(Mark("followed-up", word.At.UtcTicks), facts)
        || ledger.Heard.Any(comment => comment.IsAcknowledged && comment.At == word.At && comment.Actor is { } actor && actor.IsSameAs(word.Actor));

    /// <summary>That it is handed over, that what follows is covered, and that it is not handed over any more: each once.</summary>
    private IEnumerable<(string Mark, string Text)> OfHandoff(ItemScope scope, ItemState state, IssueFacts facts, ItemVerdict handoff)
    {
        if (handoff.Holds)
        {
            if (handoff.Reason != ReasonCode.ProbeError && state.Ledger.Words.OfType<Acceptance>().LastOrDefault(word => IsSaid(Mark("accepted", word.At.UtcTicks), facts)) is { } lapsed)
                yield return (Mark("lapsed", lapsed.At.UtcTicks), AcceptanceReceipt.OfLapsed(lapsed, handoff));
            yield break;
        }

        if (state.Acceptance is { } acceptance)
            yield return (Mark("accepted", acceptance.At.UtcTicks), AcceptanceReceipt.Of(scope, state, acceptance));
        if (state.FollowUp is { } followUp)
            yield return (Mark("followed-up", followUp.At.UtcTicks), AcceptanceReceipt.OfFollowUp(followUp));
    }

    /// <summary>One answer for each comment that needs one.</summary>
    private static IEnumerable<(string Mark, string Text)> Answers(ItemScope scope, ItemState state)
    {
        var parts = state.Ledger.Refusals.Where(refusal => refusal.Comment is not null)
            .Select(refusal => (Comment: refusal.Comment!.Value, Text: Describe(refusal)))
            .Concat(state.Ledger.Questions.Select(question => (question.Comment, Text: HelpText.For(question.Actor, scope, state))));
        return parts.GroupBy(part => part.Comment).Select(group => (Mark("answer", group.Key), string.Join("\n\n", group.Select(part => part.Text).Distinct(StringComparer.Ordinal))));
    }

    private static string Describe(Refusal refusal) => "This does not count: " + MarkdownText.Within(Refusals.MaxPart, refusal.Text, MarkdownText.Inline);

    private static string Mark(string kind, long of) => string.Create(CultureInfo.InvariantCulture, $"<!-- vegagate {kind}={of} -->");

    private bool IsSaid(string mark, IssueFacts facts) =>
        OwnComments.Of(facts.Timeline, identities).Any(said => said.Body.StartsWith(mark, StringComparison.Ordinal));
}
