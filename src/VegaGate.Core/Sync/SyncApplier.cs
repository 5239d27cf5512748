using System.Collections.Immutable;
using VegaGate.Configuration;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>How an application ended.</summary>
/// <param name="Applied">Changes that were written.</param>
/// <param name="Remaining">Changes that are left because a limit was reached.</param>
/// <param name="Stop">Why they are left; null where none is.</param>
/// <param name="Notices">What the tracker took otherwise than it was sent, and what changed too late to be written over.</param>
public sealed record SyncOutcome(int Applied, int Remaining, BudgetStop? Stop, ImmutableArray<string> Notices);

/// <summary>
/// Writes a plan's changes in their order. It may be stopped between any two requests: a new plan holds what is left.
/// </summary>
public sealed class SyncApplier(IIssueTracker tracker, WriteCaps budget)
{
    /// <summary>A creation whose answer was lost is looked for among what changed since so long before it was sent.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, bool> _assignable = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _notices = [];
    private readonly List<WrittenIssue> _written = [];

    /// <summary>Writes the changes, or as many as a limit lets through.</summary>
    /// <param name="plan">What to write.</param>
    /// <param name="live">What the plan was made of.</param>
    /// <param name="progress">Told of each change when it is written.</param>
    /// <param name="cancellation">Stops between two changes.</param>
    public async Task<SyncOutcome> ApplyAsync(SyncPlan plan, IssueIndex live, IProgress<PlannedChange> progress, CancellationToken cancellation)
    {
        var writes = plan.Changes.Where(change => change.IsWrite).ToImmutableArray();
        var done = 0;
        var applied = 0;
        BudgetStop? stop = null;
        try
        {
            if (!plan.IsEmpty)
                await PrepareAsync(writes, plan.Renames, cancellation);
            var meter = new BudgetMeter(budget, tracker, live.Issues.Concat(live.Twins).Select(known => known.Issue.CreatedAt));
            foreach (var change in writes)
            {
                cancellation.ThrowIfCancellationRequested();
                stop = meter.Before(change);
                if (stop is not null)
                    break;
                if (await WriteAsync(change, cancellation))
                    applied++;
                done++;
                meter.Count(change);
                progress.Report(change);
            }
        }
        catch (TrackerException limit) when (limit.Failure == TrackerFailure.RateLimited)
        {
            stop = new BudgetStop("the tracker's own limit is reached", limit.ResumeAt);
        }

        return new SyncOutcome(applied, writes.Length - done, stop, [.. _notices]);
    }

    private async Task PrepareAsync(ImmutableArray<PlannedChange> writes, ImmutableArray<LabelRename> renames, CancellationToken cancellation)
    {
        // What somebody else makes is not ours, and would be made anew by the next run.
        if (await tracker.FindLoginAsync(cancellation) is { } writer && !tracker.Identity.HasLogin(writer))
            throw new TrackerException(TrackerFailure.Forbidden, $"The token is {writer}'s, and issues are written by {tracker.Identity.Login} here: nothing was written. Let a workflow write them, or name the `identity` in .vegagate.yaml.");
        var labels = writes.SelectMany(change => change.Update.Labels ?? []).Concat(renames.Select(rename => rename.To)).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        var existing = labels.IsEmpty ? [] : await ReadLabelsAsync(cancellation);
        foreach (var rename in renames)
            await RenameAsync(rename, existing, cancellation);
        foreach (var label in labels.Where(label => !existing.Contains(label)))
            await tracker.CreateLabelAsync(LabelNames.Describe(label), cancellation);
        foreach (var milestone in writes.Select(change => change.Update.Milestone).OfType<string>().Distinct(StringComparer.Ordinal))
            await tracker.EnsureMilestoneAsync(milestone, cancellation);
        foreach (var login in writes.SelectMany(change => change.Update.Assignees ?? []).Distinct(StringComparer.OrdinalIgnoreCase))
            _assignable[login] = await tracker.IsAssignableAsync(login, cancellation);
    }

