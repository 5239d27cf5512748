using VegaGate.Checklists;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Checklists;

public sealed class PeopleTests
{
    private static readonly People People = ChecklistBinder.Bind(RuleChecking.Read(
        "checklist: a\npeople: { zev: { name: Zev, github: zev-dev }, rr: { github: rr-dev }, client: {}, odd: text }\nteams: { ops: { name: Ops, members: [zev, client, nobody] } }\n"))!.People;

    private static readonly People Delegating = ChecklistBinder.Bind(RuleChecking.Read(
        "checklist: a\npeople: { a: { delegate: b }, b: { github: b-dev }, c: { delegate: nobody-known } }\nteams: { team: { members: [a, b, c] } }\n"))!.People;

    [Theory]
    [InlineData("zev", "zev")]
    [InlineData("ops", "zev client")]
    [InlineData("odd", "")]
    [InlineData("nobody", "")]
    public void Knows_who_stands_behind_an_owner(string slug, string expected) => People.Behind(slug).Select(person => person.Slug.Value).Should().Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Knows_the_logins_of_an_owner() => People.LoginsOf("ops").Should().Equal("zev-dev");

    [Theory]
    [InlineData("zev", "Zev")]
    [InlineData("rr", "rr")]
    [InlineData("ops", "Ops")]
    [InlineData("nobody", "nobody")]
    public void Names_an_owner(string slug, string expected) => People.NameOf(slug).Should().Be(expected);

    [Theory]
    [InlineData("a", "a b")]
    [InlineData("b", "b")]
    [InlineData("c", "c")]
    [InlineData("team", "a b b c")]
    [InlineData("unknown", "")]
    public void Knows_who_may_speak_for_a_name(string name, string expected)
    {
        var speakers = Delegating.SpeakersFor(name).Select(person => person.Slug.Value).ToArray();

        speakers.Should().Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("b", true)]
    [InlineData("c", false)]
    [InlineData("team", true)]
    [InlineData("unknown", false)]
    public void Knows_for_whom_somebody_could_sign(string name, bool expected) => Delegating.CanSign(name).Should().Be(expected);

    [Fact]
    public void Approvers_are_people_and_members_but_not_delegates()
    {
        var list = ChecklistBinder.Bind(RuleChecking.Read("checklist: a\npeople: { a: { delegate: b }, b: {}, c: {} }\nteams: { team: { members: [c] } }\ngate: { approvers: [a, team, unknown] }\n"))!;

        list.Gate.ApproversAmong(list.People).Should().BeEquivalentTo("a", "team", "c", "unknown");
    }
}
