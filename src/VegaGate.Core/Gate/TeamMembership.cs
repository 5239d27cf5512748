using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Format;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>From where the members of a team were taken.</summary>
/// <param name="List">The list that names the team.</param>
/// <param name="Team">The team's name in the file.</param>
/// <param name="GithubTeam">organization/team.</param>
/// <param name="IsFromGitHub">False: the token may not read the team, and the file's own members count.</param>
public sealed record TeamSource(string List, string Team, string GithubTeam, bool IsFromGitHub, int Members);

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
        var resolved = ImmutableArray.CreateBuilder<Checklist>(checklists.Length);
        var sources = ImmutableArray.CreateBuilder<TeamSource>();
        foreach (var checklist in checklists)
        {
            var people = checklist.People;
            foreach (var team in people.Teams)
            {
                if (team.GithubTeam is not { } name)
                    continue;
                var members = await directory.FindMembersAsync(name, cancellation);
                if (members is { } accounts)
                    people = WithMembers(people, team, accounts);
                sources.Add(new TeamSource(checklist.Name, team.Slug.Value, name, members is not null, members?.Length ?? team.Members.Length));
            }

            resolved.Add(ReferenceEquals(people, checklist.People) ? checklist : checklist with { People = people });
        }

        return new TeamMembership(resolved.ToImmutable(), sources.ToImmutable());
    }

    /// <summary>Somebody of the team whom the file does not name goes by the login, which no name in the file can be: it begins with an at sign.</summary>
    private static People WithMembers(People people, Team team, ImmutableArray<Actor> accounts)
    {
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
