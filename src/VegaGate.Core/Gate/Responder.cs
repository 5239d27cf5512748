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
    public async Task<Response> RespondAsync(ItemScope scope, SignOffPolicy policy, string fingerprint, IssueFacts facts, CancellationToken cancellation)
    {
        if (facts.Marked.Marker.Fingerprint != fingerprint || facts.Marked.Marker.Status == IssueMarker.Retired)
            return new Response(facts, HasWritten: false);
        var state = resolver.Resolve(scope, policy, facts);
        var timeline = facts.Timeline;
        foreach (var comment in state.Ledger.Heard.Where(comment => !comment.IsAcknowledged))
        {
            await tracker.AcknowledgeAsync(comment.Id, cancellation);
            timeline = timeline.Replace(comment, comment with { IsAcknowledged = true });
        }

        var update = StatusProjection.Of(facts, state);
        var answers = Answers(scope, state).ToList();
        if (AcceptanceReceipt.Of(scope, state) is { } receipt)
            answers.Add((Mark("accepted", state.Acceptance!.At.UtcTicks), receipt));
        if (update?.IsOpen == true && state.LastClosing is { } closing)
            answers.Add((Mark("reopened", closing.At.UtcTicks), Refusals.OfClosing(scope, state, closing)));
        foreach (var (mark, text) in answers.Where(answer => !IsSaid(answer.Mark, facts)))
            timeline = timeline.Add(await tracker.AddCommentAsync(facts.Issue.Number, $"{mark}\n{text}", cancellation));
        var issue = update is null ? facts.Issue : await tracker.UpdateIssueAsync(facts.Issue.Number, update, cancellation);
        if (update is null && timeline == facts.Timeline)
            return new Response(facts, HasWritten: false);
        return new Response(facts with { Marked = new MarkedIssue(issue, IssueMarker.Read(issue.Body) ?? facts.Marked.Marker), Timeline = timeline }, HasWritten: true);
    }

    /// <summary>One answer for each comment that needs one.</summary>
    private static IEnumerable<(string Mark, string Text)> Answers(ItemScope scope, ItemState state)
    {
        var parts = state.Ledger.Refusals.Where(refusal => refusal.Comment is not null)
            .Select(refusal => (Comment: refusal.Comment!.Value, Text: "This does not count: " + MarkdownText.Within(Refusals.MaxPart, refusal.Text, MarkdownText.Inline)))
            .Concat(state.Ledger.Questions.Select(question => (question.Comment, Text: HelpText.For(question.Actor, scope, state))));
        return parts.GroupBy(part => part.Comment).Select(group => (Mark("answer", group.Key), string.Join("\n\n", group.Select(part => part.Text).Distinct(StringComparer.Ordinal))));
    }

    private static string Mark(string kind, long of) => string.Create(CultureInfo.InvariantCulture, $"<!-- vegagate {kind}={of} -->");

    private bool IsSaid(string mark, IssueFacts facts) =>
        OwnComments.Of(facts.Timeline, identities).Any(said => said.Body.StartsWith(mark, StringComparison.Ordinal));
}
