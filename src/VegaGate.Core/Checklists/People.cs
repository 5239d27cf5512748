using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>Somebody of the list.</summary>
/// <param name="Slug">The name in the file.</param>
/// <param name="Login">The GitHub login; null: can own, cannot sign.</param>
/// <param name="Id">The account's number; where it is given, it decides and not the login.</param>
/// <param name="Delegate">The slug of who may sign for this person.</param>
public sealed record Person(Located<string> Slug, string Name, Located<string>? Login, long? Id, Located<string>? Delegate)
{
    /// <summary>The name that people read, where the file gives one.</summary>
    public Located<string>? GivenName { get; init; }

    /// <summary>Former slugs.</summary>
    public ImmutableArray<string> Was { get; init; } = [];
}

/// <summary>A group of people of the list.</summary>
/// <param name="GithubTeam">organization/team.</param>
/// <param name="Members">Slugs of people.</param>
public sealed record Team(Located<string> Slug, string Name, string? GithubTeam, ImmutableArray<Located<string>> Members)
{
    /// <summary>The name that people read, where the file gives one.</summary>
    public Located<string>? GivenName { get; init; }

    /// <summary>Former slugs.</summary>
    public ImmutableArray<string> Was { get; init; } = [];
}

/// <summary>Everybody whom the list names. Slugs are compared as they are written.</summary>
public sealed class People
{
    private readonly Dictionary<string, Person> _persons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Team> _teams = new(StringComparer.Ordinal);

    public People(ImmutableArray<Person> persons, ImmutableArray<Team> teams)
    {
        Persons = persons;
        Teams = teams;
        foreach (var person in persons)
            _persons.TryAdd(person.Slug.Value, person);
        foreach (var team in teams)
            _teams.TryAdd(team.Slug.Value, team);
    }

    public ImmutableArray<Person> Persons { get; }

    public ImmutableArray<Team> Teams { get; }

    public Person? FindPerson(string slug) => _persons.GetValueOrDefault(slug);

    public Team? FindTeam(string slug) => _teams.GetValueOrDefault(slug);

    public bool Knows(string slug) => _persons.ContainsKey(slug) || _teams.ContainsKey(slug);

    /// <summary>The name that people read; of nobody known, the slug.</summary>
    public string NameOf(string slug) => FindPerson(slug)?.Name ?? FindTeam(slug)?.Name ?? slug;

    /// <summary>The people behind a name: the person, or the members of the team.</summary>
    public IEnumerable<Person> Behind(string slug)
    {
        if (FindPerson(slug) is { } person)
        {
            yield return person;
        }
        else if (FindTeam(slug) is { } team)
        {
            foreach (var name in team.Members)
            {
                if (FindPerson(name.Value) is { } member)
                    yield return member;
            }
        }
    }

    /// <summary>Who may speak for a name: the people behind it, each followed by the delegate whom that person named. Somebody may come twice.</summary>
    public IEnumerable<Person> SpeakersFor(string slug)
    {
        foreach (var person in Behind(slug))
        {
            yield return person;
            if (person.Delegate is { } name && FindPerson(name.Value) is { } substitute)
                yield return substitute;
        }
    }

    /// <summary>Of everybody who was renamed: what they were called, and what they are called now.</summary>
    public IEnumerable<(string Former, string Slug)> Renamed =>
        Persons.SelectMany(person => person.Was.Select(was => (was, person.Slug.Value))).Concat(Teams.SelectMany(team => team.Was.Select(was => (was, team.Slug.Value))));

    /// <summary>Whether anybody could sign for a name: only who has a login can.</summary>
    public bool CanSign(string slug)
    {
        foreach (var speaker in SpeakersFor(slug))
        {
            if (speaker.Login is not null)
                return true;
        }

        return false;
    }

    /// <summary>The logins that may sign for an owner by themselves, delegates left out.</summary>
    public IEnumerable<string> LoginsOf(string slug) => Behind(slug).Where(person => person.Login is not null).Select(person => person.Login!.Value);
}
