using VegaGate.Checklists;
using VegaGate.Sync;
using VegaGate.Tracking;
using static VegaGate.Tests.Sync.SyncScene;

namespace VegaGate.Tests.Sync;

/// <summary>The issue of a list that keeps which issue is which item's, and what follows from it.</summary>
public sealed class TrackingIssueTests : IDisposable
{
    private const string First = "{ id: \"1.1\", title: Rotate the keys, owners: zev }";
    private const string Second = "{ id: \"1.2\", title: Tell everybody, owners: kate }";

    private static readonly Checklist Two = List(First, Second);

    private readonly SyncScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task It_is_made_last_with_the_numbers_of_all_others()
    {
        await _scene.SyncAsync(Two);

        var issue = await _scene.IssueAsync(3);
        issue.Title.Should().Be("A list: where it stands");
        issue.Labels.Should().BeEquivalentTo("vegagate", "checklist:list");
        issue.Assignees.Should().BeEmpty();
        issue.Body.Should().Contain("<!-- vegagate map 1.1=1 1.2 -->").And.Contain("Nothing has been evaluated yet");
        (await _scene.MarkerAsync(3)).Identity.Should().Be("list/#tracking");
    }

    [Fact]
    public async Task Where_the_list_stands_is_written_once_and_kept_by_every_sync()
    {
        await _scene.SyncAsync(Two);
        var index = await _scene.IndexAsync(DesiredIssues.Of(Two, null));

        (await UpdateAsync(index, "list", null, "**Hold**")).Should().BeTrue();
        (await UpdateAsync(await _scene.IndexAsync(DesiredIssues.Of(Two, null)), "list", null, "**Hold**")).Should().BeFalse();
        (await UpdateAsync(index, "other", null, "**Hold**")).Should().BeFalse("there is no such list");
        (await _scene.PlanAsync(Two)).IsEmpty.Should().BeTrue();
        await _scene.SyncAsync(List(First, Second, "{ id: new, title: n, owners: zev }"));

        (await _scene.IssueAsync(3)).Body.Should().Contain("**Hold**").And.Contain("<!-- vegagate map 1.1=1 1.2 new=4 -->");
    }

    [Theory]
    [InlineData("1.1=1", "1.1=x")]
    [InlineData("<!-- vegagate map 1.1=1 1.2 -->", "")]
    [InlineData("1.1=1 1.2", "1.1=1")]
    public async Task A_damaged_map_is_written_anew(string old, string @new)
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(3, issue => new IssueUpdate { Body = issue.Body.Replace(old, @new, StringComparison.Ordinal) + "\nSaid by people.\n" });
        var plan = await _scene.SyncAsync(Two);

