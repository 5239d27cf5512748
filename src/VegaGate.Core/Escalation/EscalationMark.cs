using System.Collections.Immutable;
using System.Globalization;
using VegaGate.Gate.Blocking;
using VegaGate.Tracking;

namespace VegaGate.Escalation;

/// <summary>
/// The hidden first line of a comment by which we know what was said already.
/// </summary>
/// <param name="Blocker">The blocker on its issue: the ticks of its beginning.</param>
/// <param name="Levels">The levels that the comment announces; empty where it says that the blocker is over.</param>
internal sealed record EscalationMark(long Blocker, ImmutableArray<int> Levels)
{
    private const string Reached = "<!-- vegagate escalation=";
    private const string Over = "<!-- vegagate resolved=";

    public bool IsOver => Levels.IsEmpty;

    /// <summary>The key of a blocker that has begun to count.</summary>
    public static long KeyOf(BlockerRecord blocker) => blocker.Since!.Value.UtcTicks;

    /// <summary>The marks on an issue, with the comments that bear them, in their order.</summary>
    /// <param name="identities">Our own logins; what others copied is theirs.</param>
    public static ImmutableArray<(EscalationMark Mark, Commented Comment)> ReadAll(ImmutableArray<TimelineEvent> timeline, IReadOnlyCollection<string> identities) =>
    [
        .. from comment in OwnComments.Of(timeline, identities)
           let mark = Read(comment.Body)
           where mark is not null
           select (mark, comment),
    ];

    /// <summary>Comments that say nothing but what ones before them said: two runs at once may each have written one.</summary>
    public static ImmutableArray<Commented> TwinsAmong(ImmutableArray<(EscalationMark Mark, Commented Comment)> marks)
    {
        var twins = ImmutableArray.CreateBuilder<Commented>();
        var said = new HashSet<(long, int)>();
        foreach (var (mark, comment) in marks.OrderBy(pair => pair.Comment.Id))
        {
            var says = mark.IsOver ? [0] : mark.Levels;
            if (says.All(level => said.Contains((mark.Blocker, level))))
                twins.Add(comment);
            foreach (var level in says)
                said.Add((mark.Blocker, level));
        }

        return twins.ToImmutable();
    }

    public override string ToString()
    {
        var key = Blocker.ToString(CultureInfo.InvariantCulture);
        return IsOver ? $"{Over}{key} -->" : $"{Reached}{key} levels={string.Join(',', Levels.Select(level => level.ToString(CultureInfo.InvariantCulture)))} -->";
    }

    private static EscalationMark? Read(string body)
    {
        var end = body.IndexOf(" -->", StringComparison.Ordinal);
        if (end < 0)
            return null;
        if (body.StartsWith(Over, StringComparison.Ordinal))
            return TryRead(body[Over.Length..end]) is { } over ? new EscalationMark(over, []) : null;
        if (!body.StartsWith(Reached, StringComparison.Ordinal) || body[Reached.Length..end].Split(" levels=") is not [var key, var levels] || TryRead(key) is not { } blocker)
            return null;
        var numbers = levels.Split(',').Select(TryRead).ToImmutableArray();
        return numbers.Contains(null) ? null : new EscalationMark(blocker, [.. numbers.Select(number => (int)Math.Min(number!.Value, int.MaxValue))]);
    }

    private static long? TryRead(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
