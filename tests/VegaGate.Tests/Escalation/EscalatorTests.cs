using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.LocalTracker;
using VegaGate.Gate;
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
        comments[1].Should().StartWith("**Escalation level 2: Coordination meeting**\n\nOps (@zev, @rr)\n\n1\\.1 Build it is blocked since 2026-03-02T09:00:00Z, for 1 h 30 min of working time (critical; Production outages; target 2 h). zev says: The host is gone");
        comments[2].Should().Contain("The boss (boss.example)", "a login with a dot is a placeholder, and whoever has the part before it is not called");
        comments[4].Should().Be("**Resolved after 2 h 35 min of working time** (target 2 h, missed): zev ended the blocker of 2026-03-02T09:00:00Z at 2026-03-02T11:35:00Z.");
    }

    [Fact]
    public async Task Late_levels_are_told_in_one_comment_to_the_people_of_all_of_them()
    {
        using var scene = await CreateAsync();
        var number = await scene.NumberOfAsync("1.1");
        await scene.At("09:00").SayAsync("1.1", Zev, "/block critical The host is gone");

        var notice = (await scene.At("13:00").NoticesAsync()).Should().ContainSingle().Subject;

        notice.Levels.Select(level => level.Number).Should().Equal(1, 2, 3, 4);
        notice.To.Select(recipient => recipient.Slug).Should().Equal("lead", "ops", "boss");
        (await scene.SaidAsync(number)).Should().ContainSingle().Which.Should().Contain("level 1: ").And.Contain("level 4: ");
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
    [InlineData("/done")]
    public async Task Progress_ends_it_and_a_blocker_that_comes_back_begins_anew(string said)
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
