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
    [InlineData("a: b\n[|c:d|]\ne: f\ng:h\n")]
    [InlineData("a: b\n[|a:c|]\n")]
    public void Where_the_rest_cannot_be_read_either_there_is_no_fix(string marked) => ShouldReport(marked, "VG7005", Colon).Fix.Should().BeNull();

    [Theory]
    [InlineData("a: [b\nc: d:e #f\n")]
    [InlineData("a: 'b:c\n")]
    [InlineData("a: b # c:d\n  - e\n")]
    [InlineData("http://a.example\nb: c\n")]
    public void What_is_not_the_cause_is_not_blamed(string text) => RuleChecking.Read(text).Diagnostics.Should().NotBeEmpty()
        .And.NotContain(finding => finding.Message == Colon || finding.Message == Hash);

    [Fact]
    public void A_text_of_a_megabyte_and_more_keeps_the_words_of_the_parser() =>
        RuleChecking.Read("a: b\nc:d\n" + string.Concat(Enumerable.Repeat("# comment\n", 110_000))).Diagnostics.Should().ContainSingle().Which.Descriptor.Id.Should().Be("VG0001");

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
