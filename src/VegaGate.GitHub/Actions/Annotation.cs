using VegaGate.Diagnostics;

namespace VegaGate.GitHub.Actions;

/// <summary>A finding as GitHub shows it beside a file. Lines and columns count from one; without a line it is not shown in a diff.</summary>
/// <param name="File">Relative to the repository, or null for one that belongs to no file.</param>
public sealed record Annotation(DiagnosticSeverity Level, string Message, string? File = null, int? Line = null)
{
    public int? Column { get; init; }

    public int? EndLine { get; init; }

    public int? EndColumn { get; init; }

    public string? Title { get; init; }
}
