using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Gate.Blocking;
using VegaGate.Tests.Escalation;
using VegaGate.Tracking;
using static VegaGate.Tests.Escalation.EscalationScene;

namespace VegaGate.Tests.Gate.Blocking;

public sealed class ReportReadingTests
{
    [Fact]
    public async Task A_report_of_somebody_of_the_file_holds_its_item_at_once()
    {
        using var scene = await CreateAsync();
        var number = await scene.At("09:00").FileAsync(Zev, "1.1", "high", "The disk is full");

        var result = await scene.AskAsync();

        var item = result.Lists.Single().Items.Single(item => item.Id.Item == "1.1");
        item.Reason.Should().Be(ReasonCode.BlockerOpen);
        item.Sentence.Should().Be($"Blocked by the report #{number} (high), which zev stands behind since 2026-03-02 09:00:00Z: The disk is full");
        result.Lists.Single().Reasons.Should().BeEmpty("only what is critical holds everything");
        (await scene.ReadAsync()).Issues[new ItemId("list", null, "1.1")].Reports.Should().ContainSingle();
        await scene.At("10:00").CloseAsync(number, Person("rr"));
        (await scene.AskAsync()).Lists.Single().Items.Single(item => item.Id.Item == "1.1").Reason.Should().Be(ReasonCode.Open);
    }

    [Fact]
    public async Task A_critical_blocker_holds_every_phase_also_one_that_has_passed()
    {
        using var scene = await CreateAsync();
        await scene.At("09:00").SayAsync("2.1", Person("rr"), "/block critical It leaks");

        var result = await scene.AskAsync("build");

        result.Reason.Should().Be(ReasonCode.BlockerOpen);
        result.Lists.Single().Reasons.Should().ContainSingle().Which.Sentence.Should().StartWith("A critical blocker holds everything: 2.1 (#").And.EndWith("by rr since 2026-03-02 09:00:00Z: It leaks");
    }

