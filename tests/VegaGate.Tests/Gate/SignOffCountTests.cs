using VegaGate.Checklists;
using VegaGate.Tests.Rules;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

/// <summary>Who must sign for which rule. dan is the delegate of rr and of kate; ops are zev and rr, cs are kate and zev.</summary>
public sealed class SignOffCountTests
{
    [Theory]
    [InlineData("any", "zev, rr", "zev", "")]
    [InlineData("any", "zev, rr", "rr", "")]
    [InlineData("any", "zev, rr", "dan", "")]
    [InlineData("any", "zev, rr", "kate", "zev rr")]
    [InlineData("any", "zev, client", "zev", "")]
    [InlineData("any", "ops", "rr", "")]
    [InlineData("any", "ops", "dan", "")]
    [InlineData("all", "zev, rr", "zev", "rr")]
    [InlineData("all", "zev, rr", "zev rr", "")]
    [InlineData("all", "zev, rr", "zev dan", "")]
    [InlineData("all", "rr, kate", "dan", "kate")]
    [InlineData("all", "rr, kate", "dan rr", "")]
    [InlineData("all", "rr, kate", "rr dan", "")]
    [InlineData("all", "kate, rr", "dan kate", "")]
    [InlineData("all", "zev, ops", "zev", "ops")]
    [InlineData("all", "zev, ops", "zev rr", "")]
    [InlineData("all", "ops, zev", "rr zev", "")]
    [InlineData("all", "ops, cs", "zev", "cs")]
    [InlineData("all", "ops, cs", "zev rr", "")]
    [InlineData("all", "ops, cs", "zev kate", "")]
    [InlineData("all", "zev, client", "zev", "client")]
    [InlineData("all", "zev, zev", "zev", "")]
    [InlineData("2", "zev, rr, kate", "zev", "rr kate")]
    [InlineData("2", "zev, rr, kate", "zev kate", "")]
    [InlineData("2", "ops", "zev", "ops")]
    [InlineData("2", "ops", "zev rr", "")]
    [InlineData("2", "rr, kate", "dan", "kate")]
    [InlineData("2", "rr, zev", "rr dan", "zev")]
    [InlineData("2", "rr, kate", "rr dan", "")]
    [InlineData("2", "zev", "zev", "zev")]
    [InlineData("3", "zev, rr, kate", "zev rr kate", "")]
    [InlineData("{ ops: 1, cs: 1 }", "ops, cs", "zev", "cs")]
    [InlineData("{ ops: 1, cs: 1 }", "ops, cs", "zev rr", "")]
    [InlineData("{ ops: 1, cs: 1 }", "ops, cs", "rr kate", "")]
    [InlineData("{ ops: 1, cs: 1 }", "ops, cs", "dan", "cs")]
    [InlineData("{ ops: 2 }", "ops", "zev", "ops")]
    [InlineData("{ ops: 2 }", "ops", "zev rr", "")]
    [InlineData("{ ops: 2 }", "ops", "rr dan", "ops")]
    [InlineData("{ ops: 2 }", "ops", "zev dan", "")]
    [InlineData("{ ops: 2, cs: 1 }", "ops, cs", "zev rr kate", "")]
    [InlineData("{ ops: 2, cs: 1 }", "ops, cs", "zev kate rr", "")]
    [InlineData("{ ops: 2, cs: 2 }", "ops, cs", "zev rr kate", "cs")]
    public void Says_who_is_missing(string rule, string owners, string signers, string missing)
    {
        // Some of these can never be met; the rules say so, and the count must hold without them.
        var scene = new GateScene(ValidList.Unchecked($"{{ sign-off: {rule} }}", $"{{ id: x, title: t, owners: [{owners}] }}"));
        foreach (var signer in signers.Split(' '))
            scene.Say("x", signer, "/done");

        string.Join(' ', scene.State("x").Missing).Should().Be(missing);
    }

    [Fact]
    public void The_rule_of_the_item_goes_before_that_of_the_gate()
    {
        var scene = Of("{ sign-off: all }", "{ id: x, title: t, owners: [zev, rr], sign-off: any }").Say("x", "zev", "/done");

        scene.State("x").Missing.Should().BeEmpty();
    }

    [Theory]
    [InlineData("ida", 77, true)]
    [InlineData("renamed", 77, true)]
    [InlineData("ida", 78, false)]
    [InlineData("ida", 0, false)]
    public void The_number_of_an_account_decides_where_the_file_gives_it(string login, long id, bool counts)
    {
        var scene = Of("{}", "{ id: x, title: t, owners: ida }").Say("x", Person(login, id), "/done");

        scene.State("x").Missing.IsEmpty.Should().Be(counts);
    }

    [Fact]
    public void One_account_has_one_voice_under_whatever_name()
    {
        var scene = Of("{ sign-off: 2 }", "{ id: x, title: t, owners: [zev, rr] }");
        scene.Say("x", new Actor("zev", 5, IsBot: false), "/done").Say("x", new Actor("Zev", 5, IsBot: false), "/done");

        scene.State("x").Missing.Should().Equal("rr");
    }

    [Fact]
    public void A_login_that_two_people_of_the_file_share_is_one_voice()
    {
        var list = ChecklistBinder.Bind(RuleChecking.Read(
            "checklist: list\ntitle: t\npeople: { a: { github: same }, b: { github: Same } }\ngate: { sign-off: all }\nsections: [{ id: s, title: s, items: [{ id: x, title: t, owners: [a, b] }] }]\n"))!;

        new GateScene(list).Say("x", "same", "/done").State("x").Missing.Should().Equal("b");
    }
}
