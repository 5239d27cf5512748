using System.Collections.Immutable;
using VegaGate.Gate;

namespace VegaGate.Cli.Reporting;

/// <summary>Who must act, and on what.</summary>
internal sealed record WaitingFor(string Name, ImmutableArray<ItemVerdict> Items)
{
    /// <summary>What holds a list, by who must act; who has most comes first. An item of two owners stands with both.</summary>
    public static ImmutableArray<WaitingFor> Group(ListResult list) => Group(list.Items);

    /// <summary>The same over all lists that were asked.</summary>
    public static ImmutableArray<WaitingFor> Group(GateResult result) => Group(result.Lists.SelectMany(list => list.Items));

    /// <summary>How an item is named where its list is known: by its id.</summary>
    public static string ShortName(ItemVerdict item) => item.Id.Item.StartsWith('#') ? item.Title : item.Id.Item;

    /// <summary>The same among the items of an answer: with the list, where several hold.</summary>
    public static string ShortName(ItemVerdict item, GateResult result) => result.Lists.Count(list => list.HoldsByItself) > 1 ? $"{item.Id.Checklist} {ShortName(item)}" : ShortName(item);

    private static ImmutableArray<WaitingFor> Group(IEnumerable<ItemVerdict> items) =>
    [
        .. items.Where(item => item.Holds)
            .SelectMany(item => (item.WaitsFor.IsEmpty ? [Nobody(item)] : item.WaitsFor.AsEnumerable()).Select(name => (Name: name, Item: item)))
            .GroupBy(pair => pair.Name, pair => pair.Item, StringComparer.Ordinal)
            .Select(group => new WaitingFor(group.Key, [.. group]))
            .OrderByDescending(group => group.Items.Length),
    ];

    /// <summary>Who acts where no owner can.</summary>
    private static string Nobody(ItemVerdict item) => item.Reason switch
    {
        ReasonCode.NotSynced => "whoever runs `vegagate apply`",
        ReasonCode.WaitsFor or ReasonCode.PhaseOrder => "nobody yet: other items come first",
        _ => "whoever keeps the checklist",
    };
}
