using VegaGate.Checklists;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Checklists;

public sealed class PeopleTests
{
    private static readonly People People = ChecklistBinder.Bind(RuleChecking.Read(
        "checklist: a\npeople: { zev: { name: Zev, github: zev-dev }, rr: { github: rr-dev }, client: {}, odd: text }\nteams: { ops: { name: Ops, members: [zev, client, nobody] } }\n"))!.People;

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
}
