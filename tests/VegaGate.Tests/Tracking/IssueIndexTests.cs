using VegaGate.Tracking;

namespace VegaGate.Tests.Tracking;

public sealed class IssueIndexTests
{
    private static readonly string[] Ours = ["vegagate[bot]", "former[bot]"];

    [Fact]
    public void Finds_an_issue_by_its_identity_without_regard_to_case()
    {
        var index = IssueIndex.Build([Issue(3, "list/Deploy"), Issue(2, "list/1.1")], Ours);

        index.Find("LIST/deploy")!.Issue.Number.Should().Be(3);
        index.Find("list/1.2").Should().BeNull();
        index.Issues.Select(found => found.Issue.Number).Should().Equal(2, 3);
    }

    [Fact]
    public void The_lowest_number_is_the_item_and_the_others_are_twins()
    {
        var index = IssueIndex.Build([Issue(9, "list/a"), Issue(4, "LIST/A"), Issue(7, "list/a")], Ours);

        index.Find("list/a")!.Issue.Number.Should().Be(4);
        index.Twins.Select(twin => twin.Issue.Number).Should().Equal(7, 9);
    }

    [Fact]
    public void A_copied_marker_makes_no_issue_ours()
    {
        var index = IssueIndex.Build([Issue(1, "list/a", "mallory"), Issue(2, "list/a")], Ours);

        index.Find("list/a")!.Issue.Number.Should().Be(2);
        index.Foreign.Select(issue => issue.Number).Should().Equal(1);
        index.Twins.Should().BeEmpty();
    }

    [Theory]
    [InlineData("VegaGate[Bot]")]
    [InlineData("former[bot]")]
    public void Our_former_identities_count_without_regard_to_case(string author) => IssueIndex.Build([Issue(1, "list/a", author)], Ours).Find("list/a").Should().NotBeNull();

    [Theory]
    [InlineData("vegagate")]
    [InlineData("vegagate[bot]2")]
    [InlineData("")]
    public void Nobody_else_is_us(string author) => IssueIndex.Build([Issue(1, "list/a", author)], Ours).Find("list/a").Should().BeNull();

    [Fact]
    public void An_issue_of_ours_without_a_readable_marker_is_broken()
    {
        var index = IssueIndex.Build([Issue(1, "list/a") with { Body = "gone" }, Issue(2, "list/a", "mallory") with { Body = "just a label" }], Ours);

        index.Broken.Select(issue => issue.Number).Should().Equal(1);
        index.Foreign.Should().BeEmpty("without a marker, somebody's issue claims nothing");
        index.Issues.Should().BeEmpty();
    }

    private static TrackedIssue Issue(int number, string identity, string author = "vegagate[bot]") => new()
    {
        Number = number,
        Title = "t",
        Body = new IssueMarker(identity, "00", null, "todo", new MarkerBase("t", "b", "a", "m")).ToString(),
        IsOpen = true,
        Author = new Actor(author, 0, IsBot: true),
        CreatedAt = default,
        UpdatedAt = default,
    };
}
