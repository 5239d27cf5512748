using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class IssueInReleaseListTests
{
    [Fact]
    public void Reports_every_issue_that_is_named() => new IssueInReleaseList().ShouldReport(
        """
        checklist: a
        per: release
        sections:
          - items:
              - { id: a, issue: [|41|] }
              - { id: b }
        """,
        "This list gets new issues for each release, so issue 41 can be none of its items; take the key away, or keep the item in a list with `per: once`.");
}
