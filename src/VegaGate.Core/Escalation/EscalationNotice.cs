using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Format;
using VegaGate.Gate.Blocking;

namespace VegaGate.Escalation;

/// <summary>Somebody who is told.</summary>
/// <param name="Slug">The name in the file.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Logins">Of the person, or of the members of the team.</param>
public sealed record Recipient(string Slug, string Name, ImmutableArray<string> Logins)
{
    /// <summary>Those whom a file names, each once.</summary>
    public static IEnumerable<Recipient> Of(People people, IEnumerable<Located<string>> names) =>
        names.Select(name => name.Value).Distinct(StringComparer.Ordinal).Select(slug => new Recipient(slug, people.NameOf(slug), [.. people.LoginsOf(slug)]));
}

/// <summary>A level that was reached, with the people whom it calls.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Do">What happens.</param>
public sealed record CalledLevel(int Number, string Do, ImmutableArray<Recipient> To);

/// <summary>What a notice says of a blocker.</summary>
public enum NoticeKind
{
    /// <summary>It has reached levels.</summary>
    Escalation,

    /// <summary>Somebody made progress: nobody is called any more, and it still holds the gate.</summary>
    Progress,

    /// <summary>It is over.</summary>
    Resolved,
}

/// <summary>What people are told of a blocker: that it has reached levels of the escalation, that they stop, or that it is over.</summary>
/// <param name="List">The list's title.</param>
/// <param name="Title">Of the item or hand-off, with its id; of a report that names none, the list's.</param>
/// <param name="Url">The issue on which it is spoken of; empty where there is no page.</param>
/// <param name="Levels">The levels that were reached just now; empty when they stop or it is over.</param>
/// <param name="To">Who is told, each once: the people of these levels, or of all that were told before.</param>
/// <param name="Next">What comes next if it stays; null where nothing does.</param>
/// <param name="Elapsed">In working time.</param>
/// <param name="Target">In what working time it is to be resolved; null without a target.</param>
public sealed record EscalationNotice(
    BlockerRecord Blocker, string List, string Title, string Url, ImmutableArray<CalledLevel> Levels, ImmutableArray<Recipient> To, DueLevel? Next, TimeSpan Elapsed, TimeSpan? Target)
{
    public NoticeKind Kind => !Levels.IsEmpty ? NoticeKind.Escalation : Blocker.Resolved is null ? NoticeKind.Progress : NoticeKind.Resolved;

    /// <summary>The highest level that was reached just now; 0 when none was.</summary>
    public int Level => Levels.IsEmpty ? 0 : Levels[^1].Number;

    /// <summary>Whether the target was met, or still can be; null without one.</summary>
    public bool? IsWithinTarget => Target is { } target ? Elapsed <= target : null;
}
