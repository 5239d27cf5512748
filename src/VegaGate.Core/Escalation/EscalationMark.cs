using System.Collections.Immutable;
using System.Globalization;
using VegaGate.Gate.Blocking;
using VegaGate.Tracking;

namespace VegaGate.Escalation;

/// <summary>
/// The hidden first line of a comment by which we know what was said already.
/// </summary>
/// <param name="Blocker">The key of the blocker on its issue.</param>
/// <param name="Levels">The levels that the comment announces; empty where it says something else.</param>
/// <param name="Progress">The ticks of the progress of which it speaks; null where it announces levels, or that the blocker is over.</param>
internal sealed record EscalationMark(long Blocker, ImmutableArray<int> Levels, long? Progress = null)
{
    private const string Reached = "<!-- vegagate escalation=";
    private const string Stopped = "<!-- vegagate progress=";
    private const string Over = "<!-- vegagate resolved=";

    /// <summary>What the comment says, a number each: a level, the ticks of a progress, or 0 for the end.</summary>
    public IEnumerable<long> Says => Levels.IsEmpty ? [Progress ?? 0] : Levels.Select(level => (long)level);

    /// <summary>
    /// The blockers of an issue that have begun to count, each with its key: the ticks of its beginning. Of those that began at one moment, as two commands of one comment do,
    /// each later one has the next tick.
    /// </summary>
    public static ImmutableArray<(BlockerRecord Blocker, long Key)> KeysOf(ImmutableArray<BlockerRecord> blockers) =>
    [
        .. from blocker in blockers
           where blocker.Since is not null
           group blocker by blocker.Since!.Value.UtcTicks into moment
           from keyed in moment.Select((blocker, number) => (blocker, moment.Key + number))
           select keyed,
    ];

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
        var said = new HashSet<(long, long)>();
        foreach (var (mark, comment) in marks.OrderBy(pair => pair.Comment.Id))
        {
            if (mark.Says.All(what => said.Contains((mark.Blocker, what))))
                twins.Add(comment);
            said.UnionWith(mark.Says.Select(what => (mark.Blocker, what)));
        }

        return twins.ToImmutable();
    }

    public override string ToString() =>
        !Levels.IsEmpty ? string.Create(CultureInfo.InvariantCulture, $"{Reached}{Blocker} levels={string.Join(',', Says)} -->")
        : Progress is { } progress ? string.Create(CultureInfo.InvariantCulture, $"{Stopped}{Blocker} since={progress} -->")
        : string.Create(CultureInfo.InvariantCulture, $"{Over}{Blocker} -->");

    private static EscalationMark? Read(string body)
    {
        if (body.IndexOf(" -->", StringComparison.Ordinal) is var end && end < 0)
            return null;
        if (Behind(Over) is { } over)
            return TryRead(over) is { } ended ? new EscalationMark(ended, []) : null;
        if (Behind(Stopped)?.Split(" since=") is [var stopped, var since])
            return TryRead(stopped) is { } held && TryRead(since) is { } progress ? new EscalationMark(held, [], progress) : null;
        if (Behind(Reached)?.Split(" levels=") is not [var reached, var levels] || TryRead(reached) is not { } blocker)
            return null;
        var numbers = levels.Split(',').Select(TryRead).ToImmutableArray();
        return numbers.Contains(null) ? null : new EscalationMark(blocker, [.. numbers.Select(number => (int)Math.Min(number!.Value, int.MaxValue))]);

        string? Behind(string opening) => body.StartsWith(opening, StringComparison.Ordinal) && end >= opening.Length ? body[opening.Length..end] : null;
    }

    private static long? TryRead(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
