using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VegaGate.Format;

namespace VegaGate.Rules;

/// <summary>What is worked out for an array of names, once for each: what a list or a section says reaches all of its items as one array.</summary>
internal sealed class ByNames<T>
    where T : class?
{
    // By the array that is wrapped: a collection over a struct is compiled anew at every start.
    private readonly Dictionary<object, T> _known = new(ReferenceEqualityComparer.Instance);

    public T Of(ImmutableArray<Located<string>> names, Func<ImmutableArray<Located<string>>, T> make)
    {
        var key = ImmutableCollectionsMarshal.AsArray(names)!;
        if (!_known.TryGetValue(key, out var known))
            _known.Add(key, known = make(names));
        return known;
    }
}
