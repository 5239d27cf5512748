using VegaGate.Checklists;
using VegaGate.Sync;
using VegaGate.Tracking;
using static VegaGate.Tests.Sync.SyncScene;

namespace VegaGate.Tests.Sync;

/// <summary>Issues that people opened and that a file names become the items of a list, and stay theirs.</summary>
public sealed class AdoptionTests : IDisposable
{
    private const string Text = "  \nPlease *rotate* them.\r\n\r\n- [ ] by Friday\n";

    private static readonly Checklist Named = List("{ id: \"1.1\", title: Rotate the keys, owners: zev, issue: 1 }", "{ id: \"1.2\", title: Tell everybody, owners: kate }");

    private readonly SyncScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task A_named_issue_becomes_the_item_s_and_no_new_one_is_made()
    {
        await OpenAsync();
        var plan = await _scene.SyncAsync(Named);

        plan.Changes.Select(change => $"{change.Action} {change.Identity} {change.Number}").Should().Equal("Adopt list/1.1 1", "Create list/1.2 ", "Create list/#tracking ");
        var issue = await _scene.IssueAsync(1);
        issue.Title.Should().Be("1.1 Rotate the keys");
        issue.Labels.Should().BeEquivalentTo("vegagate", "checklist:list", "owner:zev", "status:todo", "help wanted");
        issue.Assignees.Should().BeEquivalentTo("mallory", "zev");
        issue.Body.Should().StartWith("<!-- vegagate v=1 id=list/1.1 ").And.EndWith("<!-- vegagate:end -->\n" + Text, "what people wrote stays byte for byte");
        issue.Author.Login.Should().Be("mallory");
        (await _scene.IssueAsync(3)).Body.Should().Contain($"<!-- vegagate map 1.1=1:{(await _scene.MarkerAsync(1)).Seal} 1.2 -->");
        (await _scene.AllAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task It_stays_the_item_s_without_the_key_and_through_changes()
    {
        await OpenAsync();
        await _scene.SyncAsync(Named);
        await _scene.SyncAsync(List("{ id: \"1.1\", title: Rotate the keys, owners: zev }", "{ id: \"1.2\", title: Tell everybody, owners: kate }"));
        await _scene.SyncAsync(List("{ id: new, was: \"1.1\", title: Rotate all keys, owners: zev }", "{ id: \"1.2\", title: Tell everybody, owners: kate }"));

        (await _scene.IssueAsync(1)).Should().BeEquivalentTo(new { Title = "new Rotate all keys" }).And.Subject.As<TrackedIssue>().Body.Should().EndWith(Text);
        var retired = await _scene.SyncAsync(List("{ id: \"1.2\", title: Tell everybody, owners: kate }"));
        retired.Changes.Should().ContainSingle(change => change.Action == SyncAction.Retire && change.Number == 1);
        await _scene.SyncAsync(List("{ id: new, title: Rotate all keys, owners: zev }", "{ id: \"1.2\", title: Tell everybody, owners: kate }"));
        (await _scene.IssueAsync(1)).IsOpen.Should().BeTrue();
        (await _scene.AllAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task Only_what_is_said_after_the_adoption_counts()
    {
        await OpenAsync();
        await _scene.SayAsync(1, "/done");
        await _scene.EditAsync(1, _ => new IssueUpdate { IsOpen = false, CloseAs = CloseReason.Completed });
        await _scene.SyncAsync(Named);

        (await _scene.IssueAsync(1)).IsOpen.Should().BeTrue();
        (await _scene.StateAsync(Named, "1.1")).Should().BeEquivalentTo(new { Status = ItemStatus.Todo });
        (await _scene.CommentsAsync(1)).Should().HaveCount(2).And.Subject.Last().Should().Contain("open again");
        await _scene.SayAsync(1, "/done");
        (await _scene.StateAsync(Named, "1.1")).Status.Should().Be(ItemStatus.Done);
    }

    [Fact]
    public async Task The_author_cannot_keep_a_sign_off_alive_by_editing_the_hidden_line()
    {
        await OpenAsync();
        await _scene.SyncAsync(Named);
        await _scene.SayAsync(1, "/done");
        var signed = await _scene.MarkerAsync(1);
        var changed = List("{ id: \"1.1\", title: Rotate the keys and burn the old ones, owners: zev }", "{ id: \"1.2\", title: Tell everybody, owners: kate }");
        await _scene.EditAsync(1, issue => new IssueUpdate { Body = (signed with { Fingerprint = changed.Items[0].Fingerprint }) + IssueMarker.Strip(issue.Body) }, Mallory);

        IssueIndex.Build(await _scene.AllAsync(), Identities).Find("list/1.1").Should().BeNull("the gate has no issue to go by until a sync has mended it");
        await _scene.SyncAsync(changed);
        (await _scene.StateAsync(changed, "1.1")).Status.Should().Be(ItemStatus.Todo);
        (await _scene.AllAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_copied_marker_in_what_people_wrote_is_taken_out_and_one_on_another_issue_is_ignored()
    {
        var copied = new IssueMarker("list/1.1", "0011223344556677", null, "done", new MarkerBaseline("a", "b", "c", "d")).ToString();
        await OpenAsync(copied + "\nmine");
        await OpenAsync(copied + "\nmine too", "vegagate");
        var plan = await _scene.SyncAsync(Named);

        (await _scene.IssueAsync(1)).Body.Should().EndWith("<!-- vegagate:end -->\n\nmine");
        (await _scene.IssueAsync(2)).Body.Should().Be(copied + "\nmine too");
        plan.Notices.Should().ContainSingle().Which.Should().Be("#2 by mallory bears a copied marker and is ignored.");
    }

    [Fact]
    public async Task A_kill_between_the_adoption_and_the_map_leaves_nothing_that_counts_and_the_next_run_ends_it()
    {
        await OpenAsync();
        var plan = await _scene.PlanAsync(Named);
        _scene.Budget = _scene.Budget with { PerRun = 1 };
        (await _scene.ApplyAsync(plan)).Remaining.Should().Be(2);
        _scene.Budget = VegaGate.Configuration.WriteCaps.None;

        IssueIndex.Build(await _scene.AllAsync(), Identities).Find("list/1.1").Should().BeNull();
        await _scene.SyncAsync(Named);
        (await _scene.IssueAsync(1)).Body.Should().EndWith("<!-- vegagate:end -->\n" + Text).And.Subject.Split("vegagate:begin").Should().HaveCount(2);
        (await _scene.AllAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task What_cannot_be_adopted_is_shown_and_not_written()
    {
        await _scene.SyncAsync(List("{ id: \"1.2\", title: Tell everybody, owners: kate }"));
        var plan = await _scene.PlanAsync(List("{ id: \"1.1\", title: Rotate, owners: zev, issue: 1 }", "{ id: \"1.2\", title: Tell everybody, owners: kate }", "{ id: \"1.3\", title: Look, owners: kate, issue: 77 }"), adopts: true);

        plan.IsEmpty.Should().BeTrue();
        plan.Changes.Select(change => change.Reason).Should().Equal(
            "the file names #1, which is the issue of list/1.2 already; take `issue` away from one of the two items",
            "the file names #77, which is no issue here: it was never made, was deleted or transferred, or is a pull request; take `issue` away from the item, and it gets an issue of its own");
    }

    [Fact]
    public async Task What_somebody_changes_meanwhile_is_planned_anew()
    {
        await OpenAsync();
        var plan = await _scene.PlanAsync(Named);
        await _scene.EditAsync(1, _ => new IssueUpdate { Body = "Newer." }, Mallory);
        var outcome = await _scene.ApplyAsync(plan);

        outcome.Notices.Should().Equal("#1 has changed since this was planned, or is gone; the next run says what to do.");
        (await _scene.IssueAsync(1)).Body.Should().Be("Newer.");
        await _scene.SyncAsync(Named);
        (await _scene.IssueAsync(1)).Body.Should().EndWith("<!-- vegagate:end -->\nNewer.");
    }

    private static Actor Mallory => new("mallory", 7, IsBot: false);

    private static Checklist List(params string[] items) => ValidList.Of("{}", [.. items]);

    private Task<TrackedIssue> OpenAsync(string body = Text, params string[] labels) => _scene.Tracker.ActAs(Mallory).CreateIssueAsync(
        new IssueDraft { Title = "Rotate the keys", Body = body, Labels = [.. labels.Append("help wanted")], Assignees = ["mallory"] }, Never);
}
