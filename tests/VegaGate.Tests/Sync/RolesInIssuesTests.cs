using VegaGate.Sync;

namespace VegaGate.Tests.Sync;

public sealed class RolesInIssuesTests
{
    private const string List =
        """
        checklist: list
        title: A list
        people: { zev: { name: Zev, github: zev }, rr: { name: "RR | **x** @all", github: rr }, kate: { name: Kate, github: kate } }
        roles: { accountable: kate, informed: rr }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: a, title: A }, { id: b, title: B, roles: { accountable: rr, informed: [] } }]
            handoff: { to: rr }
          - id: run
            title: Run
            owners: rr
            roles: { consulted: zev, informed: kate }
            items: [{ id: c, title: C }]
            handoff: { to: kate, critical: true }
        """;

    [Theory]
    [InlineData("a", "| Accountable | Kate |", "| Informed | RR \\| \\*\\*x\\*\\* `@all` |")]
    [InlineData("b", "| Accountable | RR \\| \\*\\*x\\*\\* `@all` |")]
    [InlineData("c", "| Accountable | Kate |", "| Consulted | Zev |", "| Informed | Kate |")]
    [InlineData("#handoff/build", "| Accountable | Kate |", "| Informed | RR \\| \\*\\*x\\*\\* `@all` |")]
    public void An_issue_shows_who_has_which_role(string item, params string[] rows) => Rows(List, item).Should().Equal(rows);

    [Fact]
    public void An_issue_of_a_list_without_roles_has_no_such_rows() => Rows(List.Replace("roles: { accountable: kate, informed: rr }\n", "", StringComparison.Ordinal), "a").Should().BeEmpty();

    [Fact]
    public void A_hand_off_says_how_it_is_accepted()
    {
        Body(List, "#handoff/build").Should().Contain("accepts with `/accept [n/5] [note]`.").And.Contain("Who has asked cannot accept.").And.NotContain("minutes");
        Body(List, "#handoff/run").Should().Contain("accepts with `/accept [n/5] note`.").And.Contain("The note says when the meeting was, who was there, and where its minutes are.");
        Body(List + "\ncommunication: { meetings: { critical: optional } }\n", "#handoff/run").Should().Contain("accepts with `/accept [n/5] [note]`.").And.Contain("| Critical | yes |\n| Meeting | optional |");
    }

    private static string Body(string list, string item) => DesiredIssues.Of(ValidList.Parse(list), null).Single(issue => issue.Id.Item == item).Block;

    private static IEnumerable<string> Rows(string list, string item) =>
        Body(list, item).Split('\n').Where(line => line.StartsWith("| Accountable", StringComparison.Ordinal) || line.StartsWith("| Consulted", StringComparison.Ordinal) || line.StartsWith("| Informed", StringComparison.Ordinal));
}
