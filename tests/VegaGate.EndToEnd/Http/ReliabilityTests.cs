using System.Text;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// Whatever goes wrong at any write, and then one more run: the end is that of an undisturbed one. The table of docs/reliability.md is what was seen here. The
/// faults are the proxy's own word, no independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class ReliabilityTests : HttpTests
{
    private const string Page = "docs/reliability.md";
    private const string Begin = "<!-- begin: what the tests saw -->\n";
    private const string End = "<!-- end -->";

    /// <summary>Of the first sync of two items in a repository that has the other labels: a label, two issues, and the tracking issue.</summary>
    private const int FirstWrites = 4;

    [Fact]
    public async Task Whatever_goes_wrong_at_whatever_write_the_next_run_ends_as_an_undisturbed_one()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("labels", [("a", "One."), ("b", "Two.")]);
        (await syncs.RunAsync("apply")).Exits(0);
        var table = new StringBuilder("| what goes wrong | at the label | at the 1st issue | at the 2nd issue | at the tracking issue | at a change |\n| --- | --- | --- | --- | --- | --- |\n");
        var faults = Fault.All.Where(fault => !fault.OnReadsOnly).ToArray();
        for (var kind = 0; kind < faults.Length; kind++)
        {
            // A job's token has 1,000 requests an hour.
            (await GitHub.ViolationsAsync()).Should().BeEmpty();
            await GitHub.ResetAsync();
            table.Append($"| {faults[kind].Name} |");
            for (var write = 0; write <= FirstWrites; write++)
                table.Append($" {await EndsWellAsync(syncs, $"f{kind}-{write}", faults[kind], write)} |");
            table.Append('\n');
        }

        GeneratedPart.ShouldBe(Page, Begin, End, table.ToString());
    }

    /// <summary>One fault at one write; what the run said that met it.</summary>
    private async Task<string> EndsWellAsync(Syncs syncs, string slug, Fault fault, int write)
    {
        syncs.Write(slug, [("a", "One."), ("b", "Two.")]);
        var isChange = write == FirstWrites;
        if (isChange)
        {
            (await syncs.RunAsync("apply")).Exits(0);
            syncs.Write(slug, [("a", "One."), ("b", "Two, and more.")]);
        }

        await GitHub.SetFaultsAsync(fault.At("POST|PATCH", "", isChange ? 0 : write));
        var disturbed = await syncs.RunAsync("apply");
        await GitHub.SetFaultsAsync();
        if (disturbed.ExitCode != 0)
            (await syncs.RunAsync("apply")).Exits(0);

        var issues = (await GitHub.IssuesAsync()).Where(issue => issue.Identity.StartsWith($"{slug}/", StringComparison.Ordinal)).ToArray();
        issues.Select(issue => issue.Identity).Should().BeEquivalentTo([$"{slug}/a", $"{slug}/b", $"{slug}/#tracking"], "each has exactly one issue");
        issues.Should().OnlyContain(issue => issue.IsOpen && issue.Comments == 0 && issue.Labels.Contains($"checklist:{slug}"));
        issues.Single(issue => issue.Identity == $"{slug}/b").Body.Should().Contain(isChange ? "Two, and more." : "Two.");
        (await syncs.RunAsync("plan")).Exits(0).Output.Should().StartWith("plan: nothing changed, 3 as they should be");
        return disturbed.ExitCode switch { 0 => "mended at once", 4 => "stops cleanly (4); run again", _ => $"says so ({disturbed.ExitCode}); run again" };
    }

    [Theory]
    [InlineData("empty-list")]
    [InlineData("garbage")]
    public async Task A_listing_that_lies_makes_nothing(string fault)
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("lie", [("a", "One."), ("b", "Two.")]);
        (await syncs.RunAsync("apply")).Exits(0);
        await GitHub.SetFaultsAsync(new { match = new { method = "GET", path = "labels=vegagate" }, fault, times = 10 });
        await syncs.RunFreshAsync("apply");
        await GitHub.SetFaultsAsync();

        (await GitHub.IssuesAsync()).Should().HaveCount(3);
        (await syncs.RunFreshAsync("plan")).Exits(0).Output.Should().StartWith("plan: nothing changed, 3 as they should be");
    }

    [Fact]
    public async Task Two_at_the_same_time_leave_one_open_issue_for_each_item()
    {
        using var one = await Syncs.CreateAsync(GitHub);
        using var two = await Syncs.CreateAsync(GitHub);
        var items = Enumerable.Range(1, 8).Select(i => ($"i{i}", "It is there.")).ToArray();
        await Task.WhenAll(one.Write("both", items).RunAsync("apply"), two.Write("both", items).RunAsync("apply"));
        for (var run = 0; run < 2; run++)
            (await one.RunFreshAsync("apply")).Exits(0);

        var open = (await GitHub.IssuesAsync()).Where(issue => issue.IsOpen).ToArray();
        open.Select(issue => issue.Identity).Should().BeEquivalentTo(items.Select(item => $"both/{item.Item1}").Append("both/#tracking"));
        (await one.RunFreshAsync("plan")).Exits(0).Output.Should().StartWith("plan: nothing changed");
    }
}
