using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Syntax;

/// <summary>
/// What reading one file gave. <see cref="Root"/> is null when the text could not be read, and then a diagnostic says why, or when it holds nothing but
/// comments, and then none does. Beside a diagnostic it can be a tree that lacks what was refused: any error keeps the file from being used.
/// </summary>
public sealed record YamlTree(SourceText Source, YamlNode? Root, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The comments that begin with the name of this program, in the order of the text. A number sign inside a value begins none.</summary>
    public ImmutableArray<YamlComment> Remarks { get; init; } = [];
}

/// <summary>A comment that speaks to this program. A class on purpose, as all that is kept in collections.</summary>
/// <param name="Span">From the number sign to the end of the line, without the line end.</param>
public sealed record YamlComment(TextSpan Span);
