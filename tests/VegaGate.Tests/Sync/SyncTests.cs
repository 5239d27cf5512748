using VegaGate.Checklists;
using VegaGate.Configuration;
using VegaGate.Sync;
using VegaGate.Tracking;
using static VegaGate.Tests.Sync.SyncScene;

namespace VegaGate.Tests.Sync;

public sealed class SyncTests : IDisposable
{
    private const string First = "{ id: \"1.1\", title: Rotate the keys, owners: [zev, rr], pass: The old key is refused. }";
    private const string Second = "{ id: \"1.2\", title: Tell everybody, owners: kate }";

    private static readonly Checklist One = List(First);
    private static readonly Checklist Two = List(First, Second);
    private static readonly Checklist Changed = List(First.Replace("refused", "revoked", StringComparison.Ordinal), Second);
    private static readonly Checklist Retitled = List(First.Replace("Rotate", "Change", StringComparison.Ordinal), Second);

    private readonly SyncScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task The_first_sync_makes_an_issue_for_each_item()
    {
        var plan = await _scene.SyncAsync(Two);

        plan.Changes.Select(change => (change.Action, change.Identity)).Should().Equal((SyncAction.Create, "list/1.1"), (SyncAction.Create, "list/1.2"), (SyncAction.Create, "list/#tracking"));
        var issue = await _scene.IssueAsync(1);
        issue.Title.Should().Be("1.1 Rotate the keys");
        issue.Labels.Should().BeEquivalentTo("vegagate", "checklist:list", "owner:zev", "owner:rr", "status:todo");
        issue.Assignees.Should().Equal("zev", "rr");
        issue.Body.Should().Contain("The old key is refused.").And.Contain("`/done`");
        (await _scene.MarkerAsync(1)).Should().BeEquivalentTo(new { Identity = "list/1.1", One.Items.First().Fingerprint, Since = (DateTimeOffset?)null, Status = "todo" });
    }

    [Fact]
    public async Task A_plan_is_pure()
    {
        await _scene.SyncAsync(One);
        var first = await _scene.PlanAsync(Changed);
        var second = await _scene.PlanAsync(Changed);

        second.Should().BeEquivalentTo(first, options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task Logins_that_cannot_be_assigned_are_left_out_and_planned_once()
    {
        var list = ValidList.Parse("checklist: list\ntitle: t\npeople: { a: { github: a.example } }\nsections: [{ id: s, title: s, items: [{ id: x, title: t, owners: a }] }]\n");
        await _scene.SyncAsync(list);

        (await _scene.IssueAsync(1)).Assignees.Should().BeEmpty();
    }

    [Theory]
    [InlineData("\n", "\nSee also the wiki.\n")]
    [InlineData("\r\n\r\nRead this first:\r\n", "\r\n\r\n* one\r\n* two\r\n")]
    [InlineData("\n   spaces   \n\n\n", "")]
    public async Task What_people_write_around_the_block_survives_every_change(string before, string after)
    {
        await _scene.SyncAsync(Two);
        var marker = (await _scene.MarkerAsync(1)).ToString();
        var isCarriageReturn = after.Contains('\r', StringComparison.Ordinal);
        await _scene.EditAsync(1, issue => new IssueUpdate
        {
            Body = marker + before + (isCarriageReturn ? Block(issue.Body).ReplaceLineEndings("\r\n") : Block(issue.Body)) + after,
        });
        (await _scene.PlanAsync(Two)).IsEmpty.Should().BeTrue("people's text is no difference");
        await _scene.SyncAsync(Changed);

        var body = (await _scene.IssueAsync(1)).Body;
        body.Should().StartWith((await _scene.MarkerAsync(1)) + before + "<!-- vegagate:begin").And.EndWith("<!-- vegagate:end -->" + after).And.Contain("revoked");
    }

    [Fact]
    public async Task A_definition_that_grows_beyond_what_people_leave_is_cut_and_their_text_stays()
    {
        await _scene.SyncAsync(Two);
        var human = "\n" + new string('h', 60_000);
        await _scene.EditAsync(1, issue => new IssueUpdate { Body = issue.Body + human });
        var long1 = List(First.Replace("The old key is refused.", $"\"{string.Concat(Enumerable.Repeat("One more line that says when it passes.\\n", 400))}\"", StringComparison.Ordinal), Second);

        await _scene.SyncAsync(long1);

        var issue = await _scene.IssueAsync(1);
        issue.Body.Should().EndWith(human).And.Contain("The rest stands in the file.").And.Contain("One more line");
        issue.Body.Length.Should().BeLessThanOrEqualTo(65_536);
        (await _scene.MarkerAsync(1)).Identity.Should().Be("list/1.1");
    }

    [Fact]
    public async Task Where_people_leave_no_room_the_issue_is_shown_as_a_conflict_and_left_alone()
    {
        await _scene.SyncAsync(Two);
        var marker = (await _scene.MarkerAsync(1)).ToString();
        await _scene.EditAsync(1, _ => new IssueUpdate { Body = marker + new string('h', 65_000) });

        var plan = await _scene.PlanAsync(Changed);

        plan.Changes.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Action = SyncAction.Conflict, Number = (int?)1, Reason = "the text on the issue leaves no room for the managed block; shorten it" });
        (await _scene.ApplyAsync(plan)).Remaining.Should().Be(0);
        (await _scene.IssueAsync(1)).Body.Should().Be(marker + new string('h', 65_000));
    }

