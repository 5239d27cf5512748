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
              - { id: e, title: Deploy `it`, pass: [|"deploy   \n IT`."|] }
              - { id: f, title: Deploy it, pass: Deploy it all }
        """,
        "The pass condition of item `a` repeats its title; say how one sees that it is done.",
        "The pass condition of item `e` repeats its title; say how one sees that it is done.");

    [Theory]
    [InlineData("Chat, mail, etc.", "etc")]
    [InlineData("Chat, mail, ETC", "etc")]
    [InlineData("All of it (mail, etc.)", "etc")]
    [InlineData("Chat and so on.", "and so on")]
    [InlineData("Chat and so forth", "and so forth")]
    [InlineData("Chat …", "…")]
    [InlineData("Chat...", "...")]
    [InlineData("Chat, mail etc. are live.", "etc")]
    [InlineData("DNS, etc. all work", "etc")]
    [InlineData("(DNS etc.) works", "etc")]
    [InlineData("DNS, et cetera, works", "et cetera")]
    [InlineData("DNS and so on, all of it, works", "and so on")]
    [InlineData("DNS, mail, ... work", "...")]
    [InlineData("DNS, mail, … work", "…")]
    public void Reports_a_condition_that_trails_off(string pass, string ending) => new VaguePassCondition().ShouldReport(
        $"checklist: a\nsections: [{{ items: [{{ id: a, pass: [|'{pass}'|] }}] }}]\n", $"The pass condition of item `a` says `{ending}` and leaves open what belongs to it; name it all.");

    [Theory]
    [InlineData("Nothing is left to fetc")]
    [InlineData("/etc/hosts names nobody")]
    [InlineData("`etc.` stands nowhere")]
    [InlineData("etc-backup has run")]
    [InlineData("It is live, and so on the new host")]
    [InlineData("GET /health … returns ok")]
    [InlineData("It is done.")]
    [InlineData("It is done..")]
    public void Leaves_a_whole_condition_alone(string pass) => new VaguePassCondition().ShouldBeSilent($"checklist: a\nsections: [{{ items: [{{ id: a, pass: '{pass}' }}, {{ id: b }}] }}]\n");

    [Fact]
    public void Looks_at_the_criteria_of_hand_offs_too() => new VaguePassCondition().ShouldReport(
        "checklist: a\nphases: [{ handoff: { to: zev, criteria: [[|'Secrets, keys etc. documented'|], All of it] } }]\n",
        "This criterion says `etc` and leaves open what belongs to it; name it all.");
}
