using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>
/// Lets an issue show the state that it is in, and answers who tried what they may not. It reads the state as it is now, and never the event that
/// called: twice, late or out of order comes to the same.
/// </summary>
public sealed class Responder(IIssueTracker tracker, ItemStateResolver resolver, IReadOnlyCollection<string> identities)
{
    /// <summary>Responds on one issue, and says whether it wrote anything.</summary>
    /// <param name="scope">The item that the issue is of.</param>
    /// <param name="policy">The item's rule.</param>
    /// <param name="fingerprint">The item's fingerprint in the file: an issue with another one waits for a sync.</param>
    public async Task<bool> RespondAsync(ItemScope scope, SignOffPolicy policy, string fingerprint, IssueFacts facts, CancellationToken cancellation)
    {
        if (facts.Marked.Marker.Fingerprint != fingerprint || facts.Marked.Marker.Status == IssueMarker.Retired)
            return false;
        var state = resolver.Resolve(scope, policy, facts);
        var update = StatusProjection.Of(facts, state);
        if (update is not null)
            await tracker.UpdateIssueAsync(facts.Issue.Number, update, cancellation);
        if (update?.IsOpen == true)
            await tracker.AddCommentAsync(facts.Issue.Number, ExplainReopening(scope, state), cancellation);
        var unanswered = state.Ledger.Refusals.Where(refusal => refusal.Comment is { } comment && !IsAnswered(comment, facts)).ToImmutableArray();
        foreach (var refusals in unanswered.GroupBy(refusal => refusal.Comment!.Value))
            await tracker.AddCommentAsync(facts.Issue.Number, Answer(refusals.Key, refusals), cancellation);
        return update is not null || !unanswered.IsEmpty;
    }

    private static string Mark(long comment) => $"<!-- vegagate answer={comment} -->";

    private static string Answer(long comment, IEnumerable<Refusal> refusals) =>
        $"{Mark(comment)}\n{string.Join("\n\n", refusals.Select(refusal => "This does not count: " + MarkdownText.Inline(refusal.Text)))}";

    private static string ExplainReopening(ItemScope scope, ItemState state)
    {
        var missing = state.Missing.IsEmpty ? scope.IsHandoff ? scope.Receivers : scope.Owners : state.Missing;
        var why = state.LastClosing switch
        {
            { CommitId: not null } => "A commit message closed this issue, and a commit message is no sign-off.",
            { ByApp: true } => "An app closed this issue, and an app cannot sign off.",
            { Reason: CloseReason.NotPlanned or CloseReason.Duplicate } => "Closing as not planned is no sign-off. If the item need not be done, an approver can waive it.",
            _ when state.Ledger.Blocker is not null => "The item is blocked.",
            _ => "The item is not signed off yet.",
        };
        return $"{why} Still needed: {MarkdownText.Inline(scope.Describe(missing))}. They close this issue as completed, or comment `{(scope.IsHandoff ? "/accept" : "/done")}`.";
    }

    private bool IsAnswered(long comment, IssueFacts facts) =>
        facts.Timeline.OfType<Commented>().Any(said => said.Actor is { } actor && identities.Any(actor.HasLogin) && said.Body.StartsWith(Mark(comment), StringComparison.Ordinal));
}
