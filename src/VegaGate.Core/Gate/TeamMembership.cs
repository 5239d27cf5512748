using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Format;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>From where the members of a team were taken.</summary>
/// <param name="List">The list that names the team.</param>
/// <param name="Team">The team's name in the file.</param>
/// <param name="GithubTeam">organization/team.</param>
/// <param name="Accounts">Who is in it; null: the token may not read the team, and the file's own members count.</param>
/// <param name="Members">How many count.</param>
public sealed record TeamSource(string List, string Team, string GithubTeam, ImmutableArray<Actor>? Accounts, int Members)
{
    public bool IsFromGitHub => Accounts is not null;
}

/// <summary>Lists with the members that their teams have now.</summary>
/// <param name="Sources">In the order of the files; a team without a GitHub team is not among them.</param>
public sealed record TeamMembership(ImmutableArray<Checklist> Checklists, ImmutableArray<TeamSource> Sources)
{
    /// <summary>
    /// Asks for the members of every team that has one on GitHub. Who left it there speaks for it no longer, whatever the file says; who joined does, also
    /// without a name in the file.
    /// </summary>
    /// <exception cref="TrackerException">A team can neither be read nor be said to be closed to the token.</exception>
    public static async Task<TeamMembership> ReadAsync(ImmutableArray<Checklist> checklists, ITeamDirectory directory, CancellationToken cancellation)
    {
        var sources = ImmutableArray.CreateBuilder<TeamSource>();
        foreach (var checklist in checklists)
        {
            foreach (var team in checklist.People.Teams)
            {
                if (team.GithubTeam is not { } name)
                    continue;

                // In whatever order they are listed, the same people give the same answer.
                var accounts = (await directory.FindMembersAsync(name, cancellation))?.Sort((one, other) => string.CompareOrdinal(one.Login, other.Login));
                sources.Add(new TeamSource(checklist.Name, team.Slug.Value, name, accounts, accounts?.Length ?? team.Members.Length));
            }
        }

        return new TeamMembership(Apply(checklists, sources.ToImmutable()), sources.ToImmutable());
    }

    /// <summary>The lists with the members that their teams were found to have.</summary>
    public static ImmutableArray<Checklist> Apply(ImmutableArray<Checklist> checklists, ImmutableArray<TeamSource> sources) =>
    [
        .. checklists.Select(checklist => sources.Where(source => source.List == checklist.Name).Aggregate(checklist.People, WithMembers) is var people && ReferenceEquals(people, checklist.People)
            ? checklist
            : checklist with { People = people }),
    ];

    /// <summary>Somebody of the team whom the file does not name goes by the login, which no name in the file can be: it begins with an at sign.</summary>
    private static People WithMembers(People people, TeamSource source)
    {
        if (source.Accounts is not { } accounts || people.Teams.FirstOrDefault(known => known.Slug.Value == source.Team) is not { } team)
            return people;
        var authority = new Authority(people);
        var persons = people.Persons;
        var members = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var account in accounts.Where(account => !account.IsBot))
        {
            var person = authority.Find(account);
            if (person is null)
            {
                person = new Person(new Located<string>("@" + account.Login, default), account.Login, new Located<string>(account.Login, default), account.Id == 0 ? null : account.Id, null);
                persons = persons.Add(person);
            }

            members.Add(new Located<string>(person.Slug.Value, default));
        }

        return new People(persons, people.Teams.Replace(team, team with { Members = members.ToImmutable() }));
    }
}
