namespace VegaGate.EndToEnd.Http;

/// <summary>
/// How people sign off, waive and ask, with the events that this sets off. Teams, reactions and who may close are the proxy's own word, no independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class SignOffStoryTests : HttpTests
{
    private const string Crew = "crew";

    private const string List = """
        checklist: story
        title: Story
        people:
          zev: { name: Zev, github: zev }
          rr: { name: RR, github: rr }
          kate: { name: Kate, github: kate }
        teams:
          crew: { name: Crew, github: acme/crew, members: [zev, rr] }
        gate:
          approvers: kate
        sections:
          - id: all
            title: All
            items:
              - { id: any, title: One of two, owners: [zev, rr], sign-off: any }
              - { id: all, title: Zev / RR, owners: [zev, rr], sign-off: all }
              - { id: team, title: Two of the crew, owners: crew, sign-off: { crew: 2 } }
              - { id: waived, title: It may wait, owners: zev }
              - { id: not-here, title: It does not apply, owners: zev }

        """;

    private Checkout? checkout;

    private Checkout Checkout => checkout ?? throw new InvalidOperationException("Nothing is checked out yet.");

    [Fact]
    public async Task A_list_passes_when_each_item_has_the_sign_offs_that_it_takes()
    {
        using var made = checkout = await CreateAsync();

        await IsAsync("any", "open", "todo");
        await SaysAsync("rr", "any", "/done seen on staging", isHeard: true);
        await IsAsync("any", "closed", "done");

        await SaysAsync("zev", "all", "/done", isHeard: true);
        await IsAsync("all", "open", "in-progress");
        await SaysAsync("zev", "all", "/done once more", isHeard: true);
        await IsAsync("all", "open", "in-progress");
        await SaysAsync("rr", "all", "/done", isHeard: true);
        await IsAsync("all", "closed", "done");

        // The file names two of the crew; GitHub has others, on two pages.
        await SaysAsync("rr", "team", "/done", isHeard: false);
        (await AnswersAsync("team")).Should().ContainSingle().Which.Should().Contain("This does not count: rr does not own story/team; it can be signed off by Crew (");
        await SaysAsync("member-001", "team", "/done", isHeard: true);
        await IsAsync("team", "open", "in-progress");
        await SaysAsync("member-104", "team", "/done", isHeard: true);
        await IsAsync("team", "closed", "done");
        (await GitHub.RequestsOfJobsAsync()).Should().Contain(request => request.Route == "/orgs/{org}/teams/{team_slug}/members" && request.Status == 200);

        await SaysAsync("zev", "waived", "/waive 2099-12-31 I say so", isHeard: false);
        (await AnswersAsync("waived")).Should().ContainSingle().Which.Should().EndWith("This does not count: zev may not waive story/waived; that takes an approver: Kate (kate).");
        await SaysAsync("kate", "waived", "/waive 2099-12-31 The vendor is late", isHeard: true);
        await IsAsync("waived", "open", "todo");

        await SaysAsync("zev", "not-here", "/na there is no such service", isHeard: true);
        await Checkout.HoldsAsync("open");
        await SaysAsync("kate", "not-here", "/na I agree", isHeard: true);

        await Checkout.GoesAsync();
        Checkout.Outputs["result"].Should().Contain("\"waived\"").And.Contain("\"not-applicable\"")
            .And.Contain("\"team\":\"crew\",\"github\":\"acme/crew\",\"source\":\"github\",\"members\":104");
        var status = (await GitHub.StatusesAsync(Checkout.Sha)).Should().ContainSingle().Which!;
        status["state"]!.GetValue<string>().Should().Be("success");
        // Nothing of all this is said or done again.
        await GitHub.ResetAsync();
        await Checkout.RespondAsync();
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);
    }

    [Fact]
    public async Task Whoever_asks_for_help_is_told_once_what_they_may_do_here()
    {
        using var made = checkout = await CreateAsync();

        await SaysAsync("zev", "any", "/help", isHeard: true);
        (await AnswersAsync("any")).Should().ContainSingle().Which.Should().Contain("story/any is **todo**; it still needs Zev (zev) or RR (rr). zev is Zev, and may say here:\n\n| Command | What it does |")
            .And.Contain("| /done \\[evidence\\] | signs the item off |").And.NotContain("/waive");
        await SaysAsync("kate", "any", "/help", isHeard: true);
        (await AnswersAsync("any")).Last().Should().Contain("| /waive 2026-12-31 reason |").And.NotContain("/done");
        await SaysAsync(TestSeed.Guest, "any", "/help", isHeard: true);
        (await AnswersAsync("any")).Last().Should().EndWith("guest is not among the people of this checklist, so nothing that is said here in that name counts.");
        (await AnswersAsync("any")).Should().HaveCount(3);
    }

    private async Task<Checkout> CreateAsync()
    {
        string[] members = [.. Enumerable.Range(1, 104).Select(number => $"member-{number:000}")];
        foreach (var login in members)
            await GitHub.RegisterTokenAsync(TestSeed.TokenOf(login), new { login });
        await GitHub.SetTeamAsync(Crew, members);
        return await Checkout.CreateAsync(GitHub, List);
    }

    /// <summary>Somebody comments, and the event comes twice. What was heard has exactly one reaction, and what was not has none.</summary>
    private async Task SaysAsync(string login, string item, string text, bool isHeard)
    {
        var number = (await GitHub.IssueAsync($"story/{item}")).Number;
        var comment = await GitHub.CommentAsync(login, number, text);
        await Checkout.RespondAsync(Events.Comment(number, comment, login));
        await Checkout.RespondAsync(Events.Comment(number, comment, login));
        var reactions = (await GitHub.SendAsync(HttpMethod.Get, $"issues/comments/{comment}/reactions", TestSeed.Admin, null, 200))!.AsArray();
        reactions.Select(reaction => reaction!["content"]!.GetValue<string>()).Should().Equal(isHeard ? ["+1"] : [], "of {0} by {1}", text, login);
    }

    private async Task IsAsync(string item, string state, string status)
    {
        var issue = await GitHub.IssueAsync($"story/{item}");
        (issue.IsOpen ? "open" : "closed").Should().Be(state);
        issue.Status.Should().Be(status);
    }

    private async Task<string[]> AnswersAsync(string item) =>
        [.. (await GitHub.CommentsAsync((await GitHub.IssueAsync($"story/{item}")).Number)).Where(said => said.Login == TestSeed.Bot).Select(said => said.Body)];
}
