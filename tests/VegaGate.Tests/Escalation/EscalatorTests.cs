using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.LocalTracker;
using VegaGate.Gate;
using VegaGate.Phases;
using VegaGate.Tracking;
using static VegaGate.Tests.Escalation.EscalationScene;

namespace VegaGate.Tests.Escalation;

public sealed class EscalatorTests
{
    [Fact]
    public async Task A_critical_blocker_at_nine_reaches_each_level_at_its_minute_once_and_ends_with_its_time()
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block Production outages critical The host is gone");

        var told = new List<string>();
        for (var minute = TimeSpan.FromHours(9); minute <= TimeSpan.FromHours(11.5); minute += TimeSpan.FromMinutes(1))
        {
            // An hour of outage, in which the second level is due and nobody runs.
            if (minute > TimeSpan.FromHours(9.5) && minute < TimeSpan.FromHours(10.5))
                continue;
            var time = minute.ToString("hh\\:mm", null);
            if (await scene.At(time).EscalateAsync() is { Length: > 0 } said)
                told.Add($"{time} {said} [{await scene.LabelsAsync(number)}]");
        }

        told.Should().Equal(
            $"09:00 #{number} 1 [escalation:1]",
            $"10:30 #{number} 2 [escalation:2]",
            $"11:00 #{number} 3 [escalation:3]",
            $"11:01 #{number} 4 [escalation:4]");
        await scene.At("11:35").SayAsync("1.1", Zev, "/unblock");
        (await scene.At("11:40").EscalateAsync()).Should().Be($"#{number} over");
        (await scene.LabelsAsync(number)).Should().BeEmpty();
        (await scene.At("11:50").EscalateAsync()).Should().BeEmpty();
        var comments = await scene.SaidAsync(number);
        comments.Should().HaveCount(5);
        comments[1].Should().Be(
            "**Escalation level 2: Coordination meeting**\n\nOps (@zev, @rr)\n\n1\\.1 Build it is blocked since 2026-03-02T09:00:00Z, for 1 h 30 min of working time (critical; Production outages; target 2 h). zev says: The host is gone\n\n"
            + "Next, if it stays: level 3 (Executive notification) at 2026-03-02T11:00:00Z. It ends with `/unblock`, by an owner or by who blocked. An owner's `/done` stops the calls only: the gate is held until `/unblock`.");
        comments[3].Should().Contain("level 4").And.NotContain("Next, if it stays");
        comments[2].Should().Contain("The boss (boss.example)", "a login with a dot is a placeholder, and whoever has the part before it is not called");
        comments[4].Should().Be("**Resolved after 2 h 35 min of working time** (target 2 h, missed): zev ended the blocker of 2026-03-02T09:00:00Z at 2026-03-02T11:35:00Z.");
    }

    [Fact]
    public async Task Late_levels_are_told_in_one_comment_each_with_its_own_people_and_each_account_is_called_once()
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical The host is gone");

        var notice = (await scene.At("13:00").NoticesAsync()).Should().ContainSingle().Subject;

        notice.Levels.Select(level => level.Number).Should().Equal(1, 2, 3, 4);
        notice.To.Select(recipient => recipient.Slug).Should().Equal("lead", "ops", "boss");
        notice.Levels.Select(level => string.Join(' ', level.To.Select(recipient => recipient.Slug))).Should().Equal("lead", "ops", "boss", "lead boss ops");
        (await scene.SaidAsync(number)).Should().ContainSingle().Which.Should().StartWith(
            "**Escalation level 1: Team lead notification**\n\nLead (@lead)\n\n**Escalation level 2: Coordination meeting**\n\nOps (@zev, @rr)\n\n"
            + "**Escalation level 3: Executive notification**\n\nThe boss (boss.example)\n\n**Escalation level 4: Full incident response**\n\nLead (lead); The boss (boss.example); Ops (zev, rr)\n\n1\\.1 ");
        (await scene.LabelsAsync(number)).Should().Be("escalation:4");
        (await scene.EscalateAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/block critical It fails", "1")]
    [InlineData("/block Production outages low It fails", "1")]
    [InlineData("/block It fails", "1")]
    [InlineData("/block high It fails", "")]
    [InlineData("/block medium It fails", "")]
    public async Task Only_a_blocker_of_a_class_or_of_the_severity_escalates(string said, string levels)
    {
        using var scene = await CreateAsync();
        await scene.At("09:00").SayAsync("1.1", Zev, said);

        (await scene.EscalateAsync()).Should().Be(levels.Length == 0 ? "" : $"#{await scene.NumberOfAsync("1.1")} {levels}");
    }

    [Theory]
    [InlineData("/unblock")]
    [InlineData("/undo")]
    public async Task Lifting_ends_it_and_a_blocker_that_comes_back_begins_anew(string said)
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical It fails");
        (await scene.EscalateAsync()).Should().Be($"#{number} 1");
        await scene.At("09:10").SayAsync("1.1", Zev, said);
        (await scene.At("12:00").EscalateAsync()).Should().Be($"#{number} over");

        await scene.SayAsync("1.1", Zev, "/block critical It fails again");

        (await scene.EscalateAsync()).Should().Be($"#{number} 1");
        (await scene.At("13:00").EscalateAsync()).Should().Be($"#{number} 2");
        (await scene.SaidAsync(number)).Should().HaveCount(4);
    }

    [Fact]
    public async Task What_is_over_before_anybody_was_called_is_told_nobody()
    {
        using var scene = await CreateAsync();
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical It fails\n/unblock");

        (await scene.At("12:00").EscalateAsync()).Should().BeEmpty();

        var facts = await scene.ReadAsync();
        facts.Blockers.Should().ContainSingle().Which.Should().BeEquivalentTo(new { IsOpen = false, Severity = Severity.Critical, Resolved = new { Actor = Zev } });
    }

    [Fact]
    public async Task Progress_stops_the_calls_and_the_time_of_resolution_is_told_once_when_the_blocker_is_lifted()
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical It fails");
        await scene.EscalateAsync();
        await scene.At("09:10").SayAsync("1.1", Zev, "/done");

        (await scene.At("09:15").EscalateAsync()).Should().Be($"#{number} progress");
        (await scene.At("12:00").EscalateAsync()).Should().BeEmpty();

        (await scene.LabelsAsync(number)).Should().BeEmpty();
        (await scene.SaidAsync(number))[^1].Should().Be(
            "**Progress: nobody is called any more.** zev made it at 2026-03-02T09:10:00Z. 1\\.1 Build it stays blocked, since 2026-03-02T09:00:00Z, and holds the gate until `/unblock`. If the progress is taken back, the calls go on as if it had never been.");
        (await scene.AskAsync()).Lists.Single().Reasons.Should().ContainSingle().Which.Reason.Should().Be(ReasonCode.BlockerOpen);
        await scene.At("12:10").SayAsync("1.1", Zev, "/unblock");
        (await scene.At("12:15").EscalateAsync()).Should().Be($"#{number} over");
        (await scene.SaidAsync(number))[^1].Should().StartWith("**Resolved after 3 h 10 min of working time** (target 2 h, missed): zev ended");
        BlockerTime.AllOf(ValidList.Parse(FourLevels), null, await scene.ReadAsync()).Should().Equal(new BlockerTime(Severity.Critical, new TimeSpan(3, 10, 0), IsOver: true));
        (await scene.EscalateAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Progress_that_is_taken_back_lets_the_calls_go_on_from_the_beginning_of_the_blocker_and_says_nothing_twice()
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical It fails");
        await scene.EscalateAsync();
        await scene.At("09:10").SayAsync("1.1", Zev, "/done");
        await scene.EscalateAsync();
        await scene.At("09:20").SayAsync("1.1", Zev, "/done with more evidence");
        (await scene.EscalateAsync()).Should().BeEmpty("it was told already");
        await scene.At("09:30").SayAsync("1.1", Zev, "/undo");

        (await scene.EscalateAsync()).Should().BeEmpty();
        (await scene.LabelsAsync(number)).Should().Be("escalation:1");
        (await scene.At("09:59").EscalateAsync()).Should().BeEmpty();
        (await scene.At("10:00").EscalateAsync()).Should().Be($"#{number} 2");
        await scene.At("10:30").SayAsync("1.1", Zev, "/done");
        (await scene.EscalateAsync()).Should().Be($"#{number} progress", "those of the second level have not heard of any");
        await scene.At("10:40").SayAsync("1.1", Zev, "/unblock");
        (await scene.EscalateAsync()).Should().Be($"#{number} over");
        (await scene.SaidAsync(number)).Should().HaveCount(5);
    }

    [Theory]
    [InlineData("zev", "/start")]
    [InlineData("lead", "/done")]
    public async Task Who_is_at_it_and_who_does_not_own_it_stop_nothing(string login, string said)
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical It fails");
        await scene.EscalateAsync();
        await scene.At("09:10").SayAsync("1.1", Person(login), said);

        (await scene.At("10:00").EscalateAsync()).Should().Be($"#{number} 2");
    }

    [Theory]
    [InlineData("low critical", "1 after 10, 2 after 60, 3 after 120, 4 after 121")]
    [InlineData("critical low", "2 after 60, 3 after 120, 4 after 121")]
    [InlineData("low critical critical", "1 after 10, 2 after 60, 3 after 120, 4 after 121")]
    [InlineData("critical critical low", "2 after 60, 3 after 120, 4 after 121")]
    [InlineData("low medium critical", "1 after 10, 2 after 60, 3 after 120, 4 after 121")]
    public async Task The_gravest_of_several_blockers_calls_by_its_own_time_in_whatever_order_they_come(string severities, string expected)
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        var words = severities.Split(' ');
        await scene.At("09:00").SayAsync("1.1", Zev, $"/block Production outages {words[0]} first");
        var begun = words[0] == "critical" ? scene.Now : scene.Now.AddHours(3);
        (await scene.EscalateAsync()).Should().Be($"#{number} 1");
        if (words[0] != "critical")
            (await scene.At("11:59").EscalateAsync()).Should().Be($"#{number} 2,3");
        scene.At(begun.ToString("HH\\:mm", null));
        foreach (var word in words[1..])
            await scene.SayAsync("1.1", Zev, $"/block Production outages {word} next");

        var told = new List<string>();
        for (var minute = 10; minute <= 200; minute++)
        {
            if (await scene.At(begun.AddMinutes(minute).ToString("HH\\:mm", null)).EscalateAsync() is { Length: > 0 } said)
                told.Add($"{said.Split(' ')[1]} after {minute}");
        }

        string.Join(", ", told).Should().Be(expected);
        (await scene.LabelsAsync(number)).Should().Be("escalation:4");
    }

    [Fact]
    public async Task When_the_grave_one_alone_is_lifted_the_slight_one_goes_on_from_where_it_was()
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block Production outages low It is slow");
        (await scene.EscalateAsync()).Should().Be($"#{number} 1");
        await scene.At("09:30").SayAsync("1.1", Person("rr"), "/block critical It is down");
        (await scene.EscalateAsync()).Should().Be($"#{number} 1");
        (await scene.At("10:15").EscalateAsync()).Should().BeEmpty("the second level of the slight one is due, and the grave one speaks");

        // rr is no owner, and lifts what they said themselves.
        await scene.At("10:20").SayAsync("1.1", Person("rr"), "/unblock");

        (await scene.EscalateAsync()).Should().Be($"#{number} over; #{number} 2");
        (await scene.LabelsAsync(number)).Should().Be("escalation:2");
        (await scene.SaidAsync(number))[^2].Should().StartWith("**Resolved after 50 min of working time** (target 2 h, met): rr ended");
        (await scene.At("11:00").EscalateAsync()).Should().Be($"#{number} 3");
        await scene.At("11:10").SayAsync("1.1", Zev, "/unblock");
        (await scene.EscalateAsync()).Should().Be($"#{number} over");
        (await scene.At("13:00").EscalateAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Two_blockers_of_one_comment_are_told_apart()
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block Production outages low It is slow\n/block critical It is down");
        (await scene.EscalateAsync()).Should().Be($"#{number} 1");
        await scene.At("09:30").SayAsync("1.1", Zev, "/undo");

        (await scene.EscalateAsync()).Should().Be($"#{number} over; #{number} 1");
        await scene.At("09:40").SayAsync("1.1", Zev, "/undo");
        (await scene.EscalateAsync()).Should().Be($"#{number} over");
        (await scene.EscalateAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_blocker_on_a_Sunday_tells_the_first_at_once_and_the_others_on_Monday_to_the_minute()
    {
        using var scene = await CreateAsync(FourLevelsInWorkingHours);
        var number = await scene.NumberOfAsync("1.1");
        await scene.At(1, "14:30").SayAsync("1.1", Zev, "/block critical It fails");

        var told = new List<string>();
        foreach (var (day, time) in new[] { (1, "14:30"), (1, "23:00"), (2, "09:00"), (2, "09:59"), (2, "10:00"), (2, "10:59"), (2, "11:00"), (2, "11:01") })
        {
            if (await scene.At(day, time).EscalateAsync() is { Length: > 0 } said)
                told.Add($"{day} {time} {said}");
        }

        told.Should().Equal($"1 14:30 #{number} 1", $"2 10:00 #{number} 2", $"2 11:00 #{number} 3", $"2 11:01 #{number} 4");
        (await scene.SaidAsync(number))[0].Should().Contain(", for 0 min of working time ").And.Contain("Next, if it stays: level 2 (Coordination meeting) at 2026-03-02T10:00:00Z.");
    }

    [Fact]
    public async Task An_item_that_is_blocked_twice_calls_nobody_twice()
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical One");
        await scene.At("09:30").SayAsync("1.1", Person("rr"), "/block critical Two");

        (await scene.At("09:31").EscalateAsync()).Should().Be($"#{number} 1");
        (await scene.At("10:30").EscalateAsync()).Should().Be($"#{number} 2");
    }

    [Fact]
    public async Task A_label_that_somebody_sets_or_takes_away_proves_nothing_and_is_corrected()
    {
        using var scene = await CreateAsync();
        var (blocked, other) = (await scene.NumberOfAsync("1.1"), await scene.NumberOfAsync("1.2"));
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical It fails");
        await scene.EscalateAsync();
        foreach (var number in new[] { blocked, other })
        {
            var labels = (await scene.Tracker.FindIssueAsync(number, Never))!.Labels.Where(label => !LabelNames.IsEscalation(label));
            await scene.Tracker.ActAs(Stranger).UpdateIssueAsync(number, new IssueUpdate { Labels = [.. labels, "escalation:4", "mine"] }, Never);
        }

        (await scene.EscalateAsync()).Should().BeEmpty();

        (await scene.LabelsAsync(blocked)).Should().Be("escalation:1");
        (await scene.LabelsAsync(other)).Should().BeEmpty();
        (await scene.Tracker.FindIssueAsync(other, Never))!.Labels.Should().Contain("mine").And.Contain("vegagate");
    }

    [Fact]
    public async Task A_copied_mark_in_a_strangers_comment_silences_nothing()
    {
        using var scene = await CreateAsync();
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical It fails");
        var since = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).UtcTicks;
        await scene.SayAsync("1.1", Stranger, $"<!-- vegagate escalation={since} levels=1,2,3,4 -->\nAll told.");

        (await scene.EscalateAsync()).Should().EndWith(" 1");
    }

    [Fact]
    public async Task An_outsiders_report_holds_nothing_and_calls_nobody_until_somebody_of_the_file_takes_it_up()
    {
        using var scene = await CreateAsync();
        var number = await scene.At("09:00").FileAsync(Stranger, "1.1");
        (await scene.At("10:00").EscalateAsync()).Should().BeEmpty();
        var result = await scene.AskAsync();
        result.Lists.Single().Reasons.Should().BeEmpty();
        result.Lists.Single().Items[0].Reason.Should().Be(ReasonCode.Open);
        result.Lists.Single().Blockers.Should().ContainSingle().Which.IsUnconfirmed.Should().BeTrue();

        await scene.At("10:30").SayAsync(number, Stranger, "/block it really is");
        (await scene.EscalateAsync()).Should().BeEmpty();
        await scene.At("11:00").SayAsync(number, Person("rr"), "/block");

        (await scene.EscalateAsync()).Should().Be($"#{number} 1", "its time counts from when somebody of the file took it up");
        (await scene.At("12:00").EscalateAsync()).Should().Be($"#{number} 2");
        (await scene.AskAsync()).Lists.Single().Reasons.Should().ContainSingle().Which.Reason.Should().Be(ReasonCode.BlockerOpen);
        await scene.At("12:10").CloseAsync(number, Stranger);
        (await scene.EscalateAsync()).Should().BeEmpty("its author is nobody of the file, and cannot end it");
        await scene.At("12:20").SayAsync(number, Person("rr"), "/unblock");
        (await scene.EscalateAsync()).Should().Be($"#{number} over");
    }

    [Fact]
    public async Task Two_runs_at_once_say_each_level_once_and_one_of_them_tells_nobody()
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical It fails");
        var tracker = new ForgetfulTracker(scene.Tracker);
        // Both have read before either has written.
        var (one, two) = (await scene.ReadAsync(), await scene.ReadAsync());

        var first = await scene.EscalateAsync(tracker, tracker, one);
        var second = await scene.EscalateAsync(tracker, tracker, two);

        (first, second).Should().Be(($"#{number} 1", ""));
        (await tracker.ReadTimelineAsync(number, Never)).OfType<Commented>().Where(comment => comment.Actor!.IsBot).Should().ContainSingle();
        (await scene.EscalateAsync(tracker, tracker)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_twin_that_a_run_left_behind_when_it_was_stopped_is_taken_back_by_the_next()
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical It fails");
        var facts = await scene.ReadAsync();
        await scene.EscalateAsync(facts: facts);
        await scene.EscalateAsync(facts: facts);
        var tracker = new ForgetfulTracker(scene.Tracker);

        (await scene.EscalateAsync(tracker, tracker)).Should().BeEmpty();

        (await tracker.ReadTimelineAsync(number, Never)).OfType<Commented>().Where(comment => comment.Actor!.IsBot).Should().ContainSingle();
    }

    [Fact]
    public async Task In_working_hours_the_night_does_not_count()
    {
        using var scene = await CreateAsync(List(
            "{ calendar: { time-zone: Europe/Berlin, hours: '09:00-18:00', days: [mon, tue, wed, thu, fri] }, levels: [{ after: 0m, notify: lead, do: D }, { after: 1h, notify: boss, do: E }] }"));
        // 17:30 in Berlin.
        await scene.At("16:30").SayAsync("1.1", Zev, "/block It fails");

        (await scene.EscalateAsync()).Should().EndWith(" 1");
        (await scene.At("23:00").EscalateAsync()).Should().BeEmpty();
    }

    /// <summary>The embedded tracker as GitHub is: comments can be taken back, and nobody takes turns.</summary>
    private sealed class ForgetfulTracker(EmbeddedTracker tracker) : IIssueTracker, IOwnComments
    {
        private readonly HashSet<long> _removed = [];

        public string Description => tracker.Description;

        public Actor Identity => tracker.Identity;

        public DateTimeOffset Now => tracker.Now;

        public Task RemoveAsync(long comment, CancellationToken cancellation)
        {
            _removed.Add(comment);
            return Task.CompletedTask;
        }

        public async Task<ImmutableArray<TimelineEvent>> ReadTimelineAsync(int number, CancellationToken cancellation) =>
            [.. (await tracker.ReadTimelineAsync(number, cancellation)).Where(happened => happened is not Commented comment || !_removed.Contains(comment.Id))];

        public Task<ImmutableArray<TrackedIssue>> ListIssuesAsync(string label, CancellationToken cancellation) => tracker.ListIssuesAsync(label, cancellation);

        public Task<ImmutableArray<TrackedIssue>> ListIssuesByAuthorAsync(string login, DateTimeOffset? since, CancellationToken cancellation) => tracker.ListIssuesByAuthorAsync(login, since, cancellation);

        public Task<TrackedIssue?> FindIssueAsync(int number, CancellationToken cancellation) => tracker.FindIssueAsync(number, cancellation);

        public Task<TrackedIssue> CreateIssueAsync(IssueDraft draft, CancellationToken cancellation) => tracker.CreateIssueAsync(draft, cancellation);

        public Task<TrackedIssue> UpdateIssueAsync(int number, IssueUpdate update, CancellationToken cancellation) => tracker.UpdateIssueAsync(number, update, cancellation);

        public Task<Commented> AddCommentAsync(int number, string body, CancellationToken cancellation) => tracker.AddCommentAsync(number, body, cancellation);

        public Task AcknowledgeAsync(long comment, CancellationToken cancellation) => tracker.AcknowledgeAsync(comment, cancellation);

        public Task<ImmutableArray<TrackerLabel>> ListLabelsAsync(CancellationToken cancellation) => tracker.ListLabelsAsync(cancellation);

        public Task CreateLabelAsync(TrackerLabel label, CancellationToken cancellation) => tracker.CreateLabelAsync(label, cancellation);

        public Task<bool> IsAssignableAsync(string login, CancellationToken cancellation) => tracker.IsAssignableAsync(login, cancellation);

        public Task EnsureMilestoneAsync(string title, CancellationToken cancellation) => tracker.EnsureMilestoneAsync(title, cancellation);
    }
}
