using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class OnlyAuthorCouldSignTests
{
    private const string People =
        "people: { zev: { github: zev }, rr: { github: rr }, ann: { github: ann, delegate: rr }, client: {} }\nteams: { ops: { members: [zev, rr] }, solo: { members: [zev, client] }, hub: { github: org/hub, members: [zev] } }\n";

    private static readonly OnlyAuthorCouldSign Rule = new();

    [Theory]
    [InlineData("owners: zev")]
    [InlineData("owners: [zev, client]")]
    [InlineData("owners: solo")]
    [InlineData("owners: [zev, rr], sign-off: all")]
    [InlineData("owners: [ops, solo], sign-off: { ops: 1, solo: 1 }")]
    public void Reports_an_item_that_needs_one_person(string item) => Rule.ShouldReport(
        ListOf(item), "Item `a` needs the sign-off of `zev`, who cannot give it after a change of its text, as the gate says `not-by: author`; name a further owner, or a delegate.");

    [Theory]
    [InlineData("owners: [zev, rr], sign-off: 2")]
    [InlineData("owners: ops, sign-off: { ops: 2 }")]
    [InlineData("owners: [ann, ops], sign-off: 3")]
    public void Reports_an_item_that_needs_everybody(string item) => Rule.ShouldReport(
        ListOf(item), "Item `a` needs the sign-off of everybody who could give one, and does not get it once one of them changes its text, as the gate says `not-by: author`; name a further owner, or ask for fewer.");

    [Theory]
    [InlineData("owners: [zev, rr]")]
    [InlineData("owners: ann")]
    [InlineData("owners: ops, sign-off: { ops: 1 }")]
    [InlineData("owners: [ann, ops], sign-off: 2")]
    [InlineData("owners: zev, required: false")]
    [InlineData("owners: client")]
    [InlineData("owners: hub")]
    [InlineData("owners: [zev, nobody]")]
    [InlineData("owners: zev, sign-off: 2")]
    [InlineData("notes: N")]
    public void Leaves_other_items_alone(string item) => Rule.ShouldBeSilent(Markup.Parse(ListOf(item)).Text);

    [Theory]
    [InlineData("")]
    [InlineData("gate: { not-by: author, require: status }\n")]
    public void Leaves_lists_alone_that_ask_for_no_other_signer(string gate) => Rule.ShouldBeSilent($"checklist: a\n{People}{gate}sections: [{{ items: [{{ id: a, owners: zev }}] }}]\n");

    private static string ListOf(string item) => $"checklist: a\n{People}gate: {{ not-by: author }}\nsections: [{{ items: [{{ id: [|a|], {item} }}] }}]\n";
}
