using System.Collections.Immutable;

namespace VegaGate.Diagnostics;

/// <summary>What the first digit of an id stands for.</summary>
/// <param name="Key">The word by which a configuration names all findings of the category.</param>
/// <param name="Title">The words that people read.</param>
public sealed record DiagnosticCategory(string Key, string Title)
{
    private const int DigitPlace = 2;

    /// <summary>Each at the number that is its digit.</summary>
    public static ImmutableArray<DiagnosticCategory> All { get; } =
    [
        new("syntax", "syntax"),
        new("structure", "structure"),
        new("ownership", "ownership"),
        new("sign-offs", "sign-offs"),
        new("dependencies", "dependencies"),
        new("pass-conditions", "pass conditions"),
        new("hand-offs", "hand-offs"),
        new("prose", "values and prose"),
        new("validator", "the validator"),
    ];

    /// <summary>The category of an id such as VG1002.</summary>
    public static DiagnosticCategory Of(string id) => All[id[DigitPlace] - '0'];
}
