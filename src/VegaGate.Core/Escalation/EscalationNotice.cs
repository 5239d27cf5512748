using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate.Blocking;

namespace VegaGate.Escalation;

/// <summary>Somebody who is told.</summary>
/// <param name="Slug">The name in the file.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Logins">Of the person, or of the members of the team.</param>
public sealed record Recipient(string Slug, string Name, ImmutableArray<string> Logins);

/// <summary>What people are told of a blocker: that it has reached levels of the escalation, or that it is over.</summary>
/// <param name="List">The list's title.</param>
/// <param name="Title">Of the item or hand-off, with its id; of a report that names none, the list's.</param>
/// <param name="Url">The issue on which it is spoken of; empty where there is no page.</param>
/// <param name="Levels">The levels that were reached just now; empty when it is over.</param>
/// <param name="To">Who is told.</param>
/// <param name="Elapsed">In working time.</param>
/// <param name="Target">In what working time it is to be resolved; null without a target.</param>
public sealed record EscalationNotice(
    BlockerRecord Blocker, string List, string Title, string Url, ImmutableArray<EscalationLevel> Levels, ImmutableArray<Recipient> To, TimeSpan Elapsed, TimeSpan? Target)
{
    public bool IsOver => Levels.IsEmpty;

    /// <summary>The highest level that was reached just now; 0 when it is over.</summary>
    public int Level => IsOver ? 0 : Levels[^1].Number;

    /// <summary>Whether the target was met, or still can be; null without one.</summary>
    public bool? IsWithinTarget => Target is { } target ? Elapsed <= target : null;
}
