using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

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
    /// <summary>Slugs of who may waive, or confirm that something does not apply.</summary>
    public ImmutableHashSet<string> Approvers { get; init; } = [];

    /// <summary>Of a blocker that names none, where the item names none either.</summary>
    public Severity Severity { get; init; } = Severity.Medium;

    /// <summary>Who wrote the last change of the text, and so may not sign it off; null where that does not matter.</summary>
    public TextAuthor? Author { get; init; }

    /// <summary>What must hold at a hand-off; empty for an item.</summary>
    public ImmutableArray<string> Criteria { get; init; } = [];

    /// <summary>The steps that follow a hand-off, which either side covers; empty for an item.</summary>
    public ImmutableArray<string> FollowUp { get; init; } = [];

    /// <summary>Slugs of both sides of a hand-off.</summary>
    public ImmutableArray<string> Sides => [.. Owners.Union(Receivers, StringComparer.Ordinal)];

    public bool IsHandoff => !Receivers.IsEmpty;

    /// <summary>Whether an account is of one of the two sides of a hand-off, and has something to follow up.</summary>
    public bool MayFollowUp(Actor actor) => !FollowUp.IsEmpty && Authority.MaySpeakFor(actor, Sides);

    public bool IsApprover(Actor actor) => Authority.Find(actor) is { } person && Approvers.Contains(person.Slug.Value);

    /// <summary>Names with logins, as a refusal shows them.</summary>
    public string Describe(IEnumerable<string> slugs)
    {
        var names = slugs.Select(slug => (Name: People.NameOf(slug), Logins: string.Join(", ", People.LoginsOf(slug))))
            .Select(owner => owner.Logins.Length == 0 ? $"{owner.Name} (without a GitHub account)" : $"{owner.Name} ({owner.Logins})");
        return string.Join(" or ", names);
    }

    /// <summary>The approvers, as a refusal shows them.</summary>
    public string DescribeApprovers() => Approvers.IsEmpty
        ? "the file names nobody under `gate.approvers`"
        : Describe(Approvers.Where(name => People.FindPerson(name) is not null).Order(StringComparer.Ordinal));
}
