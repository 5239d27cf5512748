using System.Collections.Concurrent;
using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Conditions;

namespace VegaGate.Gate;

/// <summary>The probes of the items that a request waits for.</summary>
/// <param name="walked">Lists whose release is named, where they have one.</param>
internal sealed class ProbeQuestions(ImmutableArray<Checklist> walked, GateRequest request)
{
    /// <summary>How many are asked at a time.</summary>
    private const int AtOnce = 8;

    /// <summary>Asks side by side, the same question once however many items have it. The answers stand in the order of the file, whatever came first.</summary>
    public async Task<IReadOnlyDictionary<ItemId, ImmutableArray<ProbeAnswer>>> AskAsync(Func<IProbes> open, CancellationToken cancellation)
    {
        var items = walked.SelectMany(Items).ToImmutableArray();
        if (items.IsEmpty)
            return ImmutableDictionary<ItemId, ImmutableArray<ProbeAnswer>>.Empty;
        var probes = open();
        var answers = new ConcurrentDictionary<(string, string), ProbeAnswer>();
        await Parallel.ForEachAsync(
            items.SelectMany(item => item.Item.Verify).DistinctBy(Question),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (call, stop) => answers[Question(call)] = await probes.AskAsync(call, stop));
        return items.ToDictionary(item => item.Id, item => item.Item.Verify.Select(call => answers[Question(call)]).ToImmutableArray());
    }

    private IEnumerable<(ItemId Id, ChecklistItem Item)> Items(Checklist checklist)
    {
        var gate = checklist.Gate;
        var last = request.Stage is { } stage ? gate.IndexOf(stage) : gate.Stages.Length - 1;
        return checklist.Items.Where(item => item is { IsRequired: true, Verify.IsEmpty: false } && gate.IndexOf(item.Before.Value) <= last)
            .Select(item => (new ItemId(checklist.Name, checklist.IsPerRelease ? request.Release : null, item.Id!.Value), item));
    }

    private static (string Kind, string Text) Question(ProbeCall call) => (call.Kind.Value, call.Text);
}
