using VegaGate.Diagnostics;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Syntax;

/// <summary>A slip that the parser sees only later is named where it stands, once, and nothing else is said of it.</summary>
public sealed class SlipFinderTests
{
    private const string Colon = "This is one piece of text for YAML, and no key with a value; put a space after the colon.";
    private const string Hash = "YAML begins a comment at this `#`, and what stands behind it in the line is lost. Put the value in quotes.";

    [Theory]
    [InlineData("- { name: PR [|#7|] merged, pull-request: 7 }\n- { name: B }\n")]
    [InlineData("- { name: A }\n- { name: PR [|#7|] merged, pull-request: 7 }\n")]
    [InlineData("artifacts:\n  - { name: PR [|#7|] merged, pull-request: 7 }\nto: rr\n")]
    [InlineData("a: [zev [|#7|], rr]\nb: [c]\n")]
    [InlineData("a: { b: [one [|#1|]], c: d }\ne: { f: g }\n")]
    public void A_value_in_brackets_that_is_cut_at_a_hash_is_named_at_the_hash(string marked)
    {
        var finding = ShouldReport(marked, "VG0001", Hash);

        finding.Fix.Should().BeNull();
    }

    [Theory]
    [InlineData("id: a\n[|status:done|]\nowners: zev\n", "id: a\nstatus: done\nowners: zev\n")]
    [InlineData("id: a\n[|status:done|]\n", "id: a\nstatus: done\n")]
    [InlineData("[|version:1.0|]\nid: a\n", "version: 1.0\nid: a\n")]
    [InlineData("[|gate:{|] stages: [a] }\n", "gate: { stages: [a] }\n")]
    [InlineData("[|gate:{|]\n  stages: [a]\n}\n", "gate: {\n  stages: [a]\n}\n")]
    [InlineData("- [|id:1|]\n  title: T\n", "- id: 1\n  title: T\n")]
    [InlineData("- { id: a, [|blocked:{|] since: x } }\n", "- { id: a, blocked: { since: x } }\n")]
    [InlineData("id: a\n[|owners:[zev|]]\n", "id: a\nowners: [zev]\n")]
    [InlineData("id: a\n[|title:\"T\"|]\n", "id: a\ntitle: \"T\"\n")]
    [InlineData("id: a\r\n[|status:done|]\r\n", "id: a\r\nstatus: done\r\n")]
    public void A_key_without_a_space_is_named_and_mended(string marked, string expected)
    {
        var finding = ShouldReport(marked, "VG7005", Colon);

        finding.Fix!.Applicability.Should().Be(FixApplicability.Safe);
        FixApplier.Apply(finding.Source, [finding], FixApplicability.Safe).Should().Be(expected);
    }

    [Theory]
    [InlineData("a: b\n[|a:c|]\n")]
    public void Where_the_rest_cannot_be_read_either_there_is_no_fix(string marked) => ShouldReport(marked, "VG7005", Colon).Fix.Should().BeNull();

    [Theory]
    [InlineData("a: [b\nc: d:e #f\n")]
    [InlineData("a: 'b:c\n")]
    [InlineData("a: b # c:d\n  - e\n")]
    [InlineData("http://a.example\nb: c\n")]
    public void What_is_not_the_cause_is_not_blamed(string text) => RuleChecking.Read(text).Diagnostics.Should().NotBeEmpty()
        .And.NotContain(finding => finding.Message == Colon || finding.Message == Hash);

    [Theory]
    [InlineData("a: b\n[|c:d|]\ne: f\n[|g:h|]\ni: j\n[|k:l|]\n", "a: b\nc: d\ne: f\ng: h\ni: j\nk: l\n")]
    [InlineData("- id: a\n  [|status:done|]\n  owners: b\n- id: c\n  [|status:done|]\n", "- id: a\n  status: done\n  owners: b\n- id: c\n  status: done\n")]
    [InlineData("a: b\n[|c:d|]\n[|e:f|]\n", "a: b\nc: d\ne: f\n")]
    [InlineData("a: b\n[|c-d:e|]\nf: g\n[|h-:i|]\n", "a: b\nc-d: e\nf: g\nh-: i\n")]
    public void Several_keys_without_a_space_are_all_named_in_one_run_and_mended_together(string marked, string expected)
    {
        var markup = Markup.Parse(marked);

        var findings = RuleChecking.Read(markup.Text).Diagnostics;

        findings.Select(finding => finding.Message).Should().AllBe(Colon);
        findings.Select(finding => finding.Span).Should().Equal(markup.Spans);
        FixApplier.Apply(findings[0].Source, findings, FixApplicability.Safe).Should().Be(expected);
    }

    [Fact]
    public void A_key_without_a_space_beside_a_value_cut_at_a_hash_is_named_and_not_mended_alone()
    {
        var markup = Markup.Parse("a: b\n[|c:d|]\ne: [zev [|#7|], rr]\nf: [g]\n");

        var findings = RuleChecking.Read(markup.Text).Diagnostics;

        findings.Select(finding => finding.Message).Should().Equal(Colon, Hash);
        findings.Select(finding => finding.Span).Should().Equal(markup.Spans);
        findings.Should().OnlyContain(finding => finding.Fix == null);
    }

    [Fact]
    public void Of_a_hundred_slips_as_many_are_named_as_there_are_readings_of_the_text()
    {
        var findings = RuleChecking.Read("a: b\n" + string.Concat(Enumerable.Range(0, 100).Select(at => $"{(char)('c' + at % 20)}{new string('x', at)}:d\n"))).Diagnostics;

        findings.Count(finding => finding.Message == Colon).Should().BeInRange(8, 32);
    }

    [Theory]
    [InlineData(400_000, "VG7005")]
    [InlineData(440_000, "VG0001")]
    public void In_a_text_of_up_to_four_megabytes_a_slip_is_named_and_in_a_longer_one_the_parser_has_its_say(int lines, string expected) =>
        RuleChecking.Read("a: b\nc:d\n" + string.Concat(Enumerable.Repeat("# comment\n", lines))).Diagnostics.Should().ContainSingle().Which.Descriptor.Id.Should().Be(expected);

    private static Diagnostic ShouldReport(string marked, string id, string message)
    {
        var markup = Markup.Parse(marked);
        var finding = RuleChecking.Read(markup.Text).Diagnostics.Should().ContainSingle().Subject;
        finding.Descriptor.Id.Should().Be(id);
        finding.Message.Should().Be(message);
        finding.Span.Should().Be(markup.Spans.Single());
        return finding;
    }
}
