namespace VegaGate.EndToEnd.Http;

/// <summary>The numbers of requests that docs/sync.md promises, counted where they arrive.</summary>
public sealed class PromisedRequestsTests : HttpTests
{
    private const int Items = 149;

    [Fact]
    public async Task Every_sync_keeps_to_the_numbers_that_are_promised()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        var items = Enumerable.Range(1, Items).Select(i => ($"i{i}", "It is there.")).ToArray();
        syncs.Write("many", items);

        // A plan only reads.
        (await syncs.RunFreshAsync("plan")).Exits(0).Output.Should().Contain("plan: 150 to create, 0 as they should be (GitHub acme/widgets)").And.Contain("about 8 minutes to write");
        (await CountAsync()).Should().Equal(Of(("GET /repos/{owner}/{repo}/issues", 2)));

        // The first sync: a creation for each item and one for the tracking issue, an empty listing and the cross-check, the missing labels, the owners.
        (await syncs.RunFreshAsync("apply")).Exits(0);
        (await CountAsync()).Should().Equal(Of(
            ("GET /repos/{owner}/{repo}/assignees/{assignee}", 2), ("GET /repos/{owner}/{repo}/issues", 2), ("GET /repos/{owner}/{repo}/labels", 1),
            ("POST /repos/{owner}/{repo}/issues", Items + 1), ("POST /repos/{owner}/{repo}/labels", 5)));

        // Nothing changed: a request for each hundred issues.
        (await syncs.RunFreshAsync("apply")).Exits(0);
        (await CountAsync()).Should().Equal(Of(("GET /repos/{owner}/{repo}/issues", 2)));

        // Every line of the file moves, and no item changes.
        syncs.Workspace.Write("checklists/list.yaml", "# moved\n# moved\n" + syncs.Workspace.Read("checklists/list.yaml"));
        (await syncs.RunFreshAsync("apply")).Exits(0);
        (await CountAsync()).Should().Equal(Of(("GET /repos/{owner}/{repo}/issues", 2)));

        // Three items change: three writes more. Each looks first whether the issue is still the same, which GitHub does not count where it is.
        syncs.Write("many", items.Select((item, index) => index < 3 ? (item.Item1, "It is there, and it works.") : item));
        (await syncs.RunFreshAsync("apply")).Exits(0);
        (await GitHub.RequestsOfJobsAsync()).Where(request => request.Status == 304).Select(request => $"{request.Method} {request.Route}").Should().Equal(Enumerable.Repeat("GET /repos/{owner}/{repo}/issues/{issue_number}", 3));
        (await CountAsync()).Should().Equal(Of(("GET /repos/{owner}/{repo}/issues", 2), ("PATCH /repos/{owner}/{repo}/issues/{issue_number}", 3)));

        // Kept from run to run, what is current is not counted by GitHub.
        (await syncs.RunAsync("apply")).Exits(0);
        await GitHub.ResetAsync();
        (await syncs.RunAsync("apply")).Exits(0);
        (await GitHub.RequestsOfJobsAsync()).Select(request => request.Status).Should().OnlyContain(status => status == 304);
    }

    private static Dictionary<string, int> Of(params (string Request, int Count)[] counts) => counts.ToDictionary(pair => pair.Request, pair => pair.Count, StringComparer.Ordinal);

    /// <summary>What was asked since the last time and is counted, by method and route.</summary>
    private async Task<SortedDictionary<string, int>> CountAsync()
    {
        var counts = (await GitHub.RequestsOfJobsAsync()).Where(request => request.Status != 304).GroupBy(request => $"{request.Method} {request.Route}", StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        await GitHub.ResetAsync();
        return new SortedDictionary<string, int>(counts, StringComparer.Ordinal);
    }
}
