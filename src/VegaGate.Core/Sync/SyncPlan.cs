using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>What a change does.</summary>
public enum SyncAction
{
    Create,

    /// <summary>Makes an issue that is there already, and that the file names, an item's.</summary>
    Adopt,
    Update,
    Reopen,
    Close,
    Retire,

    /// <summary>Shown only: both sides changed a field, and nothing is overwritten.</summary>
    Conflict,
}

/// <summary>One field before and after, for people to read.</summary>
public sealed record FieldChange(string Field, string Before, string After);

/// <summary>
/// One issue to be written, complete: applying reads nothing but this.
/// </summary>
/// <param name="Identity">Whose issue it is.</param>
/// <param name="Number">The issue; null for one to be made.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="Marker">The marker to be written, or null.</param>
/// <param name="IsNewText">Whether what is signed off changed: then the marker takes the server's time at the write.</param>
/// <param name="Body">The parts of the body around the marker; null leaves the body.</param>
/// <param name="Update">All other fields.</param>
/// <param name="Comment">Said on the issue after the write.</param>
public sealed record PlannedChange(
    SyncAction Action, string Identity, int? Number, string Title, string Reason, ImmutableArray<FieldChange> Fields, IssueMarker? Marker, bool IsNewText, IssueBody? Body, IssueUpdate Update, string? Comment)
{
    public bool IsWrite => Action != SyncAction.Conflict;

    /// <summary>The issue as the plan found it: what has changed since is planned anew and not overwritten. Null for one to be made.</summary>
    public TrackedIssue? Seen { get; init; }

    /// <summary>Whether somebody else opened the issue: the tracking issue keeps the seal of the marker that is written.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Of a tracking issue, the map as far as it is known: what is made and sealed in the same run joins it. Null for every other issue.</summary>
    public TrackingMap? Map { get; init; }
}

/// <summary>The changes that make the issues what the definition says, in order, and what else was noticed.</summary>
public sealed record SyncPlan(ImmutableArray<PlannedChange> Changes, ImmutableArray<string> Notices, int Unchanged)
{
    /// <summary>Labels that are renamed before anything else.</summary>
    public ImmutableArray<LabelRename> Renames { get; init; } = [];

    public bool IsEmpty => Renames.IsEmpty && !Changes.Any(change => change.IsWrite);
}
