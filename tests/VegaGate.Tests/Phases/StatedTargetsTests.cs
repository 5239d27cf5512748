using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate.Blocking;
using VegaGate.Phases;
using VegaGate.Tests.Gate;

namespace VegaGate.Tests.Phases;

/// <summary>What a list says of its targets in its own words, held against what is computed.</summary>
public sealed class StatedTargetsTests
{
    private static readonly Checklist List = ValidList.Parse(PhaseScene.Text.Replace(
        "blocker-resolution: { critical: 2h } }",
        """
        blocker-resolution: { critical: 2h },
          indicators: [Clear documentation of responsibilities, No overlap or gaps in  ownership., All artifacts delivered on time, No critical blockers during transition],
          metrics: [{ name: Phase Completion Rate, target: All }, { name: Blocker Resolution Time, target: < 2 hours }, { name: Hand-off quality score, target: 90%+ }, { name: Documentation Completeness, target: All }, { name: Stakeholder Satisfaction, target: Positive }, { name: Phase completion rates, target: All }] }
        """,
        StringComparison.Ordinal));

    [Fact]
    public void What_is_known_has_the_computed_answer_and_everything_else_is_judged_by_people()
    {
        var stated = Of(HandedOver());

        stated.Metrics.Select(metric => $"{metric.Text} | {metric.Target} | {metric.Holds} | {metric.Answer}").Should().Equal(
            "Phase Completion Rate | All | True | 100% (1 of 1 on schedule; 1 of 2 phases are handed over)",
            "Blocker Resolution Time | < 2 hours |  | no critical blocker was resolved",
            "Hand-off quality score | 90%+ | False | 80% (1 of 1 acceptances have a score)",
            "Documentation Completeness | All | True | 100% (3 of 3: 2 found, 1 vouched for)",
            "Stakeholder Satisfaction | Positive |  | not computed: nothing that is recorded tells it; judged by people",
            "Phase completion rates | All |  | judged by people");
        stated.Indicators.Select(sign => $"{sign.Text} | {sign.Holds} | {sign.Answer}").Should().Equal(
            "Clear documentation of responsibilities |  | judged by people",
            "No overlap or gaps in  ownership. | True | no rule finds a gap or an overlap",
            "All artifacts delivered on time | True | 100% (3 of 3: 2 found, 1 vouched for); on time: 100% (1 of 1 on schedule; 1 of 2 phases are handed over)",
            "No critical blockers during transition | True | no critical blocker stood between a request and its acceptance");
    }

    [Fact]
    public void Gaps_are_counted_and_the_first_is_named()
    {
        Of(HandedOver(), "a.yaml:1:1: a gap.").Indicators[1].Should().BeEquivalentTo(new { Holds = false, Answer = "a.yaml:1:1: a gap." });
        Of(HandedOver(), "a.yaml:1:1: a gap.", "another", "a third").Indicators[1].Answer.Should().Be("a.yaml:1:1: a gap. And 2 more: `vegagate validate` names them.");
    }

    [Fact]
    public void A_critical_blocker_counts_while_a_phase_is_between_its_request_and_its_acceptance()
    {
        Transition(new GateScene(List)).Should().BeEquivalentTo(new { Holds = (bool?)null, Answer = "no hand-off was asked for yet" });
        Transition(Ready().Say("#build", "zev", "/block critical too early").Say("#build", "zev", "/unblock\n/done")).Holds.Should().BeTrue("it was over before");
        Transition(Ready().Say("#build", "zev", "/done").Say("c", "rr", "/block low it drips")).Holds.Should().BeTrue("it is not critical");
        Transition(Ready().Say("#build", "zev", "/done").Say("c", "rr", "/block critical it pours").Say("c", "rr", "/unblock").Say("#build", "rr", "/accept 2026-03-01 all were there, minutes #12"))
            .Should().BeEquivalentTo(new { Holds = false, Answer = "critical blockers stood between a request and its acceptance: #5" });
        Transition(HandedOver().Say("c", "rr", "/block critical it pours")).Holds.Should().BeTrue("the phase is handed over");
    }

    [Fact]
    public void A_blocker_that_is_open_for_longer_than_its_target_misses_it()
    {
        var scene = new GateScene(List).Say("c", "rr", "/block critical it pours");
        scene.Now = scene.Now.AddHours(3);

        Of(scene).Metrics[1].Should().BeEquivalentTo(new { Holds = false, Answer = "critical: – at worst, in time 0% (no critical blocker was resolved; 1 still open, the longest for 180 min)" });
    }

    [Fact]
    public void Every_metric_of_the_example_is_known()
    {
        var list = ValidList.Parse(Repository.ReadText("checklists/examples/vauntico-deployment.yaml"));
        var scene = new GateScene(list);
        var stated = StatedTargets.Of(list, null, scene.Ask().Lists.Single(), ListMetrics.Of(list, null, scene.Ask().Lists.Single(), [], scene.Now), scene.Facts, []);

        stated.Metrics.Should().HaveCount(5).And.NotContain(metric => metric.Answer == "judged by people");
        stated.Metrics[0].Answer.Should().Be("no schedule; phases handed over: 0% (0 of 5; the target is that of phase completion, since there is no schedule)");
        stated.Indicators.Where(sign => sign.Answer == "judged by people").Select(sign => sign.Text).Should().Equal("Clear documentation of responsibilities", "Minimal questions or clarifications needed");
    }

    private static StatedTarget Transition(GateScene scene) => Of(scene).Indicators[3];

    private static StatedTargets Of(GateScene scene, params ImmutableArray<string> gaps)
    {
        var facts = BlockerFacts.Derive(scene.Facts, [List], null, [GateScene.Ours.Login]);
        var result = scene.Ask().Lists.Single();
        return StatedTargets.Of(List, null, result, ListMetrics.Of(List, null, result, BlockerTime.AllOf(List, null, facts), scene.Now), facts, gaps);
    }

    private static GateScene Ready() => new GateScene(List).Say("a", "zev", "/done").Say("b", "zev", "/done").Say("e", "zev", "/done");

    private static GateScene HandedOver() => Ready().Say("#build", "zev", "/done").Say("#build", "rr", "/accept 4/5 2026-03-01 all were there, minutes #12");
}
