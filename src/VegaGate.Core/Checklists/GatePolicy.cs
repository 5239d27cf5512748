using System.Collections.Immutable;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Checklists;

/// <summary>What the list holds, and what it takes.</summary>
/// <param name="Stages">In order; never empty.</param>
/// <param name="Require">Words of <see cref="GateRequirement"/>.</param>
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

    /// <summary>Whether every required item must have this before its stage.</summary>
    public bool Requires(string requirement) => Require.Contains(requirement, StringComparer.Ordinal);

    /// <summary>The names whose word on a waiver counts: the approvers, and the people behind them. Delegates sign, but do not waive.</summary>
    public HashSet<string> ApproversAmong(People people) => WithPeopleBehind(Approvers, people);

    /// <summary>The names who may override: those of <c>break-glass</c>, and the people behind them. Delegates may not.</summary>
    public HashSet<string> BreakGlassAmong(People people) => WithPeopleBehind(BreakGlass, people);

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

    private static HashSet<string> WithPeopleBehind(ImmutableArray<Located<string>> named, People people)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in named)
        {
            if (!names.Add(name.Value))
                continue;
            foreach (var person in people.Behind(name.Value))
                names.Add(person.Slug.Value);
        }

        return names;
    }
}

/// <summary>
/// What a gate can require of an item. That it is done is always required: by sign-offs, and where these are not required, also by the status in the file.
/// </summary>
public static class GateRequirement
{
    public const string Owner = "owner";
    public const string Status = "status";
    public const string SignOff = "sign-off";
    public const string Pass = "pass";

    /// <summary>What it requires unless the file says otherwise.</summary>
    public static ImmutableArray<string> Default { get; } = [Owner, Status, SignOff];
}

/// <summary>From a moment up to, and without, another.</summary>
/// <param name="ToPlace">Where the end stands.</param>
public sealed record TimeWindow(DateTimeOffset From, DateTimeOffset To, string? Reason, TextSpan ToPlace)
{
    public bool Contains(DateTimeOffset moment) => From <= moment && moment < To;
}
