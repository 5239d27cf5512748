using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>A label of ours that is called otherwise now. Renamed, it stays on every issue that has it, and on those of others too.</summary>
/// <param name="Bearers">The issues of ours that have it: where it cannot be renamed, they are relabelled one by one.</param>
public sealed record LabelRename(string From, string To, ImmutableArray<TrackedIssue> Bearers)
{
    /// <summary>What became of names, as the lists say: a list's own, and those of its people and teams. A name that two claim is nobody's.</summary>
    public static IReadOnlyDictionary<string, string> Wanted(IEnumerable<Checklist> checklists) => checklists
        .SelectMany(checklist => checklist.Was.Select(was => KeyValuePair.Create(LabelNames.Checklist(was), LabelNames.Checklist(checklist.Name)))
            .Concat(checklist.People.Renamed.Select(renamed => KeyValuePair.Create(LabelNames.Owner(renamed.Former), LabelNames.Owner(renamed.Slug)))))
        .Distinct()
        .GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single().Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Those that can be renamed: some issue has the old label, none the new one, nobody wants the old one any more, and no list has it that is not planned
    /// here. Everything else is left to the comparison of each issue.
    /// </summary>
    internal static ImmutableArray<LabelRename> Possible(
        IReadOnlyDictionary<string, string> wanted, ImmutableArray<DesiredIssue> desired, IReadOnlyCollection<ItemId> scopes, IssueIndex live)
    {
        var known = live.Issues.Concat(live.Twins).ToImmutableArray();
        var planned = scopes.Select(scope => scope.Checklist).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from pair in wanted.OrderBy(pair => pair.Key, StringComparer.Ordinal)
               let bearers = known.Where(found => Has(found.Issue, pair.Key)).ToImmutableArray()
               where !bearers.IsEmpty && !known.Any(found => Has(found.Issue, pair.Value))
                   && !desired.Any(issue => issue.Labels.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
                   && bearers.All(found => ItemId.Parse(live.Today(found.Marker.Identity)) is { } id && planned.Contains(id.Checklist))
               select new LabelRename(pair.Key, pair.Value, [.. bearers.Select(found => found.Issue).OrderBy(issue => issue.Number)]),
        ];
    }

    /// <summary>The issue as it is once the label is renamed.</summary>
    public TrackedIssue Relabel(TrackedIssue issue) =>
        Has(issue, From) ? issue with { Labels = [.. issue.Labels.Select(label => string.Equals(label, From, StringComparison.OrdinalIgnoreCase) ? To : label)] } : issue;

    private static bool Has(TrackedIssue issue, string label) => issue.Labels.Contains(label, StringComparer.OrdinalIgnoreCase);
}
