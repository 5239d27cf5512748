using System.Collections.Immutable;

namespace VegaGate.Configuration;

/// <summary>The workflow that releases.</summary>
/// <param name="File">Without its folder, such as <c>release.yml</c>.</param>
/// <param name="Stage">The stage that its gate asks for; null: the last of each list.</param>
/// <param name="Inputs">What it is given when it is started anew.</param>
public sealed record ReleaseWorkflow(string File, string? Stage, ImmutableDictionary<string, string> Inputs);
