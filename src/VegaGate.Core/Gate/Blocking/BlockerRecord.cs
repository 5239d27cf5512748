using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate.Blocking;

/// <summary>Who did something, and when and where.</summary>
/// <param name="Url">Where a person reads it; empty where there is no page.</param>
public sealed record BlockerWord(Actor Actor, DateTimeOffset At, string Url);

/// <summary>
/// Something that keeps a list from going on, from its beginning to its end: a <c>/block</c> on an item, or a report that somebody filed as an issue of its own.
/// </summary>
public sealed record BlockerRecord
{
    /// <summary>The list's slug.</summary>
    public required string Checklist { get; init; }

    public required string? Release { get; init; }

    /// <summary>The item or hand-off that it keeps; null for a report that names none that is known.</summary>
    public required ItemId? Item { get; init; }

    /// <summary>The id of the phase or section that it keeps; null for a report that names none that is known.</summary>
    public required string? Phase { get; init; }

    /// <summary>The number of the issue on which it is spoken of: the item's, or the report's own.</summary>
    public required int Issue { get; init; }

    /// <summary>Whether it was filed as an issue of its own.</summary>
    public required bool IsReport { get; init; }

    /// <summary>Who said or filed it.</summary>
    public required BlockerWord Raised { get; init; }

    /// <summary>Who of the file stands behind it: from then on it counts. Null: nobody, and it holds nothing.</summary>
    public required BlockerWord? Confirmed { get; init; }

    /// <summary>Who lifted it, and so resolved it; null while it stands.</summary>
    public required BlockerWord? Resolved { get; init; }

    /// <summary>
    /// Who made progress while it stood, by signing off or accepting, which stands since then: it still holds the gate, but nobody has to be called. Null where nobody did, or it
    /// was taken back.
    /// </summary>
    public BlockerWord? Progressed { get; init; }

    /// <summary>One of the list's classes, as the file spells it; null where it names none.</summary>
    public required string? Class { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>What is wrong, in the words of who said it: on one line.</summary>
    public required string Reason { get; init; }

    /// <summary>From when its time counts; null while nobody of the file has taken it up.</summary>
    public DateTimeOffset? Since => Confirmed?.At;

    /// <summary>Whether it holds the gate.</summary>
    public bool IsOpen => Confirmed is not null && Resolved is null;

    /// <summary>Whether people are called as it stays.</summary>
    public bool CallsPeople => IsOpen && Progressed is null;

    /// <summary>Whether it was reported, and waits for somebody of the file to take it up.</summary>
    public bool IsUnconfirmed => Confirmed is null && Resolved is null;
}
