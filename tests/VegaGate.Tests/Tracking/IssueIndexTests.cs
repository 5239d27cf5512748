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

    [Fact]
    public void The_map_decides_which_issue_is_the_item()
    {
        var index = IssueIndex.Build([Issue(2, "list/a"), Issue(5, "list/a"), Map(9, "a=5")], Ours);

        index.Find("list/a")!.Issue.Number.Should().Be(5);
        index.Twins.Select(twin => twin.Issue.Number).Should().Equal(2);
    }

    [Fact]
    public void A_mapped_issue_whose_marker_is_lost_or_another_ones_is_misplaced()
    {
        var index = IssueIndex.Build([Issue(1, "list/a") with { Body = "gone" }, Issue(2, "list/c"), Issue(3, "list/b"), Map(9, "a=1 b=2 c=3")], Ours);

        index.Misplaced.Select(entry => (entry.Key, entry.Value.Number)).Should().BeEquivalentTo([("list/a", 1), ("list/b", 2), ("list/c", 3)]);
        index.Broken.Should().BeEmpty();
        index.Find("list/c").Should().BeNull();
    }

    [Fact]
    public void What_the_map_has_and_the_listing_lacks_is_missing_and_another_one_does_not_take_its_place()
    {
        var index = IssueIndex.Build([Issue(2, "list/a"), Map(9, "a=1 b=7")], Ours);

        index.Missing.Select(entry => (entry.Key, entry.Value)).Should().BeEquivalentTo([("list/a", 1), ("list/b", 7)]);
        index.Strays.Select(stray => stray.Issue.Number).Should().Equal(2);
        index.Find("list/a").Should().BeNull();
    }

    [Fact]
    public void A_map_by_somebody_else_says_nothing()
    {
        var index = IssueIndex.Build([Map(1, "a=9", "mallory"), Issue(2, "list/a")], Ours);

        index.Find("list/a")!.Issue.Number.Should().Be(2);
        index.Missing.Should().BeEmpty();
    }

    [Fact]
    public void An_issue_that_somebody_else_opened_is_the_item_s_as_long_as_the_map_bears_witness_of_its_marker()
    {
        var marker = new IssueMarker("list/a", "00", DateTimeOffset.UnixEpoch, "todo", new MarkerBaseline("t", "b", "a", "m"));
        TrackedIssue Adopted(IssueMarker marker) => Issue(1, "list/a", "ann") with { Body = marker + "\ntext" };

        IssueIndex.Build([Adopted(marker), Map(9, $"a=1:{marker.Seal}")], Ours).Find("list/a")!.Issue.Number.Should().Be(1);
        IssueIndex.Build([Adopted(marker with { Status = "done" }), Map(9, $"a=1:{marker.Seal}")], Ours).Find("list/a").Should().NotBeNull("the status is a projection");
        foreach (var forged in new[] { marker with { Since = null }, marker with { Since = marker.Since!.Value.AddTicks(-1) }, marker with { Fingerprint = "01" }, marker with { Identity = "list/b" } })
        {
            var index = IssueIndex.Build([Adopted(forged), Map(9, $"a=1:{marker.Seal}")], Ours);

            index.Find("list/a").Should().BeNull();
            index.Find("list/b").Should().BeNull();
            index.Misplaced["list/a"].Number.Should().Be(1);
        }
    }

    [Fact]
    public void A_map_without_a_seal_makes_no_issue_of_somebody_else_s_ours()
    {
        var index = IssueIndex.Build([Issue(1, "list/a", "mallory"), Map(9, "a=1")], Ours);

        index.Find("list/a").Should().BeNull();
        index.Missing["list/a"].Should().Be(1);
        index.Foreign.Select(issue => issue.Number).Should().Equal(1);
    }

    [Fact]
    public void An_issue_that_the_file_names_is_no_longer_foreign_and_another_one_with_a_copied_marker_still_is()
    {
        var index = IssueIndex.Build([Issue(1, "list/a", "ann"), Issue(2, "list/a", "mallory"), Issue(3, "x") with { Body = "ours, by another workflow" }], Ours, named: Named(("list/a", 1), ("list/b", 3)));

        index.Named["list/a"].Should().BeEquivalentTo(new { Number = 1, IsOurs = false, Obstacle = (string?)null });
        index.Named["list/b"].Should().BeEquivalentTo(new { Number = 3, IsOurs = true, Obstacle = (string?)null });
        index.Foreign.Select(issue => issue.Number).Should().Equal(2);
        index.Broken.Should().BeEmpty();
        index.Find("list/a").Should().BeNull("it is not ours before we have written there");
    }

    [Fact]
    public void An_issue_that_is_the_item_s_already_is_named_no_more()
    {
        var marker = new IssueMarker("list/a", "00", DateTimeOffset.UnixEpoch, "todo", new MarkerBaseline("t", "b", "a", "m"));

        IssueIndex.Build([Issue(1, "list/a", "ann") with { Body = marker.ToString() }, Map(9, $"a=1:{marker.Seal}")], Ours, named: Named(("list/a", 1))).Named.Should().BeEmpty();
        IssueIndex.Build([Issue(1, "list/a", "ann"), Map(9, $"a=1:{marker.Seal}")], Ours, named: Named(("list/a", 1))).Named.Should().BeEmpty("its marker is mended");
        IssueIndex.Build([Issue(1, "list/a")], Ours, named: Named(("list/a", 1))).Named.Should().BeEmpty();
    }

    [Theory]
    [InlineData("list/a", 2, "the issue of this item is #1 already")]
    [InlineData("list/new", 1, "is the issue of list/a already")]
    [InlineData("list/new", 5, "is the issue of list/e already")]
    [InlineData("list/new", 77, "is no issue here")]
    [InlineData("list/gone", 4, "is no issue here")]
    [InlineData("list/gone", 2, "the issue of this item is #4 already")]
    [InlineData("list/new", 3, "is locked")]
    public void What_cannot_become_an_item_s_says_why(string identity, int number, string why)
    {
        var index = IssueIndex.Build(
            [Issue(1, "list/a"), Issue(2, "x", "ann") with { Body = "" }, Issue(3, "x", "ann") with { Body = "", IsLocked = true }, Issue(5, "list/e"), Map(9, "a=1 gone=4")], Ours, named: Named((identity, number)));

        index.Named[identity].Issue.Should().BeNull();
        index.Named[identity].Obstacle.Should().Contain(why);
    }

    private static Dictionary<string, int> Named(params (string Identity, int Number)[] named) => named.ToDictionary(entry => entry.Identity, entry => entry.Number, StringComparer.Ordinal);

    [Fact]
    public void Another_list_s_map_says_nothing_of_this_one()
    {
        var index = IssueIndex.Build([Issue(2, "other/a"), Map(9, "a=1")], Ours);

        index.Find("other/a")!.Issue.Number.Should().Be(2);
    }

    [Fact]
    public void A_renamed_item_is_found_by_its_former_name_in_marker_and_map()
    {
        var formerly = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["list/old"] = "list/new", ["was/x"] = "list/x", ["was/old"] = "list/new", ["was/#tracking"] = "list/#tracking" };
        var index = IssueIndex.Build([Issue(1, "list/old"), Issue(2, "list/x"), Map(9, "old=1 x=2") with { Body = Map(9, "old=1 x=2").Body.Replace("list/", "was/", StringComparison.Ordinal) }], Ours, formerly);

        index.Find("list/new")!.Issue.Number.Should().Be(1);
        index.Find("list/x")!.Issue.Number.Should().Be(2, "the marker has today's name already, and the map the former one");
        index.Find("list/#tracking")!.Issue.Number.Should().Be(9);
        index.Misplaced.Should().BeEmpty();
    }

    private static TrackedIssue Map(int number, string entries, string author = "vegagate[bot]") => Issue(number, "list/#tracking", author) is var issue
        ? issue with { Body = $"{issue.Body}\n<!-- vegagate map {entries} -->" }
        : throw new InvalidOperationException();

    private static TrackedIssue Issue(int number, string identity, string author = "vegagate[bot]") => new()
    {
        Number = number,
        Title = "t",
        Body = new IssueMarker(identity, "00", null, "todo", new MarkerBaseline("t", "b", "a", "m")).ToString(),
        IsOpen = true,
        Author = new Actor(author, 0, IsBot: true),
        CreatedAt = default,
        UpdatedAt = default,
    };
}
