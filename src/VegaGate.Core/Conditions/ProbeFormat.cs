using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Conditions;

/// <summary>One kind of probe and its parameters. The reader, the rules, the JSON Schema and the reference page all take them from here.</summary>
public sealed class ProbeFormat
{
    /// <summary>Describes a kind of probe.</summary>
    /// <param name="kind">The word under <c>verify</c>.</param>
    /// <param name="summary">One sentence that says what holds when the probe passes.</param>
    /// <param name="parameters">In the order in which they are listed.</param>
    /// <param name="anyOf">Parameters of which at least one must be there; none where each stands for itself.</param>
    public ProbeFormat(string kind, string summary, ImmutableArray<KeyFormat> parameters, params ImmutableArray<KeyFormat> anyOf)
    {
        Parameters = new MappingFormat($"{kind} probe", parameters) { AnyOf = anyOf };
        Key = KeyFormat.Optional(kind, Parameters, summary);
    }

    public string Kind => Key.Name;

    public KeyFormat Key { get; }

    public MappingFormat Parameters { get; }
}
