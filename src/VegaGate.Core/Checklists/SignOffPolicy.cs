using System.Collections.Immutable;

namespace VegaGate.Checklists;

/// <summary>How many sign-offs make an item done.</summary>
public abstract record SignOffPolicy
{
    private SignOffPolicy()
    {
    }

    /// <summary>One owner.</summary>
    public sealed record Any : SignOffPolicy;

    /// <summary>Every owner.</summary>
    public sealed record All : SignOffPolicy;

    /// <summary>That many different owners.</summary>
    public sealed record Count(int Number) : SignOffPolicy;

    /// <summary>That many members of each team.</summary>
    public sealed record PerTeam(ImmutableArray<TeamCount> Teams) : SignOffPolicy;

    public sealed record TeamCount(string Team, int Number);
}
