using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Rules;

/// <summary>Arrays of names as sets.</summary>
internal sealed class NameSets
{
    private readonly ByNames<HashSet<string>> _sets = new();

    public HashSet<string> Of(ImmutableArray<Located<string>> names) => _sets.Of(names, all => all.Select(name => name.Value).ToHashSet(StringComparer.Ordinal));
}
