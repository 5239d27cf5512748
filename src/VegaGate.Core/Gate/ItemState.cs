using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate.Blocking;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>An issue with what happened on it.</summary>
public sealed record IssueFacts(MarkedIssue Marked, ImmutableArray<TimelineEvent> Timeline)
{
    public TrackedIssue Issue => Marked.Issue;

    /// <summary>When we last announced on the issue that its text changes: the marker can be edited, and what was announced is true all the same.</summary>
    public DateTimeOffset? TextAnnounced { get; init; }

    /// <summary>Reports of blockers that keep it and hold, filed elsewhere.</summary>
    public ImmutableArray<BlockerRecord> Reports { get; init; } = [];

    /// <summary>Of a hand-off, when its phase became ready: what was said before counts for nothing. Null where nothing tells.</summary>
    public DateTimeOffset? ReadySince { get; init; }

    /// <summary>Whether the issue had its present text at a time: after the later of what the marker and the announcement say.</summary>
    public bool IsOfPresentText(DateTimeOffset at) => at >= Issue.CreatedAt && !(at <= Marked.Marker.Since) && !(at <= TextAnnounced);
}

/// <summary>Where an item or a hand-off stands, by what people said.</summary>
/// <param name="SignOffs">Sign-offs that stand.</param>
/// <param name="Void">Sign-offs of a text that has changed since.</param>
/// <param name="ByAuthor">Sign-offs that do not count because whoever gave them wrote the text.</param>
/// <param name="Missing">Owners whose sign-off is still needed.</param>
/// <param name="Waiver">The last waiver of this text, also when it is over.</param>
/// <param name="NotApplicable">An owner's and an approver's word on this text that it does not apply: the one that came last.</param>
/// <param name="LastClosing">The closing that the issue is in, unless it is ours or the issue is open.</param>
public sealed record ItemState(
    ItemStatus Status,
    ItemLedger Ledger,
    ImmutableArray<SignOff> SignOffs,
    ImmutableArray<SignOff> Void,
    ImmutableArray<SignOff> ByAuthor,
    ImmutableArray<string> Missing,
    Acceptance? Acceptance,
    WaiverWord? Waiver,
    NotApplicableWord? NotApplicable,
    Closed? LastClosing)
{
    /// <summary>Reports of blockers that keep it and hold, the oldest first.</summary>
    public ImmutableArray<BlockerRecord> Reports { get; init; } = [];

    /// <summary>Since when the rule is met; null while it is not.</summary>
    public DateTimeOffset? SignedOffSince { get; init; }

    /// <summary>Requests and acceptances of a hand-off that came before its phase was ready.</summary>
    public ImmutableArray<Word> Early { get; init; } = [];

    /// <summary>The word by which the steps that follow an accepted hand-off are covered; null where there is none.</summary>
    public Word? FollowUp { get; init; }

    /// <summary>Since when it passes by an excuse: it may have been signed off before.</summary>
    public DateTimeOffset? ExcusedSince(DateTimeOffset excused) => SignedOffSince < excused ? SignedOffSince : excused;

    /// <summary>Whether the rule is met. Where nobody is named, nobody is missing, and still nothing is signed off.</summary>
    public bool IsSignedOff => !SignOffs.IsEmpty && Missing.IsEmpty;
}
