using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class SectionsAndPhasesTests
{
    private static readonly SectionsAndPhases Rule = new();

    [Fact]
    public void Reports_the_second_of_the_keys() => Rule.ShouldReport(
            "checklist: a\nphases: []\n[|sections|]: []\n", "A list has either `sections` or `phases`; move all items under one of them.")
        .Single().Related.Single().Message.Should().Be("`phases` stands here.");

    [Theory]
    [InlineData("checklist: a\nsections: []\n")]
    [InlineData("checklist: a\nphases: []\n")]
    [InlineData("checklist: a\n")]
    public void Is_silent_about_one_of_them_and_about_none(string text) => Rule.ShouldBeSilent(text);
}
