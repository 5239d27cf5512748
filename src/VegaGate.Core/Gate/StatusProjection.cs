using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>What an issue should look like for the state that it is in: open or closed, and one status label.</summary>
public static class StatusProjection
{
    /// <summary>The update that shows the state, or null when the issue shows it already.</summary>
    public static IssueUpdate? Of(IssueFacts facts, ItemState state)
    {
        var issue = facts.Issue;
        var label = LabelNames.Status(state.Status.ToWord());
        var labels = issue.Labels.Where(name => !LabelNames.IsStatus(name)).Append(label).ToImmutableArray();
        var isOpen = state.Status != ItemStatus.Done;
        var update = new IssueUpdate
        {
            Labels = labels.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(issue.Labels) ? null : labels,
            IsOpen = isOpen == issue.IsOpen ? null : isOpen,
            CloseAs = isOpen || !issue.IsOpen ? null : CloseReason.Completed,
            Body = facts.Marked.Marker.Status == state.Status.ToWord()
                ? null
                : (facts.Marked.Marker with { Status = state.Status.ToWord() }) + IssueMarker.Strip(issue.Body),
        };
        return update is { Labels: null, IsOpen: null, Body: null } ? null : update;
    }
}
