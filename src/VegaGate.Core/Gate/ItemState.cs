using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>An issue with what happened on it.</summary>
public sealed record IssueFacts(MarkedIssue Marked, ImmutableArray<TimelineEvent> Timeline)
{
    public TrackedIssue Issue => Marked.Issue;
}

/// <summary>Where an item or a hand-off stands, by what people said.</summary>
/// <param name="SignOffs">Sign-offs that stand.</param>
/// <param name="Void">Sign-offs of a text that has changed since.</param>
/// <param name="Missing">Owners whose sign-off is still needed.</param>
/// <param name="LastClosing">The closing that the issue is in, unless it is ours or the issue is open.</param>
public sealed record ItemState(
    ItemStatus Status,
    ItemLedger Ledger,
    ImmutableArray<SignOff> SignOffs,
    ImmutableArray<SignOff> Void,
    ImmutableArray<string> Missing,
    Acceptance? Acceptance,
    Closed? LastClosing)
{
    /// <summary>Whether the rule is met. Where nobody is named, nobody is missing, and still nothing is signed off.</summary>
    public bool IsSignedOff => !SignOffs.IsEmpty && Missing.IsEmpty;
}
