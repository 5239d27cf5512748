using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>Who is accountable, consulted and informed for an item or a phase; responsible are the owners. Names of people and teams, where they stand in the file.</summary>
public sealed record RoleHolders(ImmutableArray<Located<string>> Accountable, ImmutableArray<Located<string>> Consulted, ImmutableArray<Located<string>> Informed)
{
    public bool IsEmpty => Accountable.IsEmpty && Consulted.IsEmpty && Informed.IsEmpty;

    /// <summary>The roles with their headings, those that nobody has left out.</summary>
    public IEnumerable<(string Heading, ImmutableArray<Located<string>> Holders)> Named =>
        new[] { ("Accountable", Accountable), ("Consulted", Consulted), ("Informed", Informed) }.Where(role => !role.Item2.IsEmpty);

    /// <summary>Of a phase, or of one of its items: a role that the item does not give is the phase's, and one that the phase does not give is the list's.</summary>
    public static RoleHolders Of(Checklist checklist, Section section, ChecklistItem? item = null) => new(
        item?.Roles?.Accountable ?? section.Roles?.Accountable ?? checklist.Roles?.Accountable ?? [],
        item?.Roles?.Consulted ?? section.Roles?.Consulted ?? checklist.Roles?.Consulted ?? [],
        item?.Roles?.Informed ?? section.Roles?.Informed ?? checklist.Roles?.Informed ?? []);
}