        plan.Changes.Should().ContainSingle().Which.Should().Match<PlannedChange>(change => change.Action == SyncAction.Update && change.Number == 3);
        (await _scene.IssueAsync(3)).Body.Should().Contain("<!-- vegagate map 1.1=1 1.2 -->").And.EndWith("\nSaid by people.\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Oops, ")]
    [InlineData("<!-- vegagate v=1 id=list/1.2 -->\n")]
    public async Task A_lost_marker_is_mended_and_what_was_signed_no_longer_counts(string before)
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(1, _ => new IssueUpdate { IsOpen = false });
        (await _scene.StateAsync(Two, "1.1")).Status.Should().Be(ItemStatus.Done);
        await _scene.EditAsync(1, issue => new IssueUpdate { Body = before + (before.Length == 0 ? IssueMarker.Strip(issue.Body) : issue.Body) + "Said by people." });
        var plan = await _scene.SyncAsync(Two);

        plan.Changes.Should().ContainSingle().Which.Should().Match<PlannedChange>(change => change.Action == SyncAction.Reopen && change.Number == 1);
        (await _scene.MarkerAsync(1)).Identity.Should().Be("list/1.1");
        (await _scene.StateAsync(Two, "1.1")).Should().BeEquivalentTo(new { Status = ItemStatus.Todo });
        (await _scene.IssueAsync(1)).Body.Should().EndWith("Said by people.");
        (await _scene.AllAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task An_issue_whose_label_was_taken_off_is_found_by_the_map_and_gets_it_back()
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(1, _ => new IssueUpdate { Labels = ["bug"] });
        (await _scene.SyncAsync(Two)).Changes.Should().ContainSingle().Which.Reason.Should().Be("labels differ");

        (await _scene.IssueAsync(1)).Labels.Should().BeEquivalentTo("bug", "vegagate", "checklist:list", "owner:zev", "status:todo");
    }

    [Fact]
    public async Task An_issue_that_is_gone_is_not_made_anew_until_somebody_says_so()
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(3, issue => new IssueUpdate { Body = issue.Body.Replace("1.1=1 1.2", "1.2=2 1.1=77", StringComparison.Ordinal) });
        await _scene.EditAsync(1, _ => new IssueUpdate { Labels = [], Body = "nothing that says whose it is" });
        var plan = await _scene.PlanAsync(Two);

        plan.IsEmpty.Should().BeTrue();
        plan.Changes.Should().ContainSingle().Which.Should().Match<PlannedChange>(change => change.Action == SyncAction.Conflict && change.Number == 77 && change.Reason.Contains("--adopt"));
        (await _scene.IndexAsync(DesiredIssues.Of(Two, null))).Missing.Keys.Should().Equal("list/1.1");

        await _scene.ApplyAsync(await _scene.PlanAsync(Two, adopts: true));
        (await _scene.PlanAsync(Two)).Changes.Should().BeEmpty();
        (await _scene.IssueAsync(3)).Body.Should().Contain("<!-- vegagate map 1.2=2 1.1=4 -->");
    }

    [Fact]
    public async Task A_listing_that_lacks_a_lot_is_not_believed()
    {
        var six = List([.. Enumerable.Range(1, 6).Select(i => $"{{ id: i{i}, title: t, owners: zev }}")]);
        await _scene.SyncAsync(six);
        for (var number = 1; number <= 6; number++)
            await _scene.EditAsync(number, _ => new IssueUpdate { Labels = ["bug"] });
        var plan = await _scene.PlanAsync(List("{ id: i1, title: t, owners: zev }", "{ id: new, title: t, owners: zev }"));

        plan.Changes.Should().BeEmpty();
        plan.Notices.Should().Contain(notice => notice.StartsWith("The listing lacks 6 of 6 issues", StringComparison.Ordinal));

        (await _scene.ApplyAsync(await _scene.PlanAsync(six, adopts: true))).Remaining.Should().Be(0);
        (await _scene.PlanAsync(six)).Changes.Should().BeEmpty();
        (await _scene.AllAsync()).Should().HaveCount(7);
    }

    [Fact]
    public async Task An_issue_of_ours_that_neither_label_nor_map_knows_keeps_anything_from_being_made_until_it_is_adopted()
    {
        await _scene.SyncAsync(List(First));
        var stopped = await _scene.PlanAsync(Two);
        await _scene.ApplyAsync(stopped, new LimitedTracker(_scene.Tracker, 2));
        (await _scene.AllAsync()).Should().HaveCount(3, "the run was stopped before it wrote the map");
        await _scene.EditAsync(3, _ => new IssueUpdate { Labels = [] });

        var plan = await _scene.PlanAsync(Two);
        plan.IsEmpty.Should().BeTrue();
        plan.Notices.Should().Contain(notice => notice.StartsWith("#3 says that it is list/1.2", StringComparison.Ordinal) && notice.Contains("--adopt"));

        await _scene.ApplyAsync(await _scene.PlanAsync(Two, adopts: true));
        (await _scene.PlanAsync(Two)).Changes.Should().BeEmpty();
        (await _scene.IssueAsync(3)).Labels.Should().Contain("vegagate");
        (await _scene.IssueAsync(2)).Body.Should().Contain("<!-- vegagate map 1.1=1 1.2=3 -->");
    }

    [Fact]
    public async Task A_listing_that_came_back_empty_makes_nothing_anew()
    {
        await _scene.SyncAsync(Two);
        var before = await _scene.AllAsync();
        var desired = DesiredIssues.Of(Two, null);
        var question = new IssueQuestion { Wanted = [.. desired.Select(issue => issue.Id.ToString())] };
        var live = await new IssueReader(new LimitedTracker(_scene.Tracker, int.MaxValue) { Lists = _ => [] }, Identities).ReadAsync(question, Never);

        SyncPlanner.Plan(desired, [new ItemId("list", null, "")], live).Changes.Should().BeEmpty("the second listing found them all");
        live.Issues.Select(issue => issue.Issue.Number).Should().Equal(before.Select(issue => issue.Number));
    }

    [Fact]
    public async Task A_renamed_item_keeps_its_issue()
    {
        await _scene.SyncAsync(Two);
        await _scene.SayAsync(1, "/done");
        var renamed = List("{ id: keys, title: Rotate the keys, owners: zev, was: [\"1.1\"] }", Second);
        var plan = await _scene.SyncAsync(renamed);

        plan.Changes.Select(change => (change.Action, change.Number)).Should().Equal((SyncAction.Update, 1), (SyncAction.Update, 3));
        plan.Changes[0].Reason.Should().Contain("it was renamed");
        (await _scene.MarkerAsync(1)).Identity.Should().Be("list/keys");
        (await _scene.IssueAsync(1)).Title.Should().Be("keys Rotate the keys");
        (await _scene.IssueAsync(3)).Body.Should().Contain("<!-- vegagate map keys=1 1.2 -->");
        (await _scene.StateAsync(renamed, "keys")).Status.Should().Be(ItemStatus.Done, "a name is not what is signed");
    }

    [Fact]
    public async Task A_renamed_list_keeps_its_issues()
    {
        await _scene.SyncAsync(Two);
        var renamed = ValidList.Parse(Two.Source.Text.Replace("checklist: list", "checklist: other\nwas: [list]", StringComparison.Ordinal));
        await _scene.SyncAsync(renamed);

        (await _scene.AllAsync()).Select(issue => IssueMarker.Read(issue.Body)!.Identity).Should().Equal("other/1.1", "other/1.2", "other/#tracking");
        (await _scene.AllAsync()).Should().OnlyContain(issue => issue.Labels.Contains("checklist:other") && !issue.Labels.Contains("checklist:list") && issue.IsOpen);
    }

    [Fact]
    public async Task An_edited_block_that_changed_in_the_file_too_is_a_conflict_and_shows_both()
    {
        var list = List(First.Replace(" }", ", pass: The old key is refused. }", StringComparison.Ordinal), Second);
        await _scene.SyncAsync(list);
        await _scene.EditAsync(1, issue => new IssueUpdate { Body = issue.Body.Replace("refused", "accepted", StringComparison.Ordinal) });
        var before = await _scene.IssueAsync(1);
        var changed = List(First.Replace(" }", ", pass: The old key is revoked. }", StringComparison.Ordinal), Second);
        var plan = await _scene.PlanAsync(changed);

        plan.Changes.Should().ContainSingle().Which.Action.Should().Be(SyncAction.Conflict);
        plan.Changes[0].Fields.Should().ContainSingle().Which.Should().Match<FieldChange>(field => field.Before.Contains("accepted") && field.After.Contains("revoked"));
        await _scene.ApplyAsync(plan);
        (await _scene.IssueAsync(1)).Should().BeEquivalentTo(before);

        await _scene.EditAsync(1, issue => new IssueUpdate { Body = IssueMarker.Read(issue.Body)!.ToString() });
        await _scene.SyncAsync(changed);
        (await _scene.IssueAsync(1)).Body.Should().Contain("revoked");
    }

    private static Checklist List(params string[] items) => ValidList.Of("{}", [.. items]);

    /// <summary>Writes where the list stands, as a response does, and says whether there was anything to write.</summary>
    private async Task<bool> UpdateAsync(IssueIndex index, string list, string? release, string progress)
    {
        if (TrackingIssueWriter.Compare(index, list, release, progress) is not { } update)
            return false;
        await new TrackingIssueWriter(_scene.Tracker).WriteAsync(update, Never);
        return true;
    }
}
