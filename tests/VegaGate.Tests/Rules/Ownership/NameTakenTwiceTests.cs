using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class NameTakenTwiceTests
{
    private static readonly NameTakenTwice Rule = new();

    [Theory]
    [InlineData("checklist: a\npeople: { ops: {}, zev: {} }\nteams: { [|ops|]: {} }\n")]
    [InlineData("checklist: a\nteams: { ops: {} }\npeople: { zev: {}, [|ops|]: {} }\n")]
    public void Reports_the_second_place(string marked) => Rule.ShouldReport(marked, "A person and a team are both called `ops`; rename one of them.")
        .Single().Related.Should().ContainSingle();

    [Fact]
    public void Is_silent_about_names_that_differ() => Rule.ShouldBeSilent("checklist: a\npeople: { ops: {} }\nteams: { ops-team: {} }\n");
}
