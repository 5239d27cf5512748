using System.Text.Json.Nodes;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>What people, and people who mean ill, do to an issue between two syncs. After the next one everything is as before, and what they wrote is there.</summary>
public sealed class StrangersTests : HttpTests
{
    private const string Begin = "<!-- vegagate:begin; this part is kept by VegaGate, write below it -->";
    private const string End = "<!-- vegagate:end -->";
    private const string HumanText = "\nWhat a person wrote, to stay.\n";

    [Fact]
    public async Task Whatever_is_done_to_an_issue_the_next_sync_ends_as_before_with_the_text_of_people_in_it()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("all", [("a", "One."), ("b", "Two.")]);
        (await syncs.RunFreshAsync("apply")).Exits(0);
        var a = await GitHub.IssueAsync("all/a");
        await EditAsync(a.Number, a.Body + HumanText);
        a = await GitHub.IssueAsync("all/a");
        await GitHub.SaveAsync();
        var block = a.Body[a.Body.IndexOf(Begin, StringComparison.Ordinal)..(a.Body.IndexOf(End, StringComparison.Ordinal) + End.Length)];
        var marker = a.Body[..a.Body.IndexOf('\n', StringComparison.Ordinal)];

        (string Name, Func<Task> Act)[] deeds =
        [
            ("locked", () => GitHub.SendAsync(HttpMethod.Put, $"issues/{a.Number}/lock", TestSeed.Admin, new { lock_reason = "resolved" }, 204)),
            ("retitled", () => PatchAsync(a.Number, new { title = "Something else" })),
            ("relabelled", () => PatchAsync(a.Number, new { labels = new[] { "status:done", "owner:nobody" } })),
            ("its labels taken off", () => PatchAsync(a.Number, new { labels = Array.Empty<string>() })),
            ("its managed block edited", () => EditAsync(a.Number, a.Body.Replace("One.", "Anything.", StringComparison.Ordinal))),
            ("its managed block removed", () => EditAsync(a.Number, a.Body.Replace(block, "", StringComparison.Ordinal))),
            ("its managed block doubled", () => EditAsync(a.Number, a.Body.Replace(block, $"{block}\n{block}", StringComparison.Ordinal))),
            ("its managed block cut in the middle", () => EditAsync(a.Number, a.Body.Replace(End, "", StringComparison.Ordinal))),
            ("its first line removed", () => EditAsync(a.Number, a.Body.Replace(marker, "", StringComparison.Ordinal))),
            ("its first line doubled", () => EditAsync(a.Number, $"{marker}\n{a.Body}")),
            ("its first line made that of another item", () => EditAsync(a.Number, a.Body.Replace("id=all/a ", "id=all/b ", StringComparison.Ordinal))),
            ("copied by a stranger, with everything", () => GitHub.SendAsync(HttpMethod.Post, "issues", TestSeed.Guest, new { title = a.Title, body = a.Body }, 201)),
            ("copied by a stranger and labelled by somebody", () => GitHub.SeedAsync(new { owner = "acme", name = "widgets", issues = new[] { new { title = a.Title, body = a.Body, user = TestSeed.Guest, labels = a.Labels } } })),
            ("commented on", async () => await GitHub.CommentAsync(TestSeed.Guest, a.Number, a.Body)),
        ];
        foreach (var (name, act) in deeds)
        {
            await GitHub.RestoreAsync();
            await act();
            var strangers = (await GitHub.IssuesAsync()).Where(issue => issue.Number > 3).Select(issue => issue.Body + issue.Labels.Length).ToArray();

            (await syncs.RunFreshAsync(new LeapingTime(), "apply")).Exits(0);

            var issue = (await GitHub.IssuesAsync()).Single(issue => issue.Number == a.Number);
            issue.Identity.Should().Be("all/a", "it was {0}", name);
            issue.Title.Should().Be(a.Title, "it was {0}", name);
            issue.IsOpen.Should().BeTrue("it was {0}", name);
            issue.Labels.Should().BeEquivalentTo(a.Labels, "it was {0}", name);
            issue.Body.Should().Contain(block, "it was {0}", name).And.EndWith(HumanText);
            issue.Body.Split(Begin).Should().HaveCount(2, "there is one block: it was {0}", name);
            (await GitHub.IssuesAsync()).Where(other => other.Number > 3).Select(other => other.Body + other.Labels.Length).Should().Equal(strangers, "what is not ours is not touched: it was {0}", name);
            (await syncs.RunFreshAsync(new LeapingTime(), "plan")).Exits(0).Output.Should().StartWith("plan: nothing changed, 3 as they should be", "it was {0}", name);
        }
    }

    [Fact]
    public async Task A_closed_issue_is_not_opened_by_a_sync_for_who_closed_it_is_judged_elsewhere()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("all", [("a", "One."), ("b", "Two.")]);
        (await syncs.RunFreshAsync("apply")).Exits(0);
        await GitHub.CloseAsync(TestSeed.Triager, (await GitHub.IssueAsync("all/a")).Number);
        await GitHub.ResetAsync();

        (await syncs.RunFreshAsync("apply")).Exits(0).Output.Should().StartWith("plan: nothing changed, 3 as they should be");
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);
    }

    [Fact]
    public async Task What_is_edited_between_plan_and_write_is_not_overwritten_and_costs_no_request_that_is_counted()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("all", [("a", "One."), ("b", "Two."), ("c", "Three.")]);
        (await syncs.RunFreshAsync("apply")).Exits(0);
        var c = await GitHub.IssueAsync("all/c");
        syncs.Write("all", [("a", "One, and more."), ("b", "Two."), ("c", "Three, and more.")]);
        await GitHub.ResetAsync();
        // A second later, so that the time of the change tells.
        await GitHub.SetClockAsync(1);
        var isEdited = false;
        // The first write is paced; by then the plan was made, and a person edits the issue that is written second.
        var time = new LeapingTime(async _ =>
        {
            if (!isEdited)
                await EditAsync(c.Number, c.Body + HumanText);
            isEdited = true;
        });

        (await syncs.RunFreshAsync(time, "apply")).Exits(0).Output.Should().Contain($"notice: #{c.Number} has changed since this was planned, or is gone; the next run says what to do.");

        (await GitHub.IssueAsync("all/a")).Body.Should().Contain("One, and more.");
        (await GitHub.IssueAsync("all/c")).Body.Should().Be(c.Body + HumanText);
        (await GitHub.RequestsOfJobsAsync()).Select(request => (request.Method, request.Route.Split('/').Length, request.Status))
            .Should().Equal([("GET", 5, 200), ("GET", 6, 304), ("PATCH", 6, 200), ("GET", 6, 200)], "a read that finds no change is not counted by GitHub");

        (await syncs.RunFreshAsync("apply")).Exits(0);
        (await GitHub.IssueAsync("all/c")).Body.Should().Contain("Three, and more.").And.EndWith(HumanText);
    }

    [Theory]
    [InlineData("deleted, or made a discussion")]
    [InlineData("transferred")]
    public async Task An_issue_that_is_gone_is_not_made_anew_by_itself_and_not_followed(string how)
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("gone", [("a", "One."), ("b", "Two."), ("c", "Three.")]);
        (await syncs.RunFreshAsync("apply")).Exits(0);
        var number = (await GitHub.IssueAsync("gone/a")).Number;
        await (how == "transferred" ? GitHub.TransferAsync(number) : GitHub.DeleteAsync(number));
        await GitHub.ResetAsync();

        (await syncs.RunFreshAsync("plan")).Exits(0).Output.Should().Contain("conflict").And.Contain("--adopt").And.Contain("3 as they should be");
        (await syncs.RunFreshAsync("apply")).Exits(0);
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);

        (await syncs.RunFreshAsync("apply", "--adopt")).Exits(0);
        (await GitHub.IssuesAsync()).Select(issue => issue.Identity).Should().BeEquivalentTo("gone/a", "gone/b", "gone/c", "gone/#tracking");
        (await syncs.RunFreshAsync("plan")).Exits(0).Output.Should().StartWith("plan: nothing changed, 4 as they should be");
    }

    private Task<JsonNode?> EditAsync(int number, string body) => PatchAsync(number, new { body });

    private Task<JsonNode?> PatchAsync(int number, object change) => GitHub.SendAsync(HttpMethod.Patch, $"issues/{number}", TestSeed.Admin, change, 200);
}
