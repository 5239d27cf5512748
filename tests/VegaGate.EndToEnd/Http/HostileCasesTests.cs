namespace VegaGate.EndToEnd.Http;

/// <summary>
/// What somebody may try, each ending in the gate: exit code 1 and the reason. After respond the issue is as it should be, and whoever tried has one answer in
/// words. Who closed and how, teams, and GitHub's clock are the proxy's own word, no independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class HostileCasesTests : HttpTests
{
    private const string Crew = "crew";

    private static readonly Dictionary<string, HostileCase> Cases = new(StringComparer.Ordinal)
    {
        ["A stranger closes"] = new(
            Before: "sign-off-without-authority",
            Answer: "I have opened this issue again. trixie closed it, but may not sign it off.\n\nStill needed: Zev (zev) or RR (rr). They close this issue as completed, or comment `/done`; `/help` tells everybody what they may do here.")
        {
            Acts = [(scene, number) => scene.ClosesAsync(TestSeed.Triager, number)],
        },
        ["A stranger opens an issue with a copied marker and closes it"] = new()
        {
            Acts = [(scene, _) => scene.CopiesAndClosesAsync(TestSeed.Triager)],
        },
        ["An owner of another item closes"] = new(Before: "sign-off-without-authority", Answer: "kate closed it, but may not sign it off.") { Acts = [(scene, number) => scene.ClosesAsync("kate", number)] },
        ["A bot closes"] = new(Before: "sign-off-without-authority", Answer: "An app closed it (helper\\[bot\\]), and an app cannot sign off.")
        {
            Acts = [(scene, number) => scene.HappensAsync(number, "closed", "helper[bot]")],
        },
        ["An app closes in an owner's name"] = new(Before: "sign-off-without-authority", Answer: "An app closed it (zev), and an app cannot sign off.")
        {
            Acts = [(scene, number) => scene.HappensAsync(number, "closed", "zev", app: "automation")],
        },
        ["A commit message of an owner closes"] = new(Before: "sign-off-without-authority", Answer: "A commit message closed it, and a commit message is no sign-off: it was written before anybody looked.")
        {
            Acts = [(scene, number) => scene.HappensAsync(number, "closed", "zev", commit: new string('c', 40))],
        },
        ["A person signs off twice where two are needed"] = new("sign-off-incomplete", "in-progress", Answer: "The sign-off of zev counts, but this item takes more than one.\n\nStill needed: RR (rr).")
        {
            More = ", sign-off: 2",
            Acts = [(scene, number) => scene.SaysAsync("zev", number, "/done"), (scene, number) => scene.SaysAsync("zev", number, "/done again"), (scene, number) => scene.ClosesAsync("zev", number)],
        },
        ["A comment is edited into a command"] = new()
        {
            Acts = [(scene, number) => scene.EditsCommentAsync("zev", number, "I look at it tomorrow.", "/done")],
        },
        ["A command in a quote"] = new() { Acts = [(scene, number) => scene.SaysAsync("zev", number, "> /done\n/done\n\nDid you mean this?")] },
        ["A command in a code block"] = new() { Acts = [(scene, number) => scene.SaysAsync("zev", number, "Write this:\n\n```\n/done\n```\n\n    /done\n\n`\n/done\n`")] },
        ["A command in an HTML comment"] = new() { Acts = [(scene, number) => scene.SaysAsync("zev", number, "<!--\n/done\n-->\n\n<div>\n/done\n</div>\n\nSeen.")] },
        ["A command in what an e-mail reply quotes"] = new()
        {
            Acts = [(scene, number) => scene.SaysAsync("zev", number, "Not yet.\r\n\r\nOn Sun, 1 Mar 2026 at 10:00, rr ***@***.***> wrote:\r\n\r\n> /done\r\n>\r\n> —\r\n> Reply to this email directly\r\n")],
        },
        ["A command of 60,000 characters"] = new(Answer: "This does not count: trixie does not own hostile/x; it can be signed off by Zev (zev) or RR (rr).")
        {
            Acts = [(scene, number) => scene.SaysAsync(TestSeed.Triager, number, "/done " + new string('*', 60_000))],
        },
        ["A reason of 60,000 characters that an answer quotes"] = new("blocked", "blocked", Answer: "It is blocked, says zev: \\*\\*\\*")
        {
            Acts = [(scene, number) => scene.SaysAsync("zev", number, "/block " + new string('*', 60_000)), (scene, number) => scene.ClosesAsync(TestSeed.Triager, number)],
        },
        ["500 commands in one comment of a stranger"] = new(Answer: "The rest of that comment was not read: a comment has at most 20 commands")
        {
            Acts = [(scene, number) => scene.SaysAsync(TestSeed.Triager, number, string.Concat(Enumerable.Repeat("/done\n/waive 2030-01-01 x\n/block x\n/accept\n/na x\n", 100)))],
        },
        ["500 commands in one comment of an owner"] = new(Answer: "The rest of that comment was not read: a comment has at most 20 commands")
        {
            Acts = [(scene, number) => scene.SaysAsync("zev", number, string.Concat(Enumerable.Repeat("/done\n/undo\n", 250)))],
        },
        ["A label status:done is set by hand"] = new() { Acts = [(scene, number) => scene.LabelsAsync(TestSeed.Triager, number, "vegagate", "status:done")] },
        ["The author of a pull request whose own file names them as owner signs off"] = new(Answer: "This does not count: guest does not own hostile/x; it can be signed off by Zev (zev) or RR (rr).")
        {
            Acts = [(scene, number) => scene.SaysAsync(TestSeed.Guest, number, "/done")],
        },
        ["An owner leaves the team"] = new(Before: "sign-off-without-authority", Answer: "zev closed it, but may not sign it off.\n\nStill needed: Crew (rr).")
        {
            Owners = Crew,
            Acts = [(scene, number) => scene.ClosesAsync("zev", number), async (scene, _) => { await scene.GitHub.SetTeamAsync(Crew, "rr"); return null; }],
        },
        ["A login that was given to somebody else"] = new(Before: "sign-off-without-authority", Answer: "zev closed it, but may not sign it off.\n\nStill needed: Zev (zev) or RR (rr).")
        {
            Zev = "zev, id: 4711",
            Acts = [(scene, number) => scene.ClosesAsync("zev", number)],
        },
        ["A login that looks like an owner's"] = new(Before: "sign-off-without-authority", Answer: "z\u0435v closed it, but may not sign it off.") { Acts = [(scene, number) => scene.HappensAsync(number, "closed", "z\u0435v")] },
        ["A stranger closes and reopens within a second"] = new()
        {
            Acts = [(scene, number) => scene.ClosesAndReopensAtOnceAsync(TestSeed.Triager, number)],
        },
        ["An owner closes and reopens within a second"] = new() { Acts = [(scene, number) => scene.ClosesAndReopensAtOnceAsync("zev", number)] },
        ["A body is edited so that its marker says that the item is done"] = new() { Acts = [(scene, number) => scene.EditsMarkerAsync(number, " status=\\S+", " status=done")] },
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_gate_holds_and_whoever_tried_is_told_why(string name)
    {
        var known = Cases[name];
        using var scene = await SceneAsync(known);
        var number = (await GitHub.IssueAsync("hostile/x")).Number;
        var events = new List<WorkflowRun?>();
        foreach (var act in known.Acts)
            events.Add(await act(scene, number));

        await scene.Checkout.HoldsAsync(known.Before ?? known.Reason);
        foreach (var happened in events)
            await scene.Checkout.RespondAsync(happened);
        await ShouldBeAsync(known);
        await scene.Checkout.HoldsAsync(known.Reason);
        await GitHub.ResetAsync();
        await scene.Checkout.RespondAsync();
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite, "nothing is said twice");
    }

    [Theory]
    [InlineData("A stranger closes", true)]
    [InlineData("A stranger closes", false)]
    [InlineData("A person signs off twice where two are needed", true)]
    [InlineData("500 commands in one comment of a stranger", true)]
    [InlineData("An owner leaves the team", false)]
    [InlineData("A reason of 60,000 characters that an answer quotes", false)]
    public async Task Events_that_are_lost_doubled_or_reordered_lead_to_the_same(string name, bool areLost)
    {
        var known = Cases[name];
        using var scene = await SceneAsync(known);
        var number = (await GitHub.IssueAsync("hostile/x")).Number;
        var events = new List<WorkflowRun?>();
        foreach (var act in known.Acts)
        {
            events.Add(await act(scene, number));
            if (!areLost)
                await scene.Checkout.RespondAsync(events[^1]);
        }

        if (areLost)
            await scene.Checkout.RespondAsync();
        await ShouldBeAsync(known);
        foreach (var happened in events.AsEnumerable().Reverse().Concat(events))
            await scene.Checkout.RespondAsync(happened);
        await ShouldBeAsync(known);
        await scene.Checkout.HoldsAsync(known.Reason);
    }

    [Fact]
    public async Task A_login_in_other_case_is_the_same_account()
    {
        using var scene = await SceneAsync(new HostileCase { Zev = "ZEV" });
        var issue = await GitHub.IssueAsync("hostile/x");

        await scene.Checkout.RespondAsync(await scene.SaysAsync("zev", issue.Number, "/done"));

        (await GitHub.IssueAsync("hostile/x")).Should().Match<EmulatedIssue>(found => !found.IsOpen && found.Status == "done" && found.Comments == 1);
        await scene.Checkout.GoesAsync();
    }

    [Fact]
    public async Task A_pull_request_s_own_file_decides_nothing()
    {
        var known = new HostileCase();
        using var scene = await SceneAsync(known);
        var issue = await GitHub.IssueAsync("hostile/x");
        // On the default branch the comment is refused; the file of the pull request would let it count.
        await scene.Checkout.RespondAsync(await scene.SaysAsync(TestSeed.Guest, issue.Number, "/done"));
        (await GitHub.IssueAsync("hostile/x")).IsOpen.Should().BeTrue();
        var topic = await scene.Checkout.CommitAsync("topic", scene.Checkout.Sha);
        scene.Checkout.Write(HostileScene.ListOf("guest", ""));

        var refused = await scene.Checkout.RunAsync("respond", Events.PullRequest());
        refused.Exits(2).ToString().Should().Contain("respond does not run on pull_request");
        (await scene.Checkout.RunAsync("gate", Events.PullRequest(eventName: "pull_request_target"))).Exits(2);
        await scene.Checkout.HoldsAsync("commit-not-protected", Events.Tag("v1.0.0") with { Sha = topic });
    }

    [Fact]
    public async Task A_release_tag_on_a_side_branch_whose_file_has_lost_the_open_items_holds()
    {
        using var scene = await SceneAsync(new HostileCase());
        var optional = await GitHub.IssueAsync("hostile/y");
        await GitHub.CommentAsync("kate", optional.Number, "/done");
        var side = await scene.Checkout.CommitAsync("side", scene.Checkout.Sha);
        scene.Checkout.Write(HostileScene.ListWithoutItem());

        await scene.Checkout.HoldsAsync("commit-not-protected", Events.Tag("v1.0.0") with { Sha = side });
    }

    [Theory]
    [InlineData(-7200)]
    [InlineData(7200)]
    public async Task A_text_that_changed_after_the_sign_off_takes_a_new_one_however_the_clocks_differ(int skew)
    {
        await GitHub.SetClockAsync(skew);
        var known = new HostileCase("sign-off-void", Answer: "What this item asks for has changed, so the sign-offs that it had no longer count.");
        using var scene = await SceneAsync(known);
        var issue = await GitHub.IssueAsync("hostile/x");
        await scene.Checkout.RespondAsync(await scene.ClosesAsync("zev", issue.Number));
        await scene.Checkout.GoesAsync();

        // Before the file is applied, and after.
        scene.Checkout.Write(HostileScene.ListOf(known.Owners, ", pass: Another text."));
        await scene.Checkout.HoldsAsync("not-synced");
        await GitHub.SetClockAsync(skew + 2);
        (await scene.Checkout.ApplyAsync()).Exits(0);
        await scene.Checkout.HoldsAsync("sign-off-void");
        await scene.Checkout.RespondAsync();
        await ShouldBeAsync(known);

        // Somebody who may write sets the time in the marker back.
        await scene.EditsMarkerAsync(issue.Number, " since=\\S+", " since=created");
        await scene.Checkout.RespondAsync();
        await scene.Checkout.HoldsAsync("sign-off-void");

        await GitHub.SetClockAsync(skew + 4);
        await scene.Checkout.RespondAsync(await scene.ClosesAsync("rr", issue.Number));
        await scene.Checkout.GoesAsync();
    }

    [Fact]
    public async Task GitHub_s_clock_decides_how_old_a_sign_off_is()
    {
        using var scene = await SceneAsync(new HostileCase(), HostileScene.ListOf("zev, rr", "", "gate: { sign-off-valid-for: 24h }"));
        var issue = await GitHub.IssueAsync("hostile/x");
        await scene.Checkout.RespondAsync(await scene.ClosesAsync("zev", issue.Number));
        await scene.Checkout.GoesAsync();

        await GitHub.SetClockAsync(25 * 3600);

        await scene.Checkout.HoldsAsync("sign-off-stale");
    }

    [Theory]
    [InlineData(" id=hostile/x ", " id=hostile/y ")]
    [InlineData(" fp=", " fp=0")]
    [InlineData(" status=\\S+", " status=retired")]
    [InlineData("<!-- vegagate v=1 ", "<!-- nothing v=1 ")]
    public async Task A_body_that_is_edited_so_that_its_marker_says_something_else_holds_until_it_is_synced(string pattern, string replacement)
    {
        using var scene = await SceneAsync(new HostileCase());
        var number = (await GitHub.IssueAsync("hostile/x")).Number;
        await scene.Checkout.RespondAsync(await scene.ClosesAsync("zev", number));
        await scene.Checkout.GoesAsync();

        await scene.Checkout.RespondAsync(await scene.EditsMarkerAsync(number, pattern, replacement));

        await scene.Checkout.HoldsAsync("not-synced");
    }

    [Fact]
    public async Task An_API_that_fails_half_way_through_a_timeline_holds()
    {
        using var scene = await SceneAsync(new HostileCase());
        var number = (await GitHub.IssueAsync("hostile/x")).Number;
        // The sign-off is on the first page, and the objection on the second.
        await GitHub.CommentAsync("zev", number, "/done");
        for (var said = 0; said < 100; said++)
            await GitHub.CommentAsync("zev", number, $"Page by page {said}");
        await scene.Checkout.GoesAsync();
        await GitHub.CommentAsync("rr", number, "/object it is not there");
        await scene.Checkout.HoldsAsync("objection");

        foreach (var fault in new object[] { new { type = "status", status = 502 }, new { type = "drop" }, new { type = "garbage" } })
        {
            await GitHub.SetFaultsAsync(new { match = new { method = "GET", path = "/timeline\\?.*page=2" }, times = 99, fault });

            (await scene.Checkout.GateAsync()).Exits(3);

            scene.Checkout.Outputs.Should().Contain("decision", "hold").And.Contain("reason-code", "tracker-unreachable");
            await GitHub.SetFaultsAsync();
        }
    }

    private async Task<HostileScene> SceneAsync(HostileCase known, string? list = null)
    {
        await GitHub.SetTeamAsync(Crew, "zev", "rr");
        return new HostileScene(GitHub, await Checkout.CreateAsync(GitHub, list ?? HostileScene.ListOf(known.Owners, known.More, zev: known.Zev)));
    }

    private async Task ShouldBeAsync(HostileCase known)
    {
        var issue = await GitHub.IssueAsync("hostile/x");
        issue.IsOpen.Should().BeTrue();
        issue.Status.Should().Be(known.Status);
        var answers = (await GitHub.CommentsAsync(issue.Number)).Where(said => said.Login == TestSeed.Bot).Select(said => said.Body).ToArray();
        if (known.Answer is null)
            answers.Should().BeEmpty();
        else
            answers.Should().ContainSingle().Which.Should().Contain(known.Answer);
    }

    /// <summary>What is tried on the item, and what comes of it.</summary>
    /// <param name="Reason">What the gate says in the end.</param>
    /// <param name="Status">The issue's status in the end; it is open.</param>
    /// <param name="Before">What the gate says before anything was answered, where that is another.</param>
    /// <param name="Answer">What stands in the one answer; null: there is none.</param>
    private sealed record HostileCase(string Reason = "open", string Status = "todo", string? Before = null, string? Answer = null)
    {
        public string Owners { get; init; } = "zev, rr";

        public string More { get; init; } = "";

        /// <summary>The account of Zev in the file.</summary>
        public string Zev { get; init; } = "zev";

        /// <summary>What happens on the issue of that number, and the event that it sets off; without one, a schedule sees it.</summary>
        public Func<HostileScene, int, Task<WorkflowRun?>>[] Acts { get; init; } = [];
    }
}
