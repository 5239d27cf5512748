using VegaGate.Gate;
using VegaGate.Recording;
using VegaGate.Tests.Recording;
using VegaGate.Tracking;

namespace VegaGate.Tests.Sync;

/// <summary>What a record writes into the file is no part of any issue: after its merge there is nothing to sync.</summary>
public sealed class RecordKeysTests
{
    [Fact]
    public async Task After_a_record_the_plan_is_empty()
    {
        using var scene = new SyncScene();
        var list = ValidList.Parse(RecordScene.Head + string.Concat(Enumerable.Range(1, 4).Select(id => $"      - {{ id: i{id}, title: Do it {id}, owners: [zev, rr] }}\n")));
        await scene.SyncAsync(list);
        await scene.SayAsync(1, "/done");
        await scene.SayAsync(2, "/block high It hangs.");
        await scene.SayAsync(3, "/waive 2999-12-31 Later.", new Actor("kate", 0, IsBot: false));
        await scene.SayAsync(4, "/na Not here.");
        await scene.SayAsync(4, "/na Right.", new Actor("kate", 0, IsBot: false));
        await scene.SyncAsync(list);
        var facts = new Dictionary<VegaGate.Checklists.ItemId, IssueFacts>();
        foreach (var marked in IssueIndex.Build(await scene.AllAsync(), SyncScene.Identities).Issues)
            facts[VegaGate.Checklists.ItemId.Parse(marked.Marker.Identity)!] = new IssueFacts(marked, await scene.Tracker.ReadTimelineAsync(marked.Issue.Number, SyncScene.Never));

        var record = ListRecorder.Record(list, GateFacts.None(scene.Now) with { Issues = facts }, new ItemStateResolver(SyncScene.Identities));

        record.Changes.Select(change => $"{change.Id.Item} {change.Key}").Should().Equal("i1 status", "i1 sign-offs", "i2 status", "i2 blocked", "i3 waived", "i4 not-applicable");
        (await scene.PlanAsync(ValidList.Parse(record.Text.Text))).Changes.Where(change => change.IsWrite).Should().BeEmpty();
    }
}
