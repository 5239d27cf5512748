using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>Who is accountable, consulted and informed for an item or a phase; responsible are the owners. Names of people and teams, where they stand in the file.</summary>
public sealed record RoleHolders(ImmutableArray<Located<string>> Accountable, ImmutableArray<Located<string>> Consulted, ImmutableArray<Located<string>> Informed)
{
    private static readonly KeyFormat ListKey = ChecklistFormat.Roles;

    public bool IsEmpty => Accountable.IsEmpty && Consulted.IsEmpty && Informed.IsEmpty;

    /// <summary>The roles with their headings, those that nobody has left out.</summary>
    public IEnumerable<(string Heading, ImmutableArray<Located<string>> Holders)> Named =>
        new[] { ("Accountable", Accountable), ("Consulted", Consulted), ("Informed", Informed) }.Where(role => !role.Item2.IsEmpty);

    /// <summary>Of a phase, or of one of its items: a role that the item does not give is the phase's, and one that the phase does not give is the list's.</summary>
    public static RoleHolders Of(Checklist checklist, Section section, ChecklistItem? item = null)
    {
        MappingReader?[] readers =
        [
            item is null ? null : new MappingReader(item.Mapping).Child(ItemFormat.Roles),
            new MappingReader(section.Mapping).Child(SectionFormat.Roles),
            new MappingReader(checklist.Root).Child(ListKey),
        ];
        return new RoleHolders(Find(RolesFormat.Accountable), Find(RolesFormat.Consulted), Find(RolesFormat.Informed));

        ImmutableArray<Located<string>> Find(KeyFormat role)
        {
            foreach (var reader in readers)
            {
                if (reader?.Node(role) is not null)
                    return reader.Texts(role);
            }

            return [];
        }
    }
}