    [Fact]
    public async Task Signed_off_while_it_is_blocked_an_item_calls_nobody_and_holds_all_the_same()
    {
        using var scene = await CreateAsync();
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical It leaks");
        await scene.At("09:01").SayAsync("1.1", Zev, "/done");

        (await scene.AskAsync()).Lists.Single().Reasons.Should().ContainSingle().Which.Reason.Should().Be(ReasonCode.BlockerOpen);
        (await scene.EscalateAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("1.1", null, "1.1", "build")]
    [InlineData("list/1.1", null, "1.1", "build")]
    [InlineData("`1.1`", null, "1.1", "build")]
    [InlineData("1.1 Build it", null, "1.1", "build")]
    [InlineData("#handoff/build", null, "#handoff/build", "build")]
    [InlineData("_No response_", "Build (build)", "#handoff/build", "build")]
    [InlineData("nonsense", "Build (build)", "#handoff/build", "build")]
    [InlineData("_No response_", "Run (run)", null, "run")]
    [InlineData("9.9", null, null, null)]
    [InlineData("other/1.1", null, null, null)]
    public async Task A_report_keeps_the_item_that_it_names_or_the_hand_off_of_its_phase_or_the_whole_list(string said, string? phase, string? item, string? section)
    {
        using var scene = await CreateAsync();
        await scene.At("09:00").FileAsync(Zev, said, "low", phase: phase);

        var blocker = (await scene.ReadAsync()).Blockers.Should().ContainSingle().Subject;

        (blocker.Item?.Item, blocker.Phase).Should().Be((item, section));
        (await scene.AskAsync()).Lists.Single().Reasons.IsEmpty.Should().Be(item is not null, "a report that names nothing that is known is not lost: it holds the list");
    }

    [Fact]
    public async Task What_somebody_says_on_a_report_may_change_how_grave_it_is_an_app_says_nothing_and_an_edit_can_only_hold()
    {
        using var scene = await CreateAsync();
        var number = await scene.At("09:00").FileAsync(Stranger, "1.1", "low");
        var report = await ReportAsync(scene, number);

        Read(report with { Timeline = [Comment(Zev, "/block Production outages high Worse than that")] }).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Class = "Production outages", Severity = Severity.High, Reason = "Worse than that", IsOpen = true });
        Read(report with { Timeline = [Comment(Zev, "/block") with { IsEdited = true }] }).Should().ContainSingle().Which.Should().BeEquivalentTo(new { IsOpen = true, Severity = Severity.Low });
        Read(report with { Timeline = [Comment(Zev, "/block critical"), Comment(Zev, "/block low", 11) with { IsEdited = true }, Comment(Zev, "/unblock", 12) with { IsEdited = true }] })
            .Should().ContainSingle().Which.Should().BeEquivalentTo(new { IsOpen = true, Severity = Severity.Critical });
        Read(report with { Timeline = [Comment(Zev, "/block") with { ByApp = true }] })[0].IsUnconfirmed.Should().BeTrue();
        Read(report with { Timeline = [Comment(Zev, "> /block")] })[0].IsUnconfirmed.Should().BeTrue();
        Read(report with { Timeline = [Comment(new Actor("zev", 0, IsBot: true), "/block")] })[0].IsUnconfirmed.Should().BeTrue();
    }

    [Fact]
    public async Task Ended_and_taken_up_again_a_report_is_two_blockers_each_with_its_time()
    {
        using var scene = await CreateAsync();
        var report = await ReportAsync(scene, await scene.At("09:00").FileAsync(Zev, "1.1"));

        var blockers = Read(report with
        {
            Timeline =
            [
                Comment(Zev, "/unblock", 10),
                Comment(Person("rr"), "/block high again", 20),
                new Closed(Zev, Minute(30), CloseReason.Completed, CommitId: "0123456789", ByApp: false),
                new Closed(Stranger, Minute(40), CloseReason.Completed, null, ByApp: false),
                new Closed(Zev, Minute(50), CloseReason.Completed, null, ByApp: false),
                new Reopened(Stranger, Minute(55), ByApp: false),
                new Reopened(Zev, Minute(60), ByApp: false),
            ],
        });

        blockers.Select(blocker => (blocker.Since - report.Issue.CreatedAt, blocker.Resolved?.At - report.Issue.CreatedAt)).Should().Equal(
            (TimeSpan.Zero, TimeSpan.FromMinutes(10)), (TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(50)), (TimeSpan.FromMinutes(60), null));
    }

    [Fact]
    public async Task A_report_that_nobody_took_up_and_somebody_closed_is_nothing()
    {
        using var scene = await CreateAsync();
        var number = await scene.At("09:00").FileAsync(Stranger, "1.1");
        await scene.CloseAsync(number, Stranger);

        (await scene.ReadAsync()).Blockers.Should().BeEmpty();
    }

    [Fact]
    public async Task A_report_that_holds_is_marked_and_the_comment_that_took_it_up_acknowledged_once()
    {
        using var scene = await CreateAsync();
        var number = await scene.At("09:00").FileAsync(Stranger, "1.1");
        await scene.SayAsync(number, Zev, "/block");
        var list = ValidList.Parse(FourLevels);

        async Task<bool> RespondAsync()
        {
            var facts = await scene.ReadAsync();
            return await new ReportResponder(scene.Tracker, [list], Identities).RespondAsync(facts.Reports.Reports.Single(), facts.Blockers, Never);
        }

        (await RespondAsync(), await RespondAsync()).Should().Be((true, false));
        (await scene.LabelsAsync(number)).Should().Be(LabelNames.Confirmed);
        (await ReportAsync(scene, number)).Timeline.OfType<Commented>().First().IsAcknowledged.Should().BeTrue();
        (await scene.SaidAsync(number)).Should().ContainSingle().Which.Should().StartWith("zev stands behind this report, so it holds list/1.1, and being critical, everything else of that checklist.");
        await scene.CloseAsync(number, Stranger);
        (await RespondAsync()).Should().BeTrue();
        (await scene.Tracker.FindIssueAsync(number, Never))!.IsOpen.Should().BeTrue("who filed it is nobody of the file, and cannot end it");
        await scene.SayAsync(number, Zev, "/unblock");
        (await RespondAsync(), await RespondAsync()).Should().Be((true, false));
        (await scene.LabelsAsync(number)).Should().BeEmpty();
        (await scene.Tracker.FindIssueAsync(number, Never))!.IsOpen.Should().BeFalse();
    }

    [Fact]
    public async Task Who_filed_a_report_cannot_move_what_it_holds_once_it_was_taken_up()
    {
        using var scene = await CreateAsync();
        var number = await scene.At("09:00").FileAsync(Stranger, "1.1", "high");
        await scene.SayAsync(number, Zev, "/block");
        var list = ValidList.Parse(FourLevels);
        var before = await scene.ReadAsync();
        await new ReportResponder(scene.Tracker, [list], Identities).RespondAsync(before.Reports.Reports.Single(), before.Blockers, Never);

        await scene.Tracker.ActAs(Stranger).UpdateIssueAsync(number, new IssueUpdate { Body = "### Item\n\n2.1\n\n### Severity\n\ncritical\n" }, Never);
        (await scene.ReadAsync()).Blockers.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Item = new ItemId("list", null, "1.1"), Severity = Severity.High, Phase = "build" });

        await scene.SayAsync(number, Zev, "/block low it is not that bad");
        (await scene.ReadAsync()).Blockers.Should().ContainSingle().Which.Severity.Should().Be(Severity.Low);
        await scene.SayAsync(number, Stranger, $"<!-- vegagate report list - 2.1 run - critical -->\nNo, this.");
        (await scene.ReadAsync()).Blockers.Should().ContainSingle().Which.Item!.Item.Should().Be("1.1", "a mark in somebody else's comment is text");
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("v1.2", "#handoff/build", "a --> b | <c> %20 é")]
    public void A_mark_reads_back(string? release, string? item, string? kind)
    {
        var record = new BlockerRecord
        {
            Checklist = "list",
            Release = release,
            Item = item is null ? null : new ItemId("list", release, item),
            Phase = item is null ? null : "build",
            Issue = 1,
            IsReport = true,
            Raised = new BlockerWord(Zev, Minute(0), ""),
            Confirmed = null,
            Resolved = null,
            Class = kind,
            Severity = Severity.High,
            Reason = "R",
        };
        var mark = ReportMark.Of(record);

        ReportMark.ReadAll([new Commented(Zev, Minute(1), 1, $"{mark}\ntext", IsEdited: false)], [Zev.Login]).Should().ContainSingle().Which.Should().Be(mark);
        ReportMark.ReadAll([new Commented(Zev, Minute(1), 1, $"{mark}\ntext", IsEdited: true)], [Zev.Login]).Should().BeEmpty();
        mark.ToString().IndexOf("-->", StringComparison.Ordinal).Should().Be(mark.ToString().Length - 3);
    }

    [Fact]
    public async Task A_flood_of_reports_neither_hides_one_that_counts_nor_uses_up_the_requests()
    {
        using var scene = await CreateAsync();
        var confirmed = await scene.At("09:00").FileAsync(Stranger, "1.1");
        await scene.SayAsync(confirmed, Zev, "/block");
        var issue = (await scene.Tracker.FindIssueAsync(confirmed, Never))!;
        await scene.Tracker.UpdateIssueAsync(confirmed, new IssueUpdate { Labels = issue.Labels.Add(LabelNames.Confirmed) }, Never);
        for (var i = 0; i < FiledReports.MostOfStrangers + 5; i++)
            await scene.SayAsync(await scene.FileAsync(Stranger, "1.1"), Stranger, "me too");
        var tracker = new LoggingTracker(scene.Tracker);

        var facts = await scene.ReadAsync(tracker);

        facts.Reports.Unread.Should().Be(5);
        facts.Blockers.Should().ContainSingle(blocker => blocker.IsOpen).Which.Issue.Should().Be(confirmed);
        var list = (await scene.AskAsync()).Lists.Single();
        list.Blockers.Count(blocker => blocker.IsUnconfirmed).Should().Be(ListResult.MostUnconfirmed, "strangers must not fill the answer");
        list.MoreReports.Should().Be(FiledReports.MostOfStrangers - ListResult.MostUnconfirmed + 5);
        tracker.TimelinesRead.Count(number => facts.Reports.Reports.Any(report => report.Issue.Number == number)).Should().Be(FiledReports.MostOfStrangers + 1);
    }

    private static DateTimeOffset Minute(int minute) => new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    private static Commented Comment(Actor actor, string text, int minute = 10) => new(actor, Minute(minute), minute, text, IsEdited: false);

    private static async Task<FiledReport> ReportAsync(EscalationScene scene, int number) =>
        new((await scene.Tracker.FindIssueAsync(number, Never))!, await scene.Tracker.ReadTimelineAsync(number, Never));

    private static ImmutableArray<BlockerRecord> Read(FiledReport report)
    {
        var list = ValidList.Parse(FourLevels);
        return new ReportReading([list], Identities).Read(report, list, null);
    }
}
