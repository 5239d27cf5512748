using VegaGate.Diagnostics;
using VegaGate.Rules.Values;

namespace VegaGate.Tests.Rules.Values;

public sealed class ColonWithoutSpaceTests
{
    private static readonly ColonWithoutSpace Rule = new();

    [Theory]
    [InlineData("sections: [{ items: [{ [|id:8.1|], title: T }] }]", "sections: [{ items: [{ id: 8.1, title: T }] }]", "id")]
    [InlineData("sections:\n- items:\n  - [|id:8.1|]", "sections:\n- items:\n  - id: 8.1", "id")]
    [InlineData("gate:\n  [|sign-off:any|]", "gate:\n  sign-off: any", "sign-off")]
    [InlineData("sections: [{ items: [{ id: a, [|status:done|] }] }]", "sections: [{ items: [{ id: a, status: done }] }]", "status")]
    public void Reports_a_key_that_is_none_for_want_of_a_space(string marked, string expected, string key)
    {
        var finding = Rule.ShouldReport($"checklist: a\n{marked}\n", $"This is one piece of text for YAML, and no `{key}`; put a space after the colon.").Single();

        finding.Descriptor.IsFixed.Should().BeTrue("the value would be lost");
        finding.Fix!.Applicability.Should().Be(FixApplicability.Safe);
        FixApplier.Apply(finding.Source, [finding], FixApplicability.Safe).Should().Be($"checklist: a\n{expected}\n");
    }

    [Theory]
    [InlineData("[|id:8.1|]")]
    [InlineData("[|id:8.1|], [|title:T|]")]
    public void Says_nothing_else_of_the_same_slip(string entries)
    {
        var text = $"checklist: a\ntitle: A\npeople: {{ zev: {{ github: zev }} }}\nsections: [{{ id: s, title: S, owners: zev, items: [{{ {Markup.Parse(entries).Text}, notes: Later. }}] }}]\n";

        RuleChecking.Validate(text).Select(finding => finding.Descriptor.Id).Where(id => id != "VG1004").Should().OnlyContain(id => id == "VG7005").And.NotBeEmpty();
    }

    [Fact]
    public void Mends_each_line_of_an_entry_at_once()
    {
        const string Start = "checklist: a\ntitle: A\npeople: { zev: { github: zev } }\nsections:\n- id: s\n  title: S\n  owners: zev\n  items:\n";
        var findings = RuleChecking.Validate(Start + "  - id:a\n    title:T\n");

        var finding = findings.Should().ContainSingle().Subject;
        finding.Source.GetText(finding.Span).Should().Be("id:a");
        FixApplier.Apply(finding.Source, findings, FixApplicability.Safe).Should().Be(Start + "  - id: a\n    title: T\n");
        RuleChecking.Validate(Start + "  - id: a\n    title: T\n").Should().BeEmpty();
    }

    [Theory]
    [InlineData("gate: [|sign-off:any|]", "sign-off")]
    [InlineData("sections: [{ items: [{ id: a, [|id:b|] }] }]", "id")]
    [InlineData("sections:\n- items:\n  - [|id:a|]\n    and more", "id")]
    [InlineData("gate: { [|sign-off:*any|] }", "sign-off")]
    public void Offers_no_fix_that_cannot_be_read(string marked, string key) =>
        Rule.ShouldReport($"checklist: a\n{marked}\n", $"This is one piece of text for YAML, and no `{key}`; put a space after the colon.").Single().Fix.Should().BeNull();

    [Theory]
    [InlineData("gate: 'sign-off:any'")]
    [InlineData("gate: unknown:any")]
    [InlineData("gate: { 'sign-off:any' }")]
    [InlineData("gate: { sign-off:any: 1 }")]
    [InlineData("title: id:8.1")]
    [InlineData("notes: status:done")]
    [InlineData("gate: sign-off")]
    public void Leaves_other_texts_alone(string text) => Rule.ShouldBeSilent($"checklist: a\n{text}\n");
}
