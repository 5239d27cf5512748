using VegaGate.Checklists;
using VegaGate.Phases;
using VegaGate.Tests.Gate;

namespace VegaGate.Tests.Phases;

public sealed class ListMetricsTests
{
    [Fact]
    public void A_number_that_the_facts_do_not_bear_is_not_there_and_says_why()
    {
        var metrics = PhaseScene.Metrics(PhaseScene.Create());

        metrics.Values.Where(metric => metric.Key is not ("documentation" or "phases-handed-over")).Should().OnlyContain(metric => metric.Number == null && metric.IsMet == null && metric.Detail.Length > 0);
        metrics["phase-completion"].Detail.Should().Be("no phase is handed over or past its last due date yet; 0 of 2 phases are handed over");
        metrics["handoff-quality"].Should().BeEquivalentTo(new { Detail = "nothing is accepted yet", Shown = "–", ShownTarget = "at least 90%" });
        metrics["blocker-resolution-critical-median"].Should().BeEquivalentTo(new { Detail = "no critical blocker was resolved", ShownTarget = "within 120 min" });
        metrics.Keys.Should().NotContain(key => key.Contains("-low-"), "there is neither a blocker nor a target");
    }

    [Fact]
    public void A_phase_is_on_schedule_when_it_was_accepted_on_its_last_due_date_or_before()
    {
        PhaseScene.Metrics(PhaseScene.HandedOver())["phase-completion"].Should().BeEquivalentTo(new { Number = 100.0, Target = 100.0, IsMet = true, Detail = "1 of 1 on schedule; 1 of 2 phases are handed over" });

        var late = PhaseScene.Ready().Say("#build", "zev", "/done");
        late.Now = late.Now.AddDays(1);
        PhaseScene.Metrics(late)["phase-completion"].Should().BeEquivalentTo(new { Number = 0.0, IsMet = false, Detail = "0 of 1 on schedule; 0 of 2 phases are handed over" });
        PhaseScene.Metrics(late.Say("#build", "rr", "/accept 2026-03-01 all were there, minutes #12"))["phase-completion"].Should().BeEquivalentTo(new { Number = 0.0, IsMet = false, Detail = "0 of 1 on schedule; 1 of 2 phases are handed over" });
    }

    [Fact]
    public void How_many_phases_are_handed_over_is_a_number_of_its_own_and_has_the_target_only_where_there_is_no_schedule()
    {
        PhaseScene.Metrics(PhaseScene.HandedOver())["phases-handed-over"].Should().BeEquivalentTo(new { Number = 50.0, Target = (double?)null, IsMet = (bool?)null, Detail = "1 of 2" });

        var list = ValidList.Parse(PhaseScene.Text.Replace(", due: 2026-02-28", "", StringComparison.Ordinal).Replace(", due: 2026-03-01", "", StringComparison.Ordinal));
        var scene = new GateScene(list);
        HandedOver().Should().BeEquivalentTo(new { Number = 0.0, Target = 100.0, IsMet = (bool?)null, Detail = "0 of 2; the target is that of phase completion, since there is no schedule" }, "nothing says by when");
        foreach (var (id, login, text) in new[] { ("a", "zev", "/done"), ("b", "zev", "/done"), ("e", "zev", "/done"), ("#build", "zev", "/done"), ("#build", "rr", "/accept 2026-03-01 all were there, minutes #12"), ("c", "rr", "/done"), ("#run", "rr", "/done"), ("#run", "zev", "/accept") })
            scene.Say(id, login, text);
        HandedOver().Should().BeEquivalentTo(new { Shown = "100%", IsMet = true, Detail = "2 of 2; the target is that of phase completion, since there is no schedule" });

        Metric HandedOver() => ListMetrics.Of(list, null, scene.Ask().Lists.Single(), [], scene.Now).Single(metric => metric.Key == "phases-handed-over");
    }

    [Fact]
    public void Documentation_counts_what_was_found_and_what_receivers_vouched_for()
    {
        PhaseScene.Metrics(PhaseScene.Ready())["documentation"].Should().BeEquivalentTo(new { Number = 50.0, IsMet = false, Detail = "1 of 2: 1 found, 0 vouched for" });
        PhaseScene.Metrics(PhaseScene.HandedOver())["documentation"].Should().BeEquivalentTo(new { Number = 100.0, IsMet = true, Detail = "3 of 3: 2 found, 1 vouched for" });
        PhaseScene.Metrics(PhaseScene.HandedOver().Found("Runbook", false))["documentation"].Shown.Should().Be("66.7%");
    }

    [Fact]
    public void Quality_is_the_mean_of_the_scores_that_were_given()
    {
        PhaseScene.Metrics(PhaseScene.HandedOver())["handoff-quality"].Should().BeEquivalentTo(new { Number = 80.0, IsMet = false, Detail = "1 of 1 acceptances have a score" });
        PhaseScene.Metrics(PhaseScene.HandedOver(score: ""))["handoff-quality"].Should().BeEquivalentTo(new { Number = (double?)null, Detail = "none of 1 acceptances has a score" });
        PhaseScene.Metrics(PhaseScene.HandedOver().Say("c", "rr", "/done").Say("#run", "rr", "/done").Say("#run", "zev", "/accept 5/5"))["handoff-quality"].Should().BeEquivalentTo(new { Number = 90.0, IsMet = true });
    }

    [Fact]
    public void Blockers_have_a_median_a_worst_time_and_a_share_within_the_target()
    {
        var metrics = PhaseScene.Metrics(PhaseScene.Create(), Over(30), Over(90), Over(180), Over(60), Open(20), Open(150), new BlockerTime(Severity.Low, TimeSpan.FromMinutes(7), IsOver: true));

        metrics["blocker-resolution-critical-median"].Should().BeEquivalentTo(new { Number = 75.0, Unit = "minutes", Target = 120.0, IsMet = true, Detail = "4 resolved; 2 still open, the longest for 150 min" });
        metrics["blocker-resolution-critical-worst"].Should().BeEquivalentTo(new { Number = 180.0, IsMet = false });
        metrics["blocker-resolution-critical-in-time"].Should().BeEquivalentTo(new { Number = 60.0, Unit = "percent" }, "of four that are over three were in time, and one that is open is late already");
        metrics["blocker-resolution-low-median"].Should().BeEquivalentTo(new { Number = 7.0, Target = (double?)null, IsMet = (bool?)null });
        metrics.Keys.Should().NotContain("blocker-resolution-low-in-time").And.NotContain("blocker-resolution-high-median");
        PhaseScene.Metrics(PhaseScene.Create(), Over(10), Over(20), Over(90))["blocker-resolution-critical-median"].Number.Should().Be(20);
    }

    private static BlockerTime Over(int minutes) => new(Severity.Critical, TimeSpan.FromMinutes(minutes), IsOver: true);

    private static BlockerTime Open(int minutes) => new(Severity.Critical, TimeSpan.FromMinutes(minutes), IsOver: false);
}
