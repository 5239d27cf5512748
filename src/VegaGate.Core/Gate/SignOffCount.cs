using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Gate;

/// <summary>Holds sign-offs against the rule. One account has one voice, and one voice speaks for one owner.</summary>
internal static class SignOffCount
{
    /// <summary>The owners whose sign-off is still missing; empty when the rule is met.</summary>
    public static ImmutableArray<string> Missing(SignOffPolicy policy, ImmutableArray<string> owners, ImmutableArray<SignOff> signOffs, People people) => policy switch
    {
        SignOffPolicy.All => MissingOf(owners, signOffs),
        SignOffPolicy.Count count => signOffs.Length >= count.Number ? [] : Silent(owners, signOffs, people),
        SignOffPolicy.PerTeam teams => [.. teams.Teams.Where(team => Members(team.Team, signOffs, people) < team.Number).Select(team => team.Team)],
        _ => signOffs.IsEmpty ? owners : [],
    };

    private static int Members(string slug, ImmutableArray<SignOff> signOffs, People people) =>
        people.FindTeam(slug) is null ? 0 : signOffs.Count(signOff => signOff.Owners.Contains(slug, StringComparer.Ordinal));

    private static ImmutableArray<string> Silent(ImmutableArray<string> owners, ImmutableArray<SignOff> signOffs, People people)
    {
        var silent = owners.Where(owner => people.FindTeam(owner) is not null || !signOffs.Any(signOff => signOff.Owners[0] == owner)).ToImmutableArray();
        return silent.IsEmpty ? owners : silent;
    }

    /// <summary>Gives as many owners as can be a voice of their own, by augmenting paths: somebody who may speak for two is asked for the one who has nobody else.</summary>
    private static ImmutableArray<string> MissingOf(ImmutableArray<string> owners, ImmutableArray<SignOff> signOffs)
    {
        var voiceOf = new Dictionary<string, SignOff>(StringComparer.Ordinal);
        foreach (var signOff in signOffs)
            Place(signOff, new HashSet<string>(StringComparer.Ordinal));
        return [.. owners.Where(owner => !voiceOf.ContainsKey(owner))];

        bool Place(SignOff signOff, HashSet<string> tried)
        {
            foreach (var owner in signOff.Owners.Where(tried.Add))
            {
                if (!voiceOf.TryGetValue(owner, out var other) || Place(other, tried))
                {
                    voiceOf[owner] = signOff;
                    return true;
                }
            }

            return false;
        }
    }
}
