using System.Text;

namespace VegaGate.EndToEnd.Http;

/// <summary>What a scheduled run of respond costs where next to nothing has happened since the one before.</summary>
[Trait("Witness", "own word")]
public sealed class RequestCountTests : HttpTests
{
    private const int Items = 500;

    /// <summary>The pages of a listing: there is one issue more, which says where the list stands, and as it says that already, the commit has its status.</summary>
    private const int AtRest = 6;

    /// <summary>Where that is news: the status is looked up and set, open pull requests are listed, of the repository itself, and the issue is changed.</summary>
    private const int News = 6;

    /// <summary>In seconds.</summary>
    private const int Hours = 2 * 3600;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_second_run_costs_the_listing_and_one_request_for_each_issue_that_changed()
    {
        // One apply makes no more than 450 issues in an hour.
        using var checkout = await Checkout.CreateAsync(GitHub, ListOf(Items - 100), Patience);
        await GitHub.SetClockAsync(Hours);
        (await checkout.Write(ListOf(Items)).ApplyAsync()).Exits(0);
        var issues = (await GitHub.IssuesAsync()).Where(issue => issue.Identity.StartsWith("long/i", StringComparison.Ordinal)).ToArray();
        issues.Should().HaveCount(Items);
        foreach (var some in issues.Chunk(10))
            await Task.WhenAll(some.Select(issue => GitHub.CommentAsync("kate", issue.Number, "I am at it.")));
        // A timeline that was read in the seconds of a change is not kept.
        await GitHub.SetClockAsync(Hours + 10);
        await CostsAtMostAsync(checkout, AtRest + News + Items, "each timeline is read once, and what is news is said");

        await CostsAtMostAsync(checkout, AtRest, "nothing happened");

        foreach (var issue in issues.Take(3))
            await GitHub.CommentAsync("kate", issue.Number, "Still.");
        await GitHub.SetClockAsync(Hours + 20);
        await CostsAtMostAsync(checkout, AtRest + 3, "three issues changed");
        await CostsAtMostAsync(checkout, AtRest, "nothing happened again");

        // Losing what was kept costs requests and nothing else.
        checkout.Write("damaged", ".vegagate/cache/timelines.json");
        await CostsAtMostAsync(checkout, AtRest + Items, "the timelines are read anew");
        await CostsAtMostAsync(checkout, AtRest, "and kept again");
    }

    private static string ListOf(int items)
    {
        var list = new StringBuilder("checklist: long\ntitle: Long\npeople:\n  zev: { name: Zev, github: zev }\nsections:\n  - id: all\n    title: All\n    items:\n");
        for (var item = 1; item <= items; item++)
            list.Append($"      - {{ id: i{item}, title: Item number {item}, owners: zev }}\n");
        return list.ToString();
    }

    private async Task CostsAtMostAsync(Checkout checkout, int most, string because)
    {
        await GitHub.ResetAsync();
        (await checkout.RespondAsync()).Exits(0);
        var requests = await GitHub.RequestsOfJobsAsync();
        var byRoute = requests.GroupBy(request => $"{request.Method} {request.Route} {request.Status}", StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => $"{group.Count(),5} {group.Key}");
        requests.Length.Should().BeLessThanOrEqualTo(most, "{0}; there were\n{1}\n", because, string.Join('\n', byRoute));
    }
}
