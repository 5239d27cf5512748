using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Format;

namespace VegaGate.Gate;

/// <summary>Makes the scopes of a list: who counts on which item.</summary>
public sealed class ItemScopes
{
    private readonly Checklist _checklist;
    private readonly string? _release;
    private readonly ImmutableArray<string> _allOwners;
    private readonly ImmutableArray<string> _classes;
    private readonly ImmutableHashSet<string> _approvers;
    private readonly IReadOnlyDictionary<ItemId, TextAuthor> _authors;

    /// <summary>Looks up what all scopes of the list have in common.</summary>
    /// <param name="authors">Who wrote the texts, by identity; an item that is not among them has none.</param>
    public ItemScopes(Checklist checklist, string? release, IReadOnlyDictionary<ItemId, TextAuthor>? authors = null)
    {
        _authors = authors ?? ImmutableDictionary<ItemId, TextAuthor>.Empty;
        _checklist = checklist;
        _release = release;
        _classes = checklist.Escalation?.Classes ?? [];
        Authority = new Authority(checklist.People);
        _approvers = [.. checklist.Gate.ApproversAmong(checklist.People)];
        _allOwners = [.. checklist.Items.SelectMany(item => item.Owners).Select(owner => owner.Value).Distinct(StringComparer.Ordinal)];
    }

    public Authority Authority { get; }

    public ItemScope OfItem(ChecklistItem item) => new(
        new ItemId(_checklist.Name, _release, item.Id!.Value), Authority, _checklist.People, Slugs(item.Owners), [], false, _allOwners, _classes)
    {
        Approvers = _approvers,
        Severity = _checklist.SeverityOf(null, null),
        Author = _checklist.Gate.NotByAuthor ? _authors.GetValueOrDefault(new ItemId(_checklist.Name, _release, item.Id!.Value)) : null,
    };

    public ItemScope OfHandoff(Section phase, Handoff handoff) => new(
        ItemId.ForHandoff(_checklist.Name, _release, phase.Id!.Value), Authority, _checklist.People, Slugs(handoff.From), Slugs(handoff.To), _checklist.NeedsMeeting(handoff), _allOwners, _classes)
    {
        Approvers = _approvers,
        Severity = _checklist.SeverityOf(null, null),
        Criteria = handoff.Criteria,
        FollowUp = _checklist.HandoffSteps.After,
    };

    private static ImmutableArray<string> Slugs(ImmutableArray<Located<string>> names) => [.. names.Select(name => name.Value)];
}
