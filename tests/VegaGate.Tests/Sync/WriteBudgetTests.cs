using VegaGate.Checklists;
using VegaGate.Configuration;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Tests.Sync;

public sealed class WriteBudgetTests : IDisposable
{
    private static readonly Checklist Five = ValidList.Of("{}", [.. Enumerable.Range(1, 5).Select(i => $"{{ id: i{i}, title: t, owners: zev }}")]);

    private readonly SyncScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task A_run_writes_no_more_than_its_share_and_the_next_ones_go_on_to_the_end()
    {
        _scene.Budget = WriteCaps.None with { PerRun = 2 };
        var left = new List<int>();
        for (var run = 0; run < 3; run++)
            left.Add((await _scene.ApplyAsync(await _scene.PlanAsync(Five))).Remaining);

        left.Should().Equal(4, 2, 0);
        (await _scene.PlanAsync(Five)).Changes.Should().BeEmpty();
        (await _scene.AllAsync()).Should().HaveCount(6);
    }

    [Fact]
    public async Task What_earlier_runs_made_within_the_hour_counts()
    {
        _scene.Budget = WriteCaps.None with { PerHour = 4 };
        var first = await _scene.ApplyAsync(await _scene.PlanAsync(Five));
        var second = await _scene.ApplyAsync(await _scene.PlanAsync(Five));

        (first.Applied, first.Remaining).Should().Be((4, 2));
        (second.Applied, second.Remaining).Should().Be((0, 2));
        second.Stop!.ResumeAt.Should().Be((await _scene.IssueAsync(1)).CreatedAt + TimeSpan.FromHours(1));
        while (_scene.Now < second.Stop.ResumeAt)
            await _scene.PlanAsync(Five);
        (await _scene.ApplyAsync(await _scene.PlanAsync(Five))).Remaining.Should().Be(0);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(101, 6)]
    public async Task Requests_are_left_to_others(int left, int applied)
    {
        _scene.Budget = WriteCaps.Default;
        var tracker = new LimitedTracker(_scene.Tracker, int.MaxValue) { RequestsLeft = new RequestsLeft(left, LimitedTracker.ResumeAt) };
        var outcome = await _scene.ApplyAsync(await _scene.PlanAsync(Five), tracker);

        outcome.Applied.Should().Be(applied);
        (outcome.Stop?.ResumeAt).Should().Be(applied == 0 ? LimitedTracker.ResumeAt : null);
    }

    [Theory]
    [InlineData(1, 3, 3)]
    [InlineData(20, 60, 60)]
    [InlineData(151, 453, 3_603)]
    [InlineData(500, 1_500, 10_950)]
    public void The_time_is_told_before(int creations, int least, int measured)
    {
        var change = new PlannedChange(SyncAction.Create, "list/x", null, "t", "r", [], null, false, null, new IssueUpdate(), null);
        var estimate = WriteEstimate.Of(new SyncPlan([.. Enumerable.Repeat(change, creations)], [], 0));

        (estimate.AtLeast.TotalSeconds, estimate.AsMeasured.TotalSeconds).Should().Be((least, measured));
    }
}