    [Fact]
    public async Task An_edited_block_is_put_back()
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(1, issue => new IssueUpdate { Body = issue.Body.Replace("refused", "accepted", StringComparison.Ordinal) });
        var plan = await _scene.SyncAsync(Two);

        plan.Changes.Should().ContainSingle().Which.Reason.Should().Be("the managed block was edited");
        (await _scene.IssueAsync(1)).Body.Should().Contain("refused").And.NotContain("accepted");
        (await _scene.MarkerAsync(1)).Since.Should().BeNull("what is signed off did not change");
    }

    [Fact]
    public async Task Labels_of_people_stay_and_ours_are_corrected_without_regard_to_case()
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(1, issue => new IssueUpdate { Labels = ["bug", "VEGAGATE", "STATUS:todo", "Checklist:list", "OWNER:zev", "owner:rr"] });
        (await _scene.PlanAsync(Two)).IsEmpty.Should().BeTrue("case is no difference");
        await _scene.EditAsync(1, issue => new IssueUpdate { Labels = ["bug", "vegagate", "Status:done", "Owner:mallory", "release:9", "checklist:other"] });
        await _scene.SyncAsync(Two);

        (await _scene.IssueAsync(1)).Labels.Should().BeEquivalentTo("bug", "vegagate", "status:todo", "checklist:list", "owner:zev", "owner:rr");
    }

    [Fact]
    public async Task Labels_that_the_file_asks_for_are_added_and_cannot_be_ours()
    {
        await _scene.SyncAsync(List("{ id: a, title: t, owners: zev, labels: [security, \"status:done\", \"Owner:rr\"] }"));

        (await _scene.IssueAsync(1)).Labels.Should().BeEquivalentTo("vegagate", "checklist:list", "owner:zev", "status:todo", "security");
    }

    [Fact]
    public async Task A_title_that_only_people_changed_is_put_back()
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(1, _ => new IssueUpdate { Title = "Something else" });
        await _scene.SyncAsync(Two);

        (await _scene.IssueAsync(1)).Title.Should().Be("1.1 Rotate the keys");
    }

    [Fact]
    public async Task A_title_that_both_sides_changed_is_a_conflict_and_nothing_is_overwritten()
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(1, _ => new IssueUpdate { Title = "1.1 Rotate all keys" });
        var before = await _scene.IssueAsync(1);
        var plan = await _scene.PlanAsync(Retitled);
        await _scene.ApplyAsync(plan);

        plan.Changes.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Action = SyncAction.Conflict, IsWrite = false, Fields = new[] { new FieldChange("title", "1.1 Rotate all keys", "1.1 Change the keys") } }, options => options.ExcludingMissingMembers());
        (await _scene.IssueAsync(1)).Should().BeEquivalentTo(before);

        await _scene.EditAsync(1, _ => new IssueUpdate { Title = "1.1 Change the keys" });
        await _scene.SyncAsync(Retitled);
        (await _scene.MarkerAsync(1)).Fingerprint.Should().Be(Retitled.Items.First().Fingerprint, "made equal in one of the two, it is no conflict");
    }

    [Fact]
    public async Task A_title_that_changed_in_the_file_is_written()
    {
        await _scene.SyncAsync(Two);
        await _scene.SyncAsync(Retitled);

        (await _scene.IssueAsync(1)).Title.Should().Be("1.1 Change the keys");
    }

    [Fact]
    public async Task A_changed_text_reopens_the_issue_and_voids_the_sign_off()
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(1, issue => new IssueUpdate { IsOpen = false, Labels = [.. issue.Labels.Where(label => !LabelNames.IsStatus(label)), "status:done"] });
        (await _scene.StateAsync(Two, "1.1")).Status.Should().Be(ItemStatus.Done);
        var plan = await _scene.SyncAsync(Changed);

        plan.Changes.Should().ContainSingle().Which.Action.Should().Be(SyncAction.Reopen);
        var issue = await _scene.IssueAsync(1);
        issue.IsOpen.Should().BeTrue();
        issue.Labels.Should().Contain("status:todo").And.NotContain("status:done");
        (await _scene.MarkerAsync(1)).Since.Should().Be(issue.UpdatedAt);
        (await _scene.CommentsAsync(1)).Should().ContainSingle().Which.Should().Contain("changed").And.Contain("\n-The old key is refused.\n+The old key is revoked.\n");
        var state = await _scene.StateAsync(Changed, "1.1");
        (state.Status, state.SignOffs.Length, state.Void.Length).Should().Be((ItemStatus.Todo, 0, 1));

        await _scene.SayAsync(1, "/done");
        (await _scene.StateAsync(Changed, "1.1")).Status.Should().Be(ItemStatus.Done);
    }

    [Fact]
    public async Task A_change_that_nobody_signs_for_voids_nothing()
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(1, _ => new IssueUpdate { IsOpen = false });
        var noted = List(First.Replace(" }", ", notes: Mind the cache. }", StringComparison.Ordinal), Second);
        var plan = await _scene.PlanAsync(noted);
        await _scene.ApplyAsync(plan);

        plan.Changes.Should().ContainSingle().Which.Action.Should().Be(SyncAction.Update);
        (await _scene.IssueAsync(1)).IsOpen.Should().BeFalse();
        (await _scene.StateAsync(noted, "1.1")).Status.Should().Be(ItemStatus.Done);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_item_that_left_the_file_is_retired_and_may_come_back(bool isSignedOff)
    {
        await _scene.SyncAsync(Two);
        if (isSignedOff)
            await _scene.EditAsync(2, _ => new IssueUpdate { IsOpen = false });
        var plan = await _scene.SyncAsync(One);

        plan.Changes.Should().ContainSingle().Which.Action.Should().Be(SyncAction.Retire);
        var retired = await _scene.IssueAsync(2);
        retired.Should().BeEquivalentTo(new { IsOpen = false, ClosedAs = isSignedOff ? CloseReason.Completed : CloseReason.NotPlanned });
        (await _scene.CommentsAsync(2)).Should().Equal("This item is no longer in the checklist.");
        (await _scene.MarkerAsync(2)).Status.Should().Be(IssueMarker.Retired);

        await _scene.SyncAsync(Two);
        (await _scene.IssueAsync(2)).IsOpen.Should().BeTrue();
        (await _scene.MarkerAsync(2)).Status.Should().Be("todo");
        (await _scene.AllAsync()).Should().HaveCount(3);

        await _scene.SyncAsync(One);
        (await _scene.CommentsAsync(2)).Should().HaveCount(2, "it left twice");
    }

    [Fact]
    public async Task A_twin_is_closed_as_a_duplicate_and_the_lower_number_stays()
    {
        await _scene.SyncAsync(Two);
        var original = await _scene.IssueAsync(1);
        await _scene.Tracker.CreateIssueAsync(new IssueDraft { Title = original.Title, Body = original.Body, Labels = original.Labels }, Never);
        await _scene.SyncAsync(Two);

        (await _scene.IssueAsync(4)).Should().BeEquivalentTo(new { IsOpen = false, ClosedAs = CloseReason.Duplicate });
        (await _scene.CommentsAsync(4)).Should().ContainSingle().Which.Should().Contain("#1");
        (await _scene.IssueAsync(1)).IsOpen.Should().BeTrue();
    }

    [Fact]
    public async Task A_copied_marker_is_reported_and_left_alone()
    {
        await _scene.SyncAsync(Two);
        var copy = await _scene.Tracker.ActAs(new Actor("mallory", 0, IsBot: false)).CreateIssueAsync(
            new IssueDraft { Title = "1.1", Body = (await _scene.IssueAsync(1)).Body, Labels = ["vegagate"] }, Never);
        var plan = await _scene.SyncAsync(Two);

        plan.Notices.Should().ContainSingle().Which.Should().Contain("#4").And.Contain("mallory");
        (await _scene.IssueAsync(4)).Should().BeEquivalentTo(copy);
    }

    [Fact]
    public async Task While_an_issue_of_ours_that_no_map_knows_cannot_be_read_nothing_is_created()
    {
        await _scene.SyncAsync(One);
        var stranger = await _scene.Tracker.CreateIssueAsync(new IssueDraft { Title = "1.2", Body = "Oops", Labels = ["vegagate"] }, Never);
        var plan = await _scene.PlanAsync(Two);

        plan.Changes.Should().BeEmpty("the issue may be that of any item that seems to have none");
        plan.Notices.Should().Contain(notice => notice.Contains($"#{stranger.Number}", StringComparison.Ordinal));

        await _scene.EditAsync(stranger.Number, _ => new IssueUpdate { Labels = [] });
        (await _scene.SyncAsync(Two)).Changes.Select(change => change.Identity).Should().Equal("list/1.2", "list/#tracking");
    }

    [Fact]
    public async Task Each_release_has_issues_of_its_own()
    {
        var list = ValidList.Parse(
            "checklist: list\ntitle: t\nper: release\nmilestone: \"Release {release}\"\npeople: { zev: { github: zev } }\nsections: [{ id: s, title: s, items: [{ id: x, title: t, owners: zev }] }]\n");
        await _scene.SyncAsync(list, "1.0");
        await _scene.EditAsync(1, _ => new IssueUpdate { IsOpen = false });
        await _scene.SyncAsync(list, "2.0");

        (await _scene.AllAsync()).Select(issue => issue.Milestone).Should().Equal("Release 1.0", "Release 1.0", "Release 2.0", "Release 2.0");
        (await _scene.MarkerAsync(1)).Identity.Should().Be("list@1.0/x");
        (await _scene.MarkerAsync(3)).Identity.Should().Be("list@2.0/x");
        (await _scene.IssueAsync(1)).IsOpen.Should().BeFalse("another release is no business of this one");
        (await _scene.StateAsync(list, "x", "1.0")).Status.Should().Be(ItemStatus.Done);
        (await _scene.StateAsync(list, "x", "2.0")).Status.Should().Be(ItemStatus.Todo);
        (await _scene.IssueAsync(3)).Labels.Should().Contain("release:2.0");
    }

    [Fact]
    public async Task New_owners_join_the_assignees_and_nobody_is_taken_off()
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(1, _ => new IssueUpdate { Assignees = ["rr", "watcher"] });
        (await _scene.PlanAsync(Two)).IsEmpty.Should().BeTrue("people may change the assignees");
        await _scene.SyncAsync(List(First.Replace("zev, rr", "zev, ann", StringComparison.Ordinal), Second));

        (await _scene.IssueAsync(1)).Assignees.Should().Equal("rr", "watcher", "zev", "ann");
    }

    [Fact]
    public async Task Assignees_never_become_more_than_a_tracker_takes()
    {
        await _scene.SyncAsync(Two);
        await _scene.EditAsync(1, _ => new IssueUpdate { Assignees = [.. Enumerable.Range(0, 10).Select(i => $"watcher{i}")] });
        await _scene.SyncAsync(List(First.Replace("zev, rr", "zev, ann", StringComparison.Ordinal), Second));

        (await _scene.IssueAsync(1)).Assignees.Should().HaveCount(10).And.OnlyContain(login => login.StartsWith("watcher", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_people_do_between_plan_and_apply_is_not_overwritten()
    {
        await _scene.SyncAsync(Two);
        var plan = await _scene.PlanAsync(Changed);
        await _scene.EditAsync(1, issue => new IssueUpdate { Body = issue.Body + "\nSaid meanwhile.\n", Labels = [.. issue.Labels, "meanwhile"] });
        var outcome = await _scene.ApplyAsync(plan);

        outcome.Notices.Should().ContainSingle().Which.Should().Contain("#1");
        await _scene.SyncAsync(Changed);
        var issue = await _scene.IssueAsync(1);
        issue.Body.Should().Contain("Said meanwhile.").And.Contain("revoked");
        issue.Labels.Should().Contain("meanwhile");
    }

    [Fact]
    public async Task An_issue_that_turns_out_to_be_somebody_elses_ends_the_run()
    {
        var plan = await _scene.PlanAsync(Two);
        var tracker = new LimitedTracker(_scene.Tracker, int.MaxValue) { WritesAs = new Actor("another[bot]", 0, IsBot: true) };

        await FluentActions.Invoking(() => _scene.ApplyAsync(plan, tracker)).Should().ThrowAsync<TrackerException>().WithMessage("#1 is *'s, and issues are written by another[bot] here*");
        (await _scene.AllAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task What_changed_since_the_plan_is_looked_for_at_each_issue_and_no_listing_is_asked_for()
    {
        var many = List([.. Enumerable.Range(0, 20).Select(i => $"{{ id: i{i}, title: t, owners: zev, notes: a }}")]);
        await _scene.SyncAsync(many);
        var plan = await _scene.PlanAsync(List([.. Enumerable.Range(0, 20).Select(i => $"{{ id: i{i}, title: t, owners: zev, notes: b }}")]));
        await _scene.EditAsync(3, issue => new IssueUpdate { Body = issue.Body + "\nSaid meanwhile.\n" });
        var tracker = new LimitedTracker(_scene.Tracker, int.MaxValue);
        var outcome = await _scene.ApplyAsync(plan, tracker);

        (outcome.Applied, outcome.Notices.Length, tracker.Listings).Should().Be((19, 1, 0));
        (await _scene.IssueAsync(3)).Body.Should().Contain("Said meanwhile.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_creation_without_an_answer_is_looked_for_before_it_is_sent_again(bool isDone)
    {
        var plan = await _scene.PlanAsync(Two);
        var tracker = new LimitedTracker(_scene.Tracker, int.MaxValue) { Creates = number => number == 2 ? (isDone, false) : (true, true) };
        var outcome = await _scene.ApplyAsync(plan, tracker);

        (outcome.Applied, tracker.Creations).Should().Be((3, isDone ? 3 : 4));
        (await _scene.AllAsync()).Select(issue => IssueMarker.Read(issue.Body)!.Identity).Should().Equal("list/1.1", "list/1.2", "list/#tracking");
        (await _scene.PlanAsync(Two)).Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_milestone_is_cleared_when_the_file_drops_it_unless_people_chose_another()
    {
        var with = ValidList.Parse(Two.Source.Text.Replace("title: A list", "title: A list\nmilestone: M1", StringComparison.Ordinal));
        await _scene.SyncAsync(with);
        await _scene.Tracker.EnsureMilestoneAsync("Theirs", Never);
        await _scene.EditAsync(2, _ => new IssueUpdate { Milestone = "Theirs" });
        (await _scene.PlanAsync(with)).Changes.Should().BeEmpty();
        await _scene.SyncAsync(Two);

        (await _scene.AllAsync()).Select(issue => issue.Milestone).Should().Equal(null, "Theirs", null);
    }

    [Fact]
    public async Task A_milestone_that_both_sides_changed_is_a_conflict()
    {
        var with = ValidList.Parse(Two.Source.Text.Replace("title: A list", "title: A list\nmilestone: M1", StringComparison.Ordinal));
        await _scene.SyncAsync(with);
        await _scene.Tracker.EnsureMilestoneAsync("Theirs", Never);
        await _scene.EditAsync(2, _ => new IssueUpdate { Milestone = "Theirs" });
        var plan = await _scene.PlanAsync(ValidList.Parse(with.Source.Text.Replace("M1", "M2", StringComparison.Ordinal)));

        plan.Changes.Single(change => change.Number == 2).Should().Match<PlannedChange>(change => change.Action == SyncAction.Conflict && change.Fields[0] == new FieldChange("milestone", "Theirs", "M2"));
    }

    [Fact]
    public async Task An_issue_that_vanishes_between_plan_and_apply_stops_nobody_else()
    {
        var plan = await _scene.PlanAsync(One);
        await _scene.ApplyAsync(plan);
        var gone = (await _scene.PlanAsync(Changed)).Changes.Single(change => change.Number == 1);
        var outcome = await _scene.ApplyAsync(new SyncPlan([gone with { Number = 99 }, gone], [], 0));

        (outcome.Applied, outcome.Notices.Length).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_run_that_is_stopped_at_any_write_ends_as_an_undisturbed_one()
    {
        var expected = await EndAsync(int.MaxValue);
        for (var writes = 0; writes < 12; writes++)
            (await EndAsync(writes)).Should().BeEquivalentTo(expected, options => options.WithStrictOrdering(), "stopped after {0} writes", writes);

        static async Task<object> EndAsync(int writes)
        {
            using var scene = new SyncScene();
            await StopAsync(scene, Two, writes);
            await scene.EditAsync(1, _ => new IssueUpdate { IsOpen = false });
            await StopAsync(scene, List(First.Replace("refused", "revoked", StringComparison.Ordinal), "{ id: new, title: t, owners: ann }"), writes);
            return (await scene.AllAsync()).Select(issue => new
            {
                issue.Number,
                issue.Title,
                issue.IsOpen,
                issue.ClosedAs,
                Labels = string.Join(' ', issue.Labels.Order(StringComparer.Ordinal)),
                Assignees = string.Join(' ', issue.Assignees),
                Block = Block(issue.Body),
                Comments = string.Join('|', scene.CommentsAsync(issue.Number).Result),
            }).ToArray();
        }

        static async Task StopAsync(SyncScene scene, Checklist list, int writes)
        {
            var plan = await scene.PlanAsync(list);
            var outcome = await scene.ApplyAsync(plan, new LimitedTracker(scene.Tracker, writes));
            (outcome.Applied + outcome.Remaining).Should().Be(plan.Changes.Length);
            (outcome.Stop?.ResumeAt).Should().Be(outcome.Remaining == 0 ? null : LimitedTracker.ResumeAt);
            await scene.SyncAsync(list);
        }
    }

    [Fact]
    public async Task A_token_whose_labels_are_dropped_stops_at_the_first_issue()
    {
        var plan = await _scene.PlanAsync(Two);
        var tracker = new LimitedTracker(_scene.Tracker, int.MaxValue) { Takes = draft => draft with { Labels = [] } };

        var failure = await FluentActions.Awaiting(() => _scene.ApplyAsync(plan, tracker)).Should().ThrowAsync<TrackerException>();

        failure.Which.Failure.Should().Be(TrackerFailure.Forbidden);
        failure.Which.Message.Should().Contain("labels of #1");
        (await _scene.Tracker.FindIssueAsync(2, Never)).Should().BeNull();
    }

    [Fact]
    public async Task Assignees_and_milestones_that_are_dropped_are_noticed()
    {
        var plan = await _scene.PlanAsync(Two);
        var outcome = await _scene.ApplyAsync(plan, new LimitedTracker(_scene.Tracker, int.MaxValue) { Takes = draft => draft with { Assignees = ["ZEV"] } });

        outcome.Notices.Should().HaveCount(2).And.Contain("#1: the tracker took 1 of 2 assignees.");
    }

    [Fact]
    public async Task Each_change_is_told_when_it_is_written()
    {
        var told = new List<string>();
        await new SyncApplier(_scene.Tracker, WriteCaps.Default).ApplyAsync(await _scene.PlanAsync(Two), _scene.Live, new Told(told), Never);

        told.Should().Equal("list/1.1", "list/1.2", "list/#tracking");
    }

    [Fact]
    public async Task A_run_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        var plan = await _scene.PlanAsync(Two);

        await FluentActions.Awaiting(() => new SyncApplier(_scene.Tracker, WriteCaps.Default).ApplyAsync(plan, _scene.Live, new Stopping(stop), stop.Token)).Should().ThrowAsync<OperationCanceledException>();

        (await _scene.AllAsync()).Should().HaveCount(1);
        await _scene.SyncAsync(Two);
    }

    [Theory]
    [InlineData("`<!-- vegagate:end -->` and `<!-- vegagate:begin; this part is kept by VegaGate, write below it -->`")]
    [InlineData("`<!-- vegagate v=1 id=list/1.2 -->`")]
    [InlineData("@zev fixes #1, see <b>https://a.example</b> | `a|b`")]
    [InlineData("trailing blanks   ")]
    public async Task Hostile_text_makes_a_body_that_is_read_back(string text)
    {
        var quoted = $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        await _scene.SyncAsync(List($"{{ id: \"1.1\", title: {quoted}, owners: zev, pass: {quoted}, notes: {quoted}, evidence: {quoted} }}"));
        var issue = await _scene.IssueAsync(1);

        issue.Title.Should().Be("1.1 " + text.TrimEnd());
        (await _scene.MarkerAsync(1)).Identity.Should().Be("list/1.1");
        IssueBody.Read(issue.Body).IsWhole.Should().BeTrue();
    }

    [Fact]
    public async Task Text_without_end_is_cut_where_a_line_ends()
    {
        var long1 = string.Join(' ', Enumerable.Repeat("`@zev` and `@rr`", 3_600));
        await _scene.SyncAsync(List($"{{ id: \"1.1\", title: \"{new string('x', 500)}\", owners: zev, pass: \"{string.Concat(Enumerable.Repeat("line\\n", 10_000))}\" }}", $"{{ id: \"1.2\", title: t, owners: zev, pass: \"{long1}\" }}"));

        (await _scene.IssueAsync(1)).Title.Should().HaveLength(256);
        (await _scene.IssueAsync(1)).Body.Should().Match(body => body.Length < 60_000).And.Contain("line  \n");
        new Text.RenderedMarkdown((await _scene.IssueAsync(2)).Body).IsActive.Should().BeFalse("a cut never opens a code span");
    }

    private static string Block(string body) => body[body.IndexOf("<!-- vegagate:begin", StringComparison.Ordinal)..(body.LastIndexOf("<!-- vegagate:end -->", StringComparison.Ordinal) + "<!-- vegagate:end -->".Length)];

    private static Checklist List(params string[] items) => ValidList.Of("{}", [.. items]);

    private sealed class Told(List<string> told) : IProgress<PlannedChange>
    {
        public void Report(PlannedChange value) => told.Add(value.Identity);
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<PlannedChange>
    {
        public void Report(PlannedChange value) => stop.Cancel();
    }
}
