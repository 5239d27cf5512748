using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Format;

namespace VegaGate.Rules;

/// <summary>Who may speak for an owner: the person or the members of the team, and their delegates. One is made for each check of a list.</summary>
internal sealed class Speakers(People people)
{
    /// <summary>Up to so many owners a look at each is cheaper than a dictionary.</summary>
    private const int FewOwners = 8;

    private readonly Dictionary<string, HashSet<string>> _all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _signers = new(StringComparer.Ordinal);
    private readonly ByNames<SignerCount> _counts = new();

    /// <summary>The people, with a login or without.</summary>
    public HashSet<string> Of(string owner) => Find(_all, owner, mustSign: false);

    /// <summary>Those of them who have a login.</summary>
    public HashSet<string> SignersOf(string owner) => Find(_signers, owner, mustSign: true);

    /// <summary>Whether nobody could sign for any of the owners. One whom nobody knows may be somebody who could.</summary>
    public bool AreMute(ImmutableArray<Located<string>> owners)
    {
        if (owners.Length > FewOwners)
            return CountSigners(owners) == 0;
        foreach (var owner in owners)
        {
            if (!people.Knows(owner.Value) || SignersOf(owner.Value).Count > 0)
                return false;
        }

        return true;
    }

    /// <summary>
    /// How many people could sign for any of the owners; null where nobody knows one of these. The items of a section share its owners, who are counted once.
    /// </summary>
    public int? CountSigners(ImmutableArray<Located<string>> owners)
    {
        if (owners is [var only])
            return people.Knows(only.Value) ? SignersOf(only.Value).Count : null;
        return _counts.Of(owners, all => new SignerCount(all.All(owner => people.Knows(owner.Value)) ? CountAll(all) : null)).Number;
    }

    /// <summary>The largest group is not copied: it may belong to every item.</summary>
    private int CountAll(ImmutableArray<Located<string>> owners)
    {
        HashSet<string>? largest = null;
        foreach (var owner in owners)
        {
            if (SignersOf(owner.Value) is var group && group.Count > (largest?.Count ?? 0))
                largest = group;
        }

        if (largest is null)
            return 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in owners)
        {
            var group = SignersOf(owner.Value);
            if (ReferenceEquals(group, largest) || !seen.Add(owner.Value))
                continue;
            foreach (var signer in group)
            {
                if (!largest.Contains(signer))
                    others.Add(signer);
            }
        }

        return largest.Count + others.Count;
    }

    private HashSet<string> Find(Dictionary<string, HashSet<string>> known, string owner, bool mustSign)
    {
        if (known.TryGetValue(owner, out var group))
            return group;
        group = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in people.SpeakersFor(owner))
        {
            if (!mustSign || person.Login is not null)
                group.Add(person.Slug.Value);
        }

        known.Add(owner, group);
        return group;
    }

    private sealed record SignerCount(int? Number);
}
