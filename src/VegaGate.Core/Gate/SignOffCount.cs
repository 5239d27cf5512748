using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Gate;

/// <summary>Holds sign-offs against the rule. One account has one voice, a voice speaks for one person, and in one of the groups that the rule asks.</summary>
internal static class SignOffCount
{
    /// <summary>The owners or teams whose sign-off is still missing; empty when the rule is met.</summary>
    public static ImmutableArray<string> Missing(SignOffPolicy policy, ItemScope scope, ImmutableArray<SignOff> signOffs)
    {
        ImmutableArray<Group> groups = policy switch
        {
            SignOffPolicy.All => [.. scope.Owners.Distinct(StringComparer.Ordinal).Select(owner => Of(owner, [owner], 1))],
            SignOffPolicy.PerTeam teams => [.. teams.Teams.Select(team => Of(team.Team, [team.Team], team.Number))],
            SignOffPolicy.Count count => [Of("", scope.Owners, count.Number)],
            _ => [Of("", scope.Owners, 1)],
        };
        var seats = Seat(groups, [.. signOffs.Select(signOff => scope.Authority.Find(signOff.Actor)).OfType<Person>().DistinctBy(person => person.Slug.Value, StringComparer.Ordinal)], scope.People);
        var open = groups.Where(group => seats.Keys.Count(seat => seat.Group == group) < group.Need).Select(group => group.Name).ToImmutableArray();
        return policy is SignOffPolicy.All or SignOffPolicy.PerTeam || open.IsEmpty ? open : Silent(scope, seats.Keys.Select(seat => seat.Person).ToHashSet(StringComparer.Ordinal));

        Group Of(string name, IEnumerable<string> owners, int need) =>
            new(name, [.. owners.SelectMany(scope.People.Behind).Select(person => person.Slug.Value).Distinct(StringComparer.Ordinal)], need);
    }

    private static ImmutableArray<string> Silent(ItemScope scope, HashSet<string> heard)
    {
        var silent = scope.Owners.Where(owner => !scope.People.Behind(owner).All(person => heard.Contains(person.Slug.Value))).ToImmutableArray();
        return silent.IsEmpty ? scope.Owners : silent;
    }

    /// <summary>
    /// Seats as many signers as can be, by augmenting paths: who may take one of two seats makes room for somebody who has no other. A group has no
    /// more seats taken than it needs.
    /// </summary>
    private static Dictionary<SeatOf, Person> Seat(ImmutableArray<Group> groups, ImmutableArray<Person> signers, People people)
    {
        var taken = new Dictionary<SeatOf, Person>();
        foreach (var signer in signers)
            Place(signer, []);
        return taken;

        bool Place(Person signer, HashSet<SeatOf> tried)
        {
            foreach (var seat in SeatsFor(signer).Where(tried.Add))
            {
                var isFree = taken.TryGetValue(seat, out var other)
                    ? Place(other, tried)
                    : taken.Keys.Count(known => known.Group == seat.Group) < seat.Group.Need || MakeRoom(seat.Group, tried);
                if (!isFree)
                    continue;
                taken[seat] = signer;
                return true;
            }

            return false;
        }

        bool MakeRoom(Group group, HashSet<SeatOf> tried)
        {
            foreach (var seat in taken.Keys.Where(seat => seat.Group == group && tried.Add(seat)).ToArray())
            {
                if (!Place(taken[seat], tried))
                    continue;
                taken.Remove(seat);
                return true;
            }

            return false;
        }

        // One's own seat first, and of those the one that asks for nobody else.
        IEnumerable<SeatOf> SeatsFor(Person signer) => groups
            .SelectMany(group => group.People.Select(person => new SeatOf(group, person)))
            .Where(seat => seat.Person == signer.Slug.Value || people.FindPerson(seat.Person)?.Delegate?.Value == signer.Slug.Value)
            .OrderBy(seat => seat.Person != signer.Slug.Value ? 2 : seat.Group.Name != signer.Slug.Value ? 1 : 0);
    }

    /// <summary>Some people of whom a number must sign.</summary>
    private sealed record Group(string Name, ImmutableArray<string> People, int Need);

    /// <summary>The place of one person in one group.</summary>
    private sealed record SeatOf(Group Group, string Person);
}
