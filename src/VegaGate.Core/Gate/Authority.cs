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

    /// <summary>Whether an account may speak for one of some owners: it is that person, a member of that team, or a delegate of one of them.</summary>
    public bool MaySpeakFor(Actor? actor, ImmutableArray<string> owners) => Find(actor) is { } person
        && owners.Any(owner => people.SpeakersFor(owner).Any(speaker => speaker.Slug.Value == person.Slug.Value));
}
