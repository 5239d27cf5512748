using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Gate;

/// <summary>What a command is said about: an item or a hand-off, with who counts there.</summary>
/// <param name="Owners">Slugs of who signs off; of a hand-off, of who gives.</param>
/// <param name="Receivers">Slugs of who accepts; empty for an item.</param>
/// <param name="NeedsMeetingNote">Whether acceptance must say when and how the teams met.</param>
/// <param name="AllOwners">Slugs of the owners of every item of the list, who may object.</param>
/// <param name="BlockerClasses">The list's kinds of blockers.</param>
public sealed record ItemScope(
    ItemId Id, Authority Authority, People People, ImmutableArray<string> Owners, ImmutableArray<string> Receivers, bool NeedsMeetingNote, ImmutableArray<string> AllOwners, ImmutableArray<string> BlockerClasses)
{
    public bool IsHandoff => !Receivers.IsEmpty;

    /// <summary>Names with logins, as a refusal shows them.</summary>
    public string Describe(IEnumerable<string> slugs)
    {
        var names = slugs.Select(slug => (Name: People.NameOf(slug), Logins: string.Join(", ", People.LoginsOf(slug))))
            .Select(owner => owner.Logins.Length == 0 ? $"{owner.Name} (without a GitHub account)" : $"{owner.Name} ({owner.Logins})");
        return string.Join(" or ", names);
    }
}