    private async Task<HashSet<string>> ReadLabelsAsync(CancellationToken cancellation) =>
        (await tracker.ListLabelsAsync(cancellation)).Select(label => label.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Renames a label, or where both are there gives the new one to each issue that has the old one; <paramref name="existing"/> then says what is there.</summary>
    private async Task RenameAsync(LabelRename rename, HashSet<string> existing, CancellationToken cancellation)
    {
        if (!existing.Contains(rename.To))
        {
            if (await tracker.RenameLabelAsync(rename.From, rename.To, cancellation))
            {
                existing.Add(rename.To);
                return;
            }

            // That there is none of the old name may mean that a first try renamed it, and its answer was lost.
            existing.Clear();
            existing.UnionWith(await ReadLabelsAsync(cancellation));
            if (!existing.Contains(rename.From))
                return;
            if (!existing.Contains(rename.To))
                throw new TrackerException(TrackerFailure.Rejected, $"The label {rename.From} could not be renamed to {rename.To}: run it again, or rename it by hand.");
        }

        foreach (var issue in rename.Bearers)
        {
            if (!await tracker.IsStillAsync(issue, cancellation))
                Skip(issue.Number);
            else
                await tracker.UpdateIssueAsync(issue.Number, new IssueUpdate { Labels = rename.Relabel(issue).Labels }, cancellation);
        }
    }

    /// <summary>Writes a change; false when the issue is no longer the one that it was planned for.</summary>
    private async Task<bool> WriteAsync(PlannedChange change, CancellationToken cancellation)
    {
        var assignees = change.Update.Assignees?.Where(login => _assignable[login]).ToImmutableArray();
        var planned = change.Map is { } map ? change.Body!.With(WithWritten(change, map)) : change.Body;
        if (change.Number is not { } number)
        {
            var draft = new IssueDraft
            {
                Title = change.Update.Title!,
                Body = planned!.Compose(change.Marker!),
                Labels = change.Update.Labels ?? [],
                Assignees = assignees ?? [],
                Milestone = change.Update.Milestone,
            };
            var created = await CreateAsync(change.Identity, draft, cancellation);
            NoticeLoss(draft, created);
            _written.Add(new WrittenIssue(change.Identity, created.Number, null));
            return true;
        }

        try
        {
            var seen = change.Seen;
            if (seen is not null && !await tracker.IsStillAsync(seen, cancellation))
                return Skip(number);
            // The comment goes first: when the run stops between the two, the next one plans the change again and finds the comment.
            if (change.Comment is { } comment && !await IsSaidAsync(number, comment, cancellation))
            {
                var said = await tracker.AddCommentAsync(number, comment, cancellation);
                if (seen is not null && !await tracker.IsStillAsync(seen with { UpdatedAt = said.At }, cancellation))
                    return Skip(number);
            }

            var marker = change.IsNewText ? change.Marker! with { Since = tracker.Now } : change.Marker;
            await tracker.UpdateIssueAsync(number, change.Update with { Body = marker is null ? null : planned?.Compose(marker), Assignees = assignees }, cancellation);
            if (change.Action == SyncAction.Adopt || change.IsSealed)
                _written.Add(new WrittenIssue(change.Identity, number, change.IsSealed ? marker!.Seal : null));
            return true;
        }
        catch (TrackerException refusal) when (refusal.Failure == TrackerFailure.Rejected)
        {
            if (await tracker.FindIssueAsync(number, cancellation) is not null)
                throw;
            return Skip(number);
        }
    }

    private bool Skip(int number)
    {
        _notices.Add($"#{number} has changed since this was planned, or is gone; the next run says what to do.");
        return false;
    }

    /// <summary>Makes an issue. Where nobody knows whether it was made, it is looked for before anything is sent again.</summary>
    private async Task<TrackedIssue> CreateAsync(string identity, IssueDraft draft, CancellationToken cancellation)
    {
        try
        {
            return await tracker.CreateIssueAsync(draft, cancellation);
        }
        catch (TrackerException lost) when (lost.Failure == TrackerFailure.Unreachable)
        {
            var recent = await tracker.ListIssuesByAuthorAsync(tracker.Identity.Login, tracker.Now - Tolerance, cancellation);
            var known = _written.Select(entry => entry.Number).ToHashSet();
            return recent.FirstOrDefault(issue => !known.Contains(issue.Number) && string.Equals(IssueMarker.Read(issue.Body)?.Identity, identity, StringComparison.OrdinalIgnoreCase))
                ?? await tracker.CreateIssueAsync(draft, cancellation);
        }
    }

    /// <summary>The block of a tracking issue with the numbers and seals of this run.</summary>
    private string WithWritten(PlannedChange change, TrackingMap map)
    {
        var scope = TrackingMap.ScopeOf(change.Identity);
        foreach (var (identity, number, seal) in _written.Where(entry => entry.Identity.StartsWith(scope, StringComparison.OrdinalIgnoreCase)))
            map = map.With(TrackingMap.KeyOf(identity), number, seal);
        return (TrackingBlock.Parse(change.Body!.Block) with { Map = map }).Render();
    }

    /// <summary>Whether a comment is the last thing that we did there.</summary>
    private async Task<bool> IsSaidAsync(int number, string comment, CancellationToken cancellation) =>
        (await tracker.ReadTimelineAsync(number, cancellation)).LastOrDefault(entry => entry.Actor?.IsSameAs(tracker.Identity) == true) is Commented last && last.Body == comment;

    /// <summary>A token without write access has its labels, assignees and milestone dropped without a word; another one's issue is not ours.</summary>
    private void NoticeLoss(IssueDraft sent, TrackedIssue taken)
    {
        if (!tracker.Identity.HasLogin(taken.Author.Login))
            throw new TrackerException(
                TrackerFailure.Forbidden, $"#{taken.Number} is {taken.Author.Login}'s, and issues are written by {tracker.Identity.Login} here, so it would be nobody's. Name the `identity` in .vegagate.yaml, and remove #{taken.Number}.");
        if (!sent.Labels.ToHashSet(StringComparer.OrdinalIgnoreCase).IsSubsetOf(taken.Labels))
            throw new TrackerException(
                TrackerFailure.Forbidden, $"The tracker dropped the labels of #{taken.Number}: without them the issue cannot be found again. Give the token the permission `issues: write`, and remove #{taken.Number}.");
        if (!sent.Assignees.ToHashSet(StringComparer.OrdinalIgnoreCase).IsSubsetOf(taken.Assignees))
            _notices.Add($"#{taken.Number}: the tracker took {taken.Assignees.Length} of {sent.Assignees.Length} assignees.");
        if (sent.Milestone is not null && taken.Milestone != sent.Milestone)
            _notices.Add($"#{taken.Number}: the tracker did not take the milestone.");
    }

    /// <summary>An issue that the map of its list is to have.</summary>
    private sealed record WrittenIssue(string Identity, int Number, string? Seal);
}
