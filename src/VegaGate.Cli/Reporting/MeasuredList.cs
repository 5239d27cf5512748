using System.Collections.Immutable;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting;

/// <summary>A list with its metrics.</summary>
/// <param name="Name">The list's slug, with its release where it has one.</param>
/// <param name="Stated">What it says of its targets in its own words.</param>
internal sealed record MeasuredList(string Name, string Title, ImmutableArray<Metric> Metrics, StatedTargets Stated);
