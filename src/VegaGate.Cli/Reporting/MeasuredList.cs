using System.Collections.Immutable;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting;

/// <summary>A list with its metrics.</summary>
/// <param name="Name">The list's slug, with its release where it has one.</param>
internal sealed record MeasuredList(string Name, string Title, ImmutableArray<Metric> Metrics);
