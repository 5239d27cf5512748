using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Syntax;

/// <summary>
/// What reading one file gave. <see cref="Root"/> is null when the text could not be read or holds no value; then at least one
/// diagnostic says why.
/// </summary>
public sealed record YamlTree(SourceText Source, YamlNode? Root, ImmutableArray<Diagnostic> Diagnostics);
