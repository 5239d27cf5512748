using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Gate.Blocking;
using VegaGate.Phases;
using VegaGate.Tests.Gate;

namespace VegaGate.Tests.Phases;

/// <summary>Blockers in updates and metrics: in the working time of the list, and as its escalation counts.</summary>
public sealed class BlockerTimeTests
{
    private static readonly Checklist List = ValidList.Parse(
        """
        checklist: list
        title: A list
        people: { zev: { name: Zev, github: zev }, rr: { name: RR, github: rr } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: a, title: A, severity: critical }, { id: b, title: B }]
            handoff: { to: rr }
        escalation:
          severity: critical
          calendar: { time-zone: UTC, hours: "09:00-17:00", days: [mon, tue, wed, thu, fri, sat, sun] }
          levels:
            - { after: 0m, notify: zev, do: Lead is told }
            - { after: 4h, notify: rr, do: Teams meet }
        targets: { blocker-resolution: { critical: 2h }, phase-completion: 100%, handoff-quality: 90%, documentation: 80% }
        """);

    [Fact]
    public void Time_counts_in_working_hours_until_the_blocker_is_lifted()
    {
        var scene = new GateScene(List).Say("a", "zev", "/block it rains");
        var begun = scene.Now;
        scene.Now = begun.AddHours(24);
        scene.Say("a", "zev", "/unblock").Say("b", "zev", "/block it pours");

        var times = BlockerTime.AllOf(List, null, Read(scene));

        times.Should().HaveCount(2);
        times[0].Should().Be(new BlockerTime(Severity.Critical, times[0].Elapsed, IsOver: true));
        times[0].Elapsed.Should().BeCloseTo(TimeSpan.FromHours(8), TimeSpan.FromMinutes(5), "a day holds eight working hours");
        times[1].IsOver.Should().BeFalse();
    }

    [Fact]
    public void Who_was_called_stands_in_an_update_with_the_level_and_what_is_lifted_or_does_not_escalate_does_not()
    {
        var scene = new GateScene(List).Say("a", "zev", "/block it rains.").Say("b", "zev", "/block low it drips");
        scene.Now = scene.Now.AddHours(5);

        var told = BlockerTime.Escalated(List, null, Read(scene)).Should().ContainSingle().Which;
        told.Title.Should().Be("a");
        told.Detail.Should().StartWith("level 2, Teams meet; critical, since 2026-03-01").And.EndWith(": it rains");

        BlockerTime.Escalated(List, null, Read(scene.Say("a", "zev", "/unblock"))).Should().BeEmpty();
    }

    [Fact]
    public void An_update_tells_of_an_issue_the_blocker_that_calls_with_the_level_that_was_announced_and_what_comes_next()
    {
        var scene = new GateScene(List).Say("b", "zev", "/block critical it drips");
        scene.Now = scene.Now.AddHours(5);
        scene.Say("a", "zev", "/block low a drop").Say("a", "zev", "/block it rains");

        var told = BlockerTime.Escalated(List, null, Read(scene));

        told.Select(entry => entry.Title).Should().Equal("b", "a");
        told[1].Detail.Should().StartWith("level 1, Lead is told (next level 2, Teams meet, at 2026-03-02 ").And.EndWith(": it rains");
    }

    [Fact]
    public void Progress_stops_the_calls_and_is_no_resolution()
    {
        var scene = new GateScene(List).Say("a", "zev", "/block it rains");
        scene.Now = scene.Now.AddHours(1);
        scene.Say("a", "zev", "/done");
        scene.Now = scene.Now.AddHours(1);

        BlockerTime.Escalated(List, null, Read(scene)).Should().BeEmpty();
        BlockerTime.AllOf(List, null, Read(scene)).Should().ContainSingle().Which.IsOver.Should().BeFalse();

        scene.Say("a", "zev", "/undo");
        BlockerTime.Escalated(List, null, Read(scene)).Should().ContainSingle();
    }

    [Fact]
    public void A_sign_off_of_a_text_that_has_changed_is_no_progress()
    {
        var scene = new GateScene(List).Say("a", "zev", "/block it rains").Say("a", "zev", "/done");
        BlockerTime.Escalated(List, null, Read(scene)).Should().BeEmpty();

        BlockerTime.Escalated(List, null, Read(scene.TextChanges("a"))).Should().ContainSingle();
    }

    [Fact]
    public void What_the_list_wants_to_reach_is_read() => List.Targets.Should().BeEquivalentTo(
        new { PhaseCompletion = 100, HandoffQuality = 90, Documentation = 80, Resolution = new[] { new ResolutionTarget(Severity.Critical, TimeSpan.FromHours(2)) } });

    private static GateFacts Read(GateScene scene) => BlockerFacts.Derive(scene.Facts, [List], null, [GateScene.Ours.Login]);
}
