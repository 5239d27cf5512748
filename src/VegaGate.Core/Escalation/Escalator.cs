using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Gate.Blocking;
using VegaGate.Tracking;

namespace VegaGate.Escalation;

/// <summary>What became of an issue.</summary>
/// <param name="Number">The issue.</param>
/// <param name="Notices">What was said on it just now.</param>
/// <param name="HasWritten">Whether anything was said or changed.</param>
public sealed record EscalationOutcome(int Number, ImmutableArray<EscalationNotice> Notices, bool HasWritten);

/// <summary>
/// Lets issues show what their blockers have reached: a comment once for each level, and one label. It reads the state as it is now, so that twice, late, or after an outage
/// comes to the same end. A comment is said before the label is set, so that a run that is stopped between the two says nothing twice; and of two runs at once that both
/// said it, the later one takes its comment back and tells nobody.
/// </summary>
/// <param name="comments">Takes comments back; null where one run at a time is let in.</param>
public sealed class Escalator(IIssueTracker tracker, IOwnComments? comments, IReadOnlyCollection<string> identities)
{
    private ImmutableHashSet<string>? _labels;

    /// <summary>Acts on everything of a list (and release), and gives what it did as it does it.</summary>
    public async IAsyncEnumerable<EscalationOutcome> RunAsync(Checklist checklist, string? release, GateFacts facts, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (checklist.Escalation is null)
            yield break;
        var planner = new EscalationPlanner(checklist, identities);
        var blockers = facts.BlockersOf(checklist, release).ToLookup(blocker => blocker.Issue);
        foreach (var issue in IssuesOf(checklist, release, facts, blockers))
        {
            var plan = planner.Plan(issue, [.. blockers[issue.Issue.Number]], facts.Now);
            var notices = ImmutableArray.CreateBuilder<EscalationNotice>();
            await RemoveAsync(plan.Twins, cancellation);
            foreach (var comment in plan.Comments)
            {
                if (await SayAsync(issue.Issue.Number, comment, cancellation))
                    notices.Add(comment.Notice);
            }

            var isLabelled = await LabelAsync(plan, cancellation);
            if (isLabelled || notices.Count > 0)
                yield return new EscalationOutcome(issue.Issue.Number, notices.ToImmutable(), HasWritten: true);
        }
    }

    /// <summary>Makes the label that a filed form bears: GitHub leaves out one that the repository does not have.</summary>
    public async Task PrepareAsync(CancellationToken cancellation) => await EnsureLabelAsync(LabelNames.Blocker, cancellation);

    /// <summary>Every issue with a blocker, and every other of ours that still bears a label of the escalation.</summary>
    private static IEnumerable<EscalatedIssue> IssuesOf(Checklist checklist, string? release, GateFacts facts, ILookup<int, BlockerRecord> blockers) =>
        facts.Issues.Where(pair => pair.Key.Checklist == checklist.Name && pair.Key.Release == release).Select(pair => new EscalatedIssue(pair.Value.Issue, pair.Value.Timeline))
            .Concat(facts.Reports.Reports.Select(report => new EscalatedIssue(report.Issue, report.Timeline)).Where(report => blockers.Contains(report.Issue.Number)))
            .Where(issue => blockers.Contains(issue.Issue.Number) || issue.Issue.Labels.Any(LabelNames.IsEscalation))
            .OrderBy(issue => issue.Issue.Number);

    /// <summary>False where another run has said it already.</summary>
    private async Task<bool> SayAsync(int number, EscalationComment comment, CancellationToken cancellation)
    {
        var said = await tracker.AddCommentAsync(number, $"{comment.Mark}\n{EscalationText.Comment(comment.Notice)}", cancellation);
        if (comments is null)
            return true;
        var marks = EscalationMark.ReadAll(await tracker.ReadTimelineAsync(number, cancellation), identities);

        // The run beside this one may have taken our comment back before we look: it is judged as if it still stood there.
        var isThere = marks.Any(pair => pair.Comment.Id == said.Id);
        var twins = EscalationMark.TwinsAmong(isThere ? marks : marks.Add((comment.Mark, said)));
        await RemoveAsync(isThere ? twins : twins.RemoveAll(twin => twin.Id == said.Id), cancellation);
        return !twins.Any(twin => twin.Id == said.Id);
    }

    private async Task RemoveAsync(ImmutableArray<Commented> twins, CancellationToken cancellation)
    {
        if (comments is null)
            return;
        foreach (var twin in twins)
            await comments.RemoveAsync(twin.Id, cancellation);
    }

    private async Task<bool> LabelAsync(EscalationPlan plan, CancellationToken cancellation)
    {
        // Labels go as a whole set: what somebody changed since the listing must not be undone.
        if (EscalationPlan.IsShown(plan.Label, plan.Issue.Issue) || await tracker.FindIssueAsync(plan.Issue.Issue.Number, cancellation) is not { } issue || EscalationPlan.IsShown(plan.Label, issue))
            return false;
        if (plan.Label is { } label)
            await EnsureLabelAsync(label, cancellation);
        await tracker.UpdateIssueAsync(issue.Number, new IssueUpdate { Labels = EscalationPlan.LabelsOf(plan.Label, issue) }, cancellation);
        return true;
    }

    private async Task EnsureLabelAsync(string name, CancellationToken cancellation)
    {
        _labels ??= (await tracker.ListLabelsAsync(cancellation)).Select(label => label.Name).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        if (_labels.Contains(name))
            return;
        await tracker.CreateLabelAsync(LabelNames.Describe(name), cancellation);
        _labels = _labels.Add(name);
    }
}
