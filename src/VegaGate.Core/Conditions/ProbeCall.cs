using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Conditions;

/// <summary>A machine-checked pass condition.</summary>
/// <param name="Text">The condition as it stands in the file.</param>
/// <param name="Parameters">The condition as it was read.</param>
public sealed record ProbeCall(Located<string> Kind, string Text, YamlNode Parameters);
