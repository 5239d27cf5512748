using System.Collections.Immutable;

namespace VegaGate.Checklists;

/// <summary>What a list wants to reach; null is no target.</summary>
/// <param name="PhaseCompletion">Percent of phases handed over on schedule.</param>
/// <param name="HandoffQuality">Percent of the best score.</param>
/// <param name="Documentation">Percent of the artifacts that are there.</param>
/// <param name="Resolution">How fast blockers are to be resolved, in the order of the file; a severity that is not among them has no target.</param>
public sealed record SuccessTargets(int? PhaseCompletion, int? HandoffQuality, int? Documentation, ImmutableArray<ResolutionTarget> Resolution)
{
    public static SuccessTargets None { get; } = new(null, null, null, []);

    /// <summary>Signs of a smooth hand-off, in the list's own words.</summary>
    public ImmutableArray<string> Indicators { get; init; } = [];

    /// <summary>Metrics in the list's own words.</summary>
    public ImmutableArray<StatedMetric> Metrics { get; init; } = [];
}

/// <summary>A metric as the list states it.</summary>
/// <param name="Target">In words.</param>
public sealed record StatedMetric(string Name, string Target);
