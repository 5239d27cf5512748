using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>How an application ended.</summary>
/// <param name="Applied">Changes that were written.</param>
/// <param name="Remaining">Changes that are left because a limit was reached.</param>
/// <param name="ResumeAt">When it is worth going on.</param>
/// <param name="Notices">What the tracker took otherwise than it was sent, and what changed too late to be written over.</param>
public sealed record SyncOutcome(int Applied, int Remaining, DateTimeOffset? ResumeAt, ImmutableArray<string> Notices);

/// <summary>
/// Writes a plan's changes in their order. It may be stopped between any two requests: a new plan holds what is left.
/// </summary>
public sealed class SyncApplier(IIssueTracker tracker)
{
    private readonly Dictionary<string, bool> _assignable = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _notices = [];
    private readonly List<KeyValuePair<string, int>> _created = [];

    /// <summary>Writes the changes, or as many as a limit lets through.</summary>
    /// <param name="plan">What to write.</param>
    /// <param name="progress">Told of each change when it is written.</param>
    /// <param name="cancellation">Stops between two changes.</param>
    public async Task<SyncOutcome> ApplyAsync(SyncPlan plan, IProgress<PlannedChange> progress, CancellationToken cancellation)
    {
        var writes = plan.Changes.Where(change => change.IsWrite).ToImmutableArray();
        var applied = 0;
        var passedOver = 0;
        try
        {
            if (writes.Length > 0)
                await PrepareAsync(writes, cancellation);
            foreach (var change in writes)
            {
                cancellation.ThrowIfCancellationRequested();
                if (await WriteAsync(change, cancellation))
                    applied++;
                else
                    passedOver++;
                progress.Report(change);
            }
        }
        catch (TrackerException limit) when (limit.Failure == TrackerFailure.RateLimited)
        {
            return new SyncOutcome(applied, writes.Length - applied - passedOver, limit.ResumeAt, [.. _notices]);
        }

        return new SyncOutcome(applied, 0, null, [.. _notices]);
    }

    private async Task PrepareAsync(ImmutableArray<PlannedChange> writes, CancellationToken cancellation)
    {
        var existing = (await tracker.ListLabelsAsync(cancellation)).Select(label => label.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var label in writes.SelectMany(change => change.Update.Labels ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Where(label => !existing.Contains(label)))
            await tracker.CreateLabelAsync(LabelNames.Describe(label), cancellation);
        foreach (var milestone in writes.Select(change => change.Update.Milestone).OfType<string>().Distinct(StringComparer.Ordinal))
            await tracker.EnsureMilestoneAsync(milestone, cancellation);
        foreach (var login in writes.SelectMany(change => change.Update.Assignees ?? []).Distinct(StringComparer.OrdinalIgnoreCase))
            _assignable[login] = await tracker.IsAssignableAsync(login, cancellation);
    }

    /// <summary>Writes a change; false when the issue is no longer the one that it was planned for.</summary>
    private async Task<bool> WriteAsync(PlannedChange change, CancellationToken cancellation)
    {
        var assignees = change.Update.Assignees?.Where(login => _assignable[login]).ToImmutableArray();
        var planned = change.Map is { } map ? change.Body!.With(WithCreated(change, map)) : change.Body;
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
            var created = await tracker.CreateIssueAsync(draft, cancellation);
            NoticeLoss(draft, created);
            _created.Add(new(change.Identity, created.Number));
            return true;
        }

        if (change.Seen is { } seen && !IsAsSeen(await tracker.FindIssueAsync(number, cancellation), seen))
        {
            _notices.Add($"#{number} has changed since this was planned; the next run plans it anew.");
            return false;
        }

        // The comment goes first: when the run stops between the two, the next one plans the change again and finds the comment.
        if (change.Comment is { } comment && !await IsSaidAsync(number, comment, cancellation))
            await tracker.AddCommentAsync(number, comment, cancellation);
        var body = planned is { } parts && change.Marker is { } marker ? parts.Compose(change.IsNewText ? marker with { Since = tracker.Now } : marker) : null;
        await tracker.UpdateIssueAsync(number, change.Update with { Body = body, Assignees = assignees }, cancellation);
        return true;
    }

    /// <summary>The block of a tracking issue with the numbers of this run.</summary>
    private string WithCreated(PlannedChange change, TrackingMap map)
    {
        var scope = TrackingMap.ScopeOf(change.Identity);
        foreach (var (identity, number) in _created.Where(entry => entry.Key.StartsWith(scope, StringComparison.OrdinalIgnoreCase)))
            map = map.With(TrackingMap.KeyOf(identity), number);
        return (TrackingBlock.Parse(change.Body!.Block) with { Map = map }).Render();
    }

    private static bool IsAsSeen(TrackedIssue? now, TrackedIssue seen) =>
        now is not null && now.Title == seen.Title && now.Body == seen.Body && now.IsOpen == seen.IsOpen && now.Milestone == seen.Milestone
        && now.Labels.ToHashSet(StringComparer.Ordinal).SetEquals(seen.Labels) && now.Assignees.ToHashSet(StringComparer.Ordinal).SetEquals(seen.Assignees);

    /// <summary>Whether a comment is the last thing that we did there.</summary>
    private async Task<bool> IsSaidAsync(int number, string comment, CancellationToken cancellation) =>
        (await tracker.ReadTimelineAsync(number, cancellation)).LastOrDefault(entry => entry.Actor?.IsSameAs(tracker.Identity) == true) is Commented last && last.Body == comment;

    /// <summary>A token without write access has its labels, assignees and milestone dropped without a word.</summary>
    private void NoticeLoss(IssueDraft sent, TrackedIssue taken)
    {
        if (!sent.Labels.ToHashSet(StringComparer.OrdinalIgnoreCase).IsSubsetOf(taken.Labels))
            throw new TrackerException(
                TrackerFailure.Forbidden, $"The tracker dropped the labels of #{taken.Number}: without them the issue cannot be found again. Give the token the permission `issues: write`, and remove #{taken.Number}.");
        if (!sent.Assignees.ToHashSet(StringComparer.OrdinalIgnoreCase).IsSubsetOf(taken.Assignees))
            _notices.Add($"#{taken.Number}: the tracker took {taken.Assignees.Length} of {sent.Assignees.Length} assignees.");
        if (sent.Milestone is not null && taken.Milestone != sent.Milestone)
            _notices.Add($"#{taken.Number}: the tracker did not take the milestone.");
    }
}
