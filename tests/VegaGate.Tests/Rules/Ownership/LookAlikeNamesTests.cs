using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class LookAlikeNamesTests
{
    private static readonly LookAlikeNames Rule = new();

    [Theory]
    [InlineData("people: { zev: {}, [|Zev|]: {} }", "The name `Zev` looks like `zev`; choose one that nobody takes for the other.")]
    [InlineData("people: { ops-0: {} }\nteams: { [|ops-O|]: {} }", "The name `ops-O` looks like `ops-0`; choose one that nobody takes for the other.")]
    [InlineData("people: { paul: {}, [|pau1|]: {} }", "The name `pau1` looks like `paul`; choose one that nobody takes for the other.")]
    [InlineData("people: { Ian: {}, [|lan|]: {} }", "The name `lan` looks like `Ian`; choose one that nobody takes for the other.")]
    [InlineData("people: { Ian: {}, [|ian|]: {} }", "The name `ian` looks like `Ian`; choose one that nobody takes for the other.")]
    [InlineData("people: { maria: {}, [|rnaria|]: {} }", "The name `rnaria` looks like `maria`; choose one that nobody takes for the other.")]
    [InlineData("people: { a: { github: paul }, b: { github: [|pauI|] } }", "The login `pauI` looks like `paul`; choose one that nobody takes for the other.")]
    [InlineData("people: { a: { name: Ops } }\nteams: { b: { name: [|Ops|] } }", "The name `Ops` stands here twice, for two; choose one that nobody takes for the other.")]
    [InlineData("people: { a: { name: Zev }, b: { name: [|ΖΕV|] } }", "The name `ΖΕV` holds `Ζ` (U+0396) among Latin letters, where it looks like one of them; write the Latin letter.")]
    [InlineData("people: { a: { name: Cop }, b: { name: [|Сор|] } }", "The name `Сор` looks like `Cop`; choose one that nobody takes for the other.")]
    [InlineData("people: { b: { name: [|Оps lead|] } }", "The name `Оps lead` holds `О` (U+041E) among Latin letters, where it looks like one of them; write the Latin letter.")]
    public void Reports_names_that_look_alike(string marked, string message) => Rule.ShouldReport($"checklist: a\n{marked}\n", message);

    [Theory]
    [InlineData("people: { zev: { name: Zev, github: zev }, rr: { name: RR, github: rr } }\nteams: { ops: { name: Ops } }")]
    [InlineData("people: { p10: {}, p11: {}, p100: {}, pi: {}, pl: {} }")]
    [InlineData("people: { a: { name: Иван }, b: { name: Νίκος }, c: { name: 'Anna Ковальчук' } }")]
    [InlineData("people: { a: { github: zev }, b: { github: ZEV } }")]
    [InlineData("people: { ops: {} }\nteams: { ops: {} }")]
    [InlineData("people: { zev: {}, zеv: {} }")]
    public void Leaves_other_names_and_what_has_its_finding_alone(string text) => Rule.ShouldBeSilent($"checklist: a\n{text}\n");
}
