using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>What became of something that was done on an issue.</summary>
public enum AuditOutcome
{
    /// <summary>It counted when it was done; whether it still does, <see cref="AuditEntry.Stands"/> says.</summary>
    Counted,

    /// <summary>Somebody tried what they may not, or what makes no sense.</summary>
    Refused,

    /// <summary>It cannot say anything, whoever did it: an edited comment, an app's closing.</summary>
    Ignored,

    /// <summary>We did it ourselves, to show the state.</summary>
    Shown,
}

/// <summary>One thing that was done on an issue, and what it did.</summary>
/// <param name="At">The server's time.</param>
/// <param name="Actor">Null where the account is gone.</param>
/// <param name="Act">What was done, in a few words: "/done", "closed as completed", "reopened".</param>
/// <param name="Sentence">What it said or took back, or why it does not count; without a full stop of our own.</param>
/// <param name="Url">Where a person reads it; empty where there is no page.</param>
public sealed record AuditEntry(DateTimeOffset At, Actor? Actor, string Act, AuditOutcome Outcome, string Sentence, string Url)
{
    /// <summary>What it said.</summary>
    public ImmutableArray<Word> Said { get; init; } = [];

    /// <summary>What it took back or replaced.</summary>
    public ImmutableArray<Word> TakenBack { get; init; } = [];

    /// <summary>The fingerprint of the text on which it was done; null for a text that the issue no longer has, of which nothing else is known.</summary>
    public string? Text { get; init; }

    /// <summary>Whether what it said stands now; null where it said nothing.</summary>
    public bool? Stands { get; init; }
}

/// <summary>Where an item stands, and how it came there.</summary>
public sealed record ItemHistory(ItemState State, ImmutableArray<AuditEntry> Entries);
