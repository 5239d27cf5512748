using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>What the list holds, and what it takes.</summary>
/// <param name="Stages">In order; never empty.</param>
/// <param name="ValidFor">After which a sign-off is stale; null: never.</param>
/// <param name="Approvers">Slugs of who may waive.</param>
/// <param name="BreakGlass">Slugs of who may override.</param>
public sealed record GatePolicy(
    ImmutableArray<Located<string>> Stages,
    ImmutableArray<string> Require,
    SignOffPolicy SignOff,
    TimeSpan? ValidFor,
    bool NotByAuthor,
    ImmutableArray<Located<string>> Approvers,
    ImmutableArray<Located<string>> BreakGlass,
    TimeWindow? Window,
    ImmutableArray<TimeWindow> Freezes)
{
    public const string DefaultStage = "release";

    /// <summary>The place of a stage in the order, or -1.</summary>
    public int IndexOf(string stage)
    {
        for (var i = 0; i < Stages.Length; i++)
        {
            if (string.Equals(Stages[i].Value, stage, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}

/// <summary>From a moment up to, and without, another.</summary>
public sealed record TimeWindow(DateTimeOffset From, DateTimeOffset To, string? Reason)
{
    public bool Contains(DateTimeOffset moment) => From <= moment && moment < To;
}
