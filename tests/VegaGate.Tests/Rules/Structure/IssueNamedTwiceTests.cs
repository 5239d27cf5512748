using VegaGate.Rules;
using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class IssueNamedTwiceTests
{
    [Fact]
    public void Reports_the_second_one_and_names_the_first() => new IssueNamedTwice().ShouldReport(
            """
            checklist: a
            sections:
              - items:
                  - { id: a, issue: 41 }
                  - { id: b, issue: 7 }
                  - { id: c, issue: [|041|] }
                  - { id: d, issue: 0 }
                  - { id: e, issue: 0 }
            """,
            "Issue 41 is named by another item already; give this one another issue, or take the key away, and it gets one of its own.")
        .Should().OnlyContain(finding => finding.Related.Length == 1);

    [Fact]
    public void Reports_it_in_the_later_file_too()
    {
        var result = Validator.Validate(
            [RuleChecking.Read("checklist: b\nsections: [{items: [{id: a, issue: 41}]}]\n", "b.yaml"), RuleChecking.Read("checklist: a\nsections: [{items: [{id: a, issue: 41}]}]\n", "a.yaml")], [new IssueNamedTwice()], RuleChecking.Now);

        var finding = result.Diagnostics.Should().ContainSingle().Subject;
        finding.Source.Path.Should().Be("b.yaml");
        finding.Related.Should().ContainSingle().Which.Source.Path.Should().Be("a.yaml");
    }
}
