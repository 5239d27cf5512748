using System.Globalization;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>A list of 500 items with the pauses and the budget that GitHub is given, by a clock that leaps over them.</summary>
public sealed class LargeSyncTests : HttpTests
{
    private const int Items = 500;
    private const int PerHour = 450;
    private const string LongAgo = "2026-01-01T00:00:00Z";

    [Fact]
    public async Task Five_hundred_items_are_synced_at_the_promised_counts_with_all_pauses_and_within_the_budget_of_an_hour()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("large", Enumerable.Range(1, Items).Select(i => ($"i{i}", "It is there.")));
        syncs.Workspace.Write(".vegagate.yaml", "limits: { items: 600 }\n");
        var time = new LeapingTime(elapsed => GitHub.SetClockAsync((int)elapsed.TotalSeconds));

        // What it takes is said before: the pauses alone, and the pace that GitHub was seen to allow.
        (await syncs.RunFreshAsync(time, "plan")).Exits(0).Output.Should().Contain("plan: 501 to create, 0 as they should be")
            .And.Contain("about 26 minutes to write; 3 hours 3 minutes where GitHub takes 20 new issues a minute and 150 an hour, as was measured");
        (await CountAsync()).Should().Equal(Of(("GET issues", 2)));

        var first = await syncs.RunFreshAsync(time, "apply");
        first.Output.Should().Contain("  51 of 501 written, about 23 minutes left\n");
        first.Exits(4).Output.Should().Contain($"Stopped at a limit: the budget of one hour, {PerHour} new issues, is spent; {PerHour} written, {Items + 1 - PerHour} left; run again after ");
        (await CountAsync()).Should().Equal(Of(("GET assignees/{assignee}", 2), ("GET issues", 2), ("GET labels", 1), ("POST issues", PerHour), ("POST labels", 5)));
        // Five labels a second apart, and every issue three seconds after the one before.
        time.Elapsed.Should().Be(TimeSpan.FromSeconds(5 + 3 * (PerHour - 1)));

        var resume = DateTimeOffset.Parse(first.Output.Split("run again after ")[1].Split('.')[0], CultureInfo.InvariantCulture);
        resume.Should().BeCloseTo(time.GetUtcNow() + TimeSpan.FromHours(1) - TimeSpan.FromSeconds(3 * (PerHour - 1)), TimeSpan.FromSeconds(60));
        await time.LeapAsync(resume - time.GetUtcNow() + TimeSpan.FromSeconds(60));

        (await syncs.RunFreshAsync(time, "apply")).Exits(0);
        (await CountAsync()).Should().Equal(Of(("GET assignees/{assignee}", 2), ("GET issues", 10), ("GET labels", 1), ("POST issues", Items + 1 - PerHour)));
        (await GitHub.IssuesAsync()).Select(issue => issue.Identity).Should().OnlyHaveUniqueItems().And.HaveCount(Items + 1);

        (await syncs.RunFreshAsync(time, "apply")).Exits(0).Output.Should().StartWith("plan: nothing changed, 501 as they should be");
        (await CountAsync()).Should().Equal(Of(("GET issues", 6)));
    }

    [Fact]
    public async Task A_thousand_foreign_issues_of_the_same_bot_cost_a_page_for_each_hundred_and_are_left_alone()
    {
        const int foreign = 1_000;
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", issues = Enumerable.Range(1, foreign).Select(i => new { title = $"Nightly report {i}", body = "Made by another workflow.", user = TestSeed.Bot, created_at = LongAgo, updated_at = LongAgo }) });
        var before = Shown(await GitHub.IssuesAsync());
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("few", [("a", "One."), ("b", "Two.")]);

        (await syncs.RunFreshAsync("apply")).Exits(0);
        // By our label there are none; the look a second way goes through all that the bot has made.
        (await CountAsync()).Should().Equal(Of(("GET assignees/{assignee}", 2), ("GET issues", 11), ("GET labels", 1), ("POST issues", 3), ("POST labels", 5)));
        (await syncs.RunFreshAsync("apply")).Exits(0).Output.Should().StartWith("plan: nothing changed, 3 as they should be");
        (await CountAsync()).Should().Equal(Of(("GET issues", 1)));

        // One item more: only what the bot did since the map was written is looked at.
        syncs.Write("few", [("a", "One."), ("b", "Two."), ("c", "Three.")]);
        (await syncs.RunFreshAsync("apply")).Exits(0);
        (await CountAsync()).Should().Equal(Of(("GET assignees/{assignee}", 1), ("GET issues", 2), ("GET labels", 1), ("PATCH issues/{issue_number}", 1), ("POST issues", 1)));
        Shown(await GitHub.IssuesAsync()).Take(foreign).Should().Equal(before, "nothing of another workflow is touched");
        (await GitHub.IssuesAsync()).Skip(foreign).Select(issue => issue.Identity).Should().BeEquivalentTo("few/a", "few/b", "few/c", "few/#tracking");
    }

    private static IEnumerable<string> Shown(EmulatedIssue[] issues) => issues.Select(issue => $"{issue.Number} {issue.Title} {issue.Body} {issue.IsOpen} {issue.Labels.Length} {issue.Comments}");

    private static SortedDictionary<string, int> Of(params (string Request, int Count)[] counts) =>
        new(counts.ToDictionary(pair => pair.Request, pair => pair.Count, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>What was asked since the last time and is counted, by method and route below the repository.</summary>
    private async Task<SortedDictionary<string, int>> CountAsync()
    {
        var counts = (await GitHub.RequestsOfJobsAsync()).Where(request => request.Status != 304).GroupBy(request => $"{request.Method} {request.Route["/repos/{owner}/{repo}/".Length..]}", StringComparer.Ordinal);
        var count = new SortedDictionary<string, int>(counts.ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal), StringComparer.Ordinal);
        await GitHub.ResetAsync();
        return count;
    }
}
