using VegaGate.Diagnostics;
using VegaGate.Rules.Values;

namespace VegaGate.Tests.Rules.Values;

public sealed class CutAtHashTests
{
    private const string Message = "This value ends at ` #`, where YAML begins a comment; put it in quotes, or write `# ` before a comment.";

    private static readonly CutAtHash Rule = new();

    [Theory]
    [InlineData("title: [|PR|] #7 merged\n", "title: \"PR #7 merged\"\n")]
    [InlineData("title: [|PR|] \t#7 merged  \n", "title: \"PR \t#7 merged\"  \n")]
    [InlineData("title: [|Say \"x\"|] #7's\r\nnotes: N\n", "title: 'Say \"x\" #7''s'\r\nnotes: N\n")]
    [InlineData("notes: [|N|] #7", "notes: \"N #7\"")]
    [InlineData("title: [|PR|] #7 merged # as of today\n", "title: \"PR #7 merged\" # as of today\n")]
    [InlineData("title: [|PR|] #7 merged # vegagate: ignore VG1003 -- fine\n", "title: \"PR #7 merged\" # vegagate: ignore VG1003 -- fine\n")]
    public void Reports_and_quotes_what_is_cut(string marked, string expected)
    {
        var finding = Rule.ShouldReport("checklist: a\n" + marked, Message).Should().ContainSingle().Subject;

        finding.Fix!.Applicability.Should().Be(FixApplicability.Unsafe);
        FixApplier.Apply(finding.Source, [finding], FixApplicability.Unsafe).Should().Be("checklist: a\n" + expected);
    }

    [Theory]
    [InlineData("people: { a: { name: [|PR|] #7 merged\n  } }\n")]
    [InlineData("handoff-steps:\n  before: [[|PR|] #7 merged\n    ]\n")]
    [InlineData("notes: [|one\n  two|] #7\n")]
    public void Offers_no_fix_where_quotes_would_change_more(string marked) =>
        Rule.ShouldReport("checklist: a\n" + marked, Message).Should().ContainSingle().Which.Fix.Should().BeNull();

    [Theory]
    [InlineData("title: PR # 7 is a comment\n")]
    [InlineData("title: PR #\n")]
    [InlineData("sections:\n  - id: a #7\n    title: A\n    owners: zev #primary\n    items:\n      - { id: \"1\", title: T }\n")]
    [InlineData("sections:\n  - id: a\n    items:\n      - id: \"1\"\n        status: done #today\n        due: 2026-12-31 #hard\n        required: true #yes\n")]
    [InlineData("title: PR #---\n")]
    [InlineData("title: PR#7\n")]
    [InlineData("title: \"PR #7\" #8\n")]
    [InlineData("notes: |\n  PR #7\n")]
    [InlineData("#title\n")]
    [InlineData("title: A #vegagate: is no comment of words\n")]
    public void Leaves_comments_and_quotes_alone(string text) => Rule.ShouldBeSilent("checklist: a\n" + text);
}
