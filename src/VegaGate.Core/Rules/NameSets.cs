using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Rules;

/// <summary>The names of an array as a set. What a list or a section says reaches all of its items as one array, of which a set is made once.</summary>
internal sealed class NameSets
{
    private readonly Dictionary<ImmutableArray<Located<string>>, HashSet<string>> _sets = [];

    public HashSet<string> Of(ImmutableArray<Located<string>> names)
    {
        if (!_sets.TryGetValue(names, out var set))
            _sets.Add(names, set = names.Select(name => name.Value).ToHashSet(StringComparer.Ordinal));
        return set;
    }
}
