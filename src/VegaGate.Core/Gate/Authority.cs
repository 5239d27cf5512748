using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>Who an account is in the file, and for which owners it may speak.</summary>
public sealed class Authority(People people)
{
    /// <summary>
    /// The person behind an account. Where the file gives the account's number, that decides, so that a login given to somebody else is nobody;
    /// otherwise the login does, without regard to case. A bot is nobody.
    /// </summary>
    public Person? Find(Actor? actor) => actor is null || actor.IsBot
        ? null
        : people.Persons.FirstOrDefault(person => person.Id is { } id ? id == actor.Id : person.Login is { } login && actor.HasLogin(login.Value));

    /// <summary>
    /// The owners that an account may speak for: itself first, then the teams that it is a member of, then those who made it their delegate.
    /// </summary>
    public ImmutableArray<string> OwnersSpokenFor(Actor? actor, IEnumerable<string> owners)
    {
        if (Find(actor) is not { } person)
            return [];
        var slug = person.Slug.Value;
        return
        [
            .. owners
                .Select(owner => (Owner: owner, Rank: Rank(owner, slug)))
                .Where(pair => pair.Rank is not null)
                .OrderBy(pair => pair.Rank)
                .Select(pair => pair.Owner),
        ];
    }

    /// <summary>Whether anybody could sign for an owner.</summary>
    public bool CanSign(string owner) => people.Behind(owner).Any(person => person.Login is not null || person.Delegate is { } substitute && people.FindPerson(substitute.Value)?.Login is not null);

    private int? Rank(string owner, string slug)
    {
        if (owner == slug)
            return 0;
        if (people.FindTeam(owner) is { } team && team.Members.Any(member => member.Value == slug))
            return 1;
        return people.Behind(owner).Any(person => person.Delegate?.Value == slug) ? 2 : null;
    }
}
