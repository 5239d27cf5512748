using System.Collections.Immutable;
using VegaGate.Diagnostics;

namespace VegaGate.Configuration;

/// <summary>The names of the categories, each at the number that the first digit of an id gives.</summary>
internal static class CategoryNames
{
    public static ImmutableArray<string> All { get; } =
        ["syntax", "structure", "ownership", "sign-offs", "dependencies", "pass-conditions", "hand-offs", "prose", "validator"];

    /// <summary>The name of the category of a finding.</summary>
    public static string Of(DiagnosticDescriptor descriptor) => All[descriptor.Id[2] - '0'];
}
