using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

public sealed class OverrideTests
{
    private const string Frozen = "freeze: [{ from: 2026-03-01T00:00:00Z, to: 2026-03-02T00:00:00Z }]";

    private static GateScene Held(string more = "") => Of($"{{ break-glass: [kate, ida]{more} }}", "{ id: x, title: t, owners: zev }");

    private static Func<GateFacts, GateFacts> By(Actor actor) => facts => facts with { Override = new OverrideWord(actor, facts.Now, "https://a.example/1", "it burns") };

    [Fact]
    public void Somebody_whom_the_list_names_lets_go_what_holds_and_it_is_shown()
    {
        var result = Held($", {Frozen}").Ask(By(Person("Kate")));

        (result.Decision, result.Reason, result.OpenItems, result.Override?.Text).Should().Be(("pass", ReasonCode.Overridden, 1, "it burns"));
        result.Lists.Single().Should().BeEquivalentTo(new { Holds = false, HoldsByItself = true });
        result.Lists.Single().Items.Single().Reason.Should().Be(ReasonCode.Open, "what was overridden stays what it is");
    }

    [Fact]
    public void What_passes_needs_nobody()
    {
        var result = Held().Say("x", "zev", "/done").Ask(By(Person("kate")));

        (result.Reason, result.Override).Should().Be((ReasonCode.SignedOff, null));
    }

    [Theory]
    [InlineData("zev", 0, false)]
    [InlineData("guest", 0, false)]
    [InlineData("dan", 0, false)]
    [InlineData("ida", 0, false)]
    [InlineData("ida", 78, false)]
    [InlineData("renamed", 77, true)]
    [InlineData("kate", 5, true)]
    public void Nobody_else_does(string login, long id, bool counts) => Held().Ask(By(Person(login, id))).Holds.Should().Be(!counts);

    [Fact]
    public void A_bot_does_not() => Held().Ask(By(new Actor("kate", 0, IsBot: true))).Holds.Should().BeTrue();

    [Fact]
    public void A_commit_that_is_in_no_protected_branch_is_never_overridden() =>
        Held().Ask(new GateRequest(null, null, null, "abc"), facts => By(Person("kate"))(facts) with { IsCommitProtected = false }).Reason.Should().Be(ReasonCode.CommitNotProtected);

    [Fact]
    public void A_list_that_cannot_be_judged_is_never_overridden() => Held().Ask(new GateRequest("no-stage", null, null), By(Person("kate"))).Reason.Should().Be(ReasonCode.ChecklistInvalid);

    [Fact]
    public void Of_several_lists_each_has_to_name_the_person()
    {
        var first = ValidList.Of("{ break-glass: kate }", "{ id: x, title: t, owners: zev }");
        var second = ValidList.Parse("checklist: other\ntitle: t\npeople: { zev: { github: zev } }\nsections: [{ id: s, title: S, items: [{ id: x, title: t, owners: zev }] }]\n", "checklists/b.yaml");
        var facts = By(Person("kate"))(GateFacts.None(GateScene.Start));

        var result = new GateEvaluator(new ItemStateResolver([]), SeverityPolicy.Default).Evaluate([first, second], new GateRequest(null, null, null), facts);

        (result.Decision, result.Reason).Should().Be(("hold", ReasonCode.NotSynced));
        result.Lists.Select(list => list.Holds).Should().Equal(false, true);
    }
}
