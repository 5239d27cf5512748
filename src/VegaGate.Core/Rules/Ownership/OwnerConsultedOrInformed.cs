using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Ownership;

/// <summary>An owner who is also consulted or informed: an overlap of ownership.</summary>
public sealed class OwnerConsultedOrInformed : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2015", "owner-consulted-or-informed", DiagnosticSeverity.Warning, "Who is responsible is also consulted or informed.");

    public override RulePage Page => new(
        "An owner of an item, or of a phase, who is `consulted` or `informed` of the same. Roles that an item or a phase does not give are those of the list.",
        "Owners are responsible: they do the work, and need neither be asked nor told. Usually the roles of the list were meant for other phases, and this one has the two teams the other way round.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        roles: { accountable: [zev], consulted: [rr] }
        phases:
          - id: run
            title: Run
            owners: rr
            items: [{ id: "1.1", title: Run the service. }]
            handoff: { to: zev }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        roles: { accountable: [zev], consulted: [rr] }
        phases:
          - id: run
            title: Run
            owners: rr
            roles: { accountable: [rr], consulted: [zev] }
            items: [{ id: "1.1", title: Run the service. }]
            handoff: { to: zev }
        """);

    public override void Check(RuleContext context)
    {
        var overlaps = new Overlaps();
        foreach (var section in context.Checklist.Sections)
        {
            Report(RoleHolders.Of(context.Checklist, section), section.Owners, section.Title);
            foreach (var item in section.Items)
                Report(RoleHolders.Of(context.Checklist, section, item), item.Owners, item.Title?.Value ?? "");
        }

        void Report(RoleHolders roles, ImmutableArray<Located<string>> owners, string title)
        {
            foreach (var name in overlaps.FindNew(owners, roles.Consulted).Concat(overlaps.FindNew(owners, roles.Informed)))
                context.Report(this, name.Span, $"{Quote.Of(name.Value)} owns {Quote.Of(title)}, and need be neither consulted nor informed of it; name somebody else, or give that part roles of its own.");
        }
    }

    /// <summary>
    /// Names that owners and holders share, each place once. Two arrays are compared once, for no more work than the shorter has names: the roles of a list
    /// and the owners of a section are those of many items.
    /// </summary>
    private sealed class Overlaps
    {
        private readonly ByNames<HashSet<object>> _compared = new();
        private readonly NameSets _names = new();
        private readonly ByNames<Dictionary<string, List<Located<string>>>> _places = new();
        private readonly HashSet<Located<string>> _found = new(ReferenceEqualityComparer.Instance);

        public IEnumerable<Located<string>> FindNew(ImmutableArray<Located<string>> owners, ImmutableArray<Located<string>> holders)
        {
            if (owners.IsEmpty || holders.IsEmpty || !_compared.Of(owners, _ => new HashSet<object>(ReferenceEqualityComparer.Instance)).Add(ImmutableCollectionsMarshal.AsArray(holders)!))
                return [];
            var shared = holders.Length <= owners.Length ? FindAmong(holders, _names.Of(owners)) : owners.SelectMany(owner => Take(PlacesOf(holders), owner.Value));
            return shared.Where(_found.Add);
        }

        private static IEnumerable<Located<string>> FindAmong(ImmutableArray<Located<string>> holders, HashSet<string> owners) => holders.Where(holder => owners.Contains(holder.Value));

        /// <summary>A name whose places have all been found is not looked for again.</summary>
        private static List<Located<string>> Take(Dictionary<string, List<Located<string>>> places, string name) => places.Remove(name, out var found) ? found : [];

        private Dictionary<string, List<Located<string>>> PlacesOf(ImmutableArray<Located<string>> holders) =>
            _places.Of(holders, all => all.GroupBy(holder => holder.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal));
    }
}
