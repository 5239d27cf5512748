using VegaGate.Rules.PassConditions;

namespace VegaGate.Tests.Rules.PassConditions;

public sealed class PassWordsTests
{
    [Fact]
    public void Reports_a_condition_that_repeats_the_title() => new PassRepeatsTitle().ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: a, title: Deploy it., pass: [|deploy IT|] }
              - { id: b, title: Deploy it, pass: Deployed. }
              - { id: c, title: Deploy it }
              - { id: d, pass: Deploy it }
        """,
        "The pass condition of item `a` repeats its title; say how one sees that it is done.");

    [Theory]
    [InlineData("Chat, mail, etc.", "etc")]
    [InlineData("Chat, mail, ETC", "etc")]
    [InlineData("All of it (mail, etc.)", "etc")]
    [InlineData("Chat and so on.", "and so on")]
    [InlineData("Chat and so forth", "and so forth")]
    [InlineData("Chat …", "…")]
    [InlineData("Chat...", "...")]
    public void Reports_a_condition_that_trails_off(string pass, string ending) => new VaguePassCondition().ShouldReport(
        $"checklist: a\nsections: [{{ items: [{{ id: a, pass: [|'{pass}'|] }}] }}]\n", $"The pass condition of item `a` ends in `{ending}` and leaves open what belongs to it; name it all.");

    [Theory]
    [InlineData("Nothing is left to fetc")]
    [InlineData("Chat, mail etc. are live.")]
    [InlineData("It is done.")]
    [InlineData("It is done..")]
    public void Leaves_a_whole_condition_alone(string pass) => new VaguePassCondition().ShouldBeSilent($"checklist: a\nsections: [{{ items: [{{ id: a, pass: '{pass}' }}, {{ id: b }}] }}]\n");
}
