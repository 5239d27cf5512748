using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>Issues that people keep already become the items of a list: the same issues, with everything in them.</summary>
public sealed class AdoptionTests : HttpTests
{
    private const string Label = "launch";
    private const string Text = "Please *rotate* them.\r\n\r\n- [ ] by Friday\n\n<details>more</details>\n";

    [Fact]
    public async Task Issues_of_people_become_items_and_none_is_made_for_them()
    {
        var keys = await OpenAsync(TestSeed.Guest, "Rotate the keys", Text, TestSeed.Owner);
        var doors = await OpenAsync(TestSeed.OwnerWithoutTriage, "Open the doors", "", TestSeed.Triager);
        using var syncs = await Syncs.CreateAsync(GitHub);
        (await syncs.RunAsync("import", "--from-issues", Label)).Exits(0);
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite, "an import only reads");
        syncs.Workspace.Read($"checklists/{Label}.yaml").Should().Contain($"issue: {keys}\n").And.Contain($"issue: {doors}\n");

        (await syncs.RunAsync("plan")).Exits(0).Output.Should().Contain($"adopt     {Label}/issue-{keys} #{keys}  issue-{keys} Rotate the keys").And.Contain("plan: 1 to create, 2 to adopt");
        (await syncs.RunAsync("apply", "--adopt")).Exits(0);
        (await syncs.RunFreshAsync("plan")).Exits(0).Output.Should().Contain("plan: nothing changed, 3 as they should be");

        var issues = await GitHub.IssuesAsync();
        issues.Select(issue => (issue.Number, issue.Identity)).Should().Equal((keys, $"{Label}/issue-{keys}"), (doors, $"{Label}/issue-{doors}"), (3, $"{Label}/#tracking"));
        issues[0].Body.Should().EndWith("<!-- vegagate:end -->\n" + Text, "what people wrote stays byte for byte");
        issues[0].Labels.Should().BeEquivalentTo(Label, "vegagate", $"checklist:{Label}", "owner:zev", "status:todo");
        issues[0].Assignees.Should().Equal(TestSeed.Owner);

        await GitHub.ResetAsync();
        (await syncs.RunAsync("apply", "--adopt")).Exits(0);
        (await syncs.RunAsync("import", "--from-issues", Label, "--out", "again")).Exits(1).Output.Should().Contain($"Issue #{keys} is left out: a checklist keeps it already.");
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);
    }

    [Fact]
    public async Task Only_an_owner_signs_off_and_only_after_the_adoption()
    {
        var number = await OpenAsync(TestSeed.Guest, "Rotate the keys", Text, TestSeed.Owner);
        await GitHub.CommentAsync(TestSeed.Owner, number, "/done");
        await GitHub.CloseAsync(TestSeed.Owner, number);
        using var syncs = await Syncs.CreateAsync(GitHub);
        (await syncs.RunAsync("import", "--from-issues", Label)).Exits(0);
        await GitHub.SetClockAsync(60);
        using var checkout = await Checkout.CreateAsync(GitHub, syncs.Workspace.Read($"checklists/{Label}.yaml"));

        (await FindAsync(number)).Should().BeEquivalentTo(new { IsOpen = true, Status = "todo" });
        (await GitHub.CommentsAsync(number)).Should().HaveCount(2).And.Subject.Last().Body.Should().Contain("It was closed before anybody could sign off");
        (await checkout.GateAsync()).Exits(1);

        // Whoever opened an issue may close it: that is no sign-off.
        await GitHub.SetClockAsync(120);
        await GitHub.CloseAsync(TestSeed.Guest, number);
        await checkout.RespondAsync(Events.Issue("closed", number, TestSeed.Guest));
        (await FindAsync(number)).Should().BeEquivalentTo(new { IsOpen = true, Status = "todo" });
        (await checkout.GateAsync()).Exits(1);

        // And whoever opened it may edit its hidden line: it says nothing then.
        var body = (await FindAsync(number)).Body;
        await EditAsync(number, body.Replace("since=2", "since=1", StringComparison.Ordinal));
        (await checkout.GateAsync()).Exits(1);
        (await checkout.ApplyAsync()).Exits(0);
        (await FindAsync(number)).Body.Should().EndWith("<!-- vegagate:end -->\n" + Text).And.NotContain("since=1");

        await GitHub.SetClockAsync(180);
        await GitHub.CloseAsync(TestSeed.Owner, number);
        await checkout.RespondAsync(Events.Issue("closed", number, TestSeed.Owner));
        (await FindAsync(number)).Should().BeEquivalentTo(new { IsOpen = false, Status = "done" });
        await checkout.GoesAsync();
        (await GitHub.IssuesAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task What_cannot_become_an_item_s_is_said_and_nothing_of_it_is_written()
    {
        var locked = await OpenAsync(TestSeed.Guest, "Locked", "", TestSeed.Owner);
        await GitHub.SendAsync(HttpMethod.Put, $"issues/{locked}/lock", TestSeed.Admin, new { }, 204);
        var deleted = await OpenAsync(TestSeed.Guest, "Deleted", "", TestSeed.Owner);
        await GitHub.DeleteAsync(deleted);
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", commits = new object[] { new { sha = new string('a', 40), branch = "topic" } } });
        var pull = (await GitHub.SendAsync(HttpMethod.Post, "pulls", TestSeed.Admin, new { title = "A change", head = "topic", @base = "main" }, 201))!["number"]!.GetValue<int>();
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Workspace.Write("checklists/list.yaml", $$"""
            checklist: list
            title: List
            people: { zev: { github: zev } }
            sections:
              - id: all
                title: All
                items:
                  - { id: a, title: Locked, owners: zev, issue: {{locked}} }
                  - { id: b, title: Deleted, owners: zev, issue: {{deleted}} }
                  - { id: c, title: A change, owners: zev, issue: {{pull}} }

            """);

        (await syncs.RunAsync("apply", "--adopt")).Exits(0);
        var plan = (await syncs.RunAsync("plan", "--adopt")).Exits(0).Output;

        (await GitHub.IssuesAsync()).Where(issue => issue.Identity != "list/#tracking").Should().OnlyContain(issue => issue.Identity.Length == 0 && issue.Labels.Length <= 1);
        plan.Should().Contain($"the file names #{locked}, which is locked").And.Contain($"the file names #{deleted}, which is no issue here").And.Contain($"the file names #{pull}, which is no issue here").And.Contain("plan: 3 to conflict, 1 as they should be");
    }

    private async Task<EmulatedIssue> FindAsync(int number) => (await GitHub.IssuesAsync()).Single(issue => issue.Number == number);

    private Task<JsonNode?> EditAsync(int number, string body) => GitHub.SendAsync(HttpMethod.Patch, $"issues/{number}", TestSeed.Guest, new { body }, 200);

    /// <summary>Somebody opens an issue, and a maintainer labels it and assigns it.</summary>
    private async Task<int> OpenAsync(string author, string title, string body, string assignee)
    {
        var number = (await GitHub.SendAsync(HttpMethod.Post, "issues", author, new { title, body }, 201))!["number"]!.GetValue<int>();
        await GitHub.SendAsync(HttpMethod.Patch, $"issues/{number}", TestSeed.Admin, new { labels = new[] { Label }, assignees = new[] { assignee } }, 200);
        return number;
    }
}
