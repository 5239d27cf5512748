using VegaGate.Checklists;
using VegaGate.Escalation;
using VegaGate.Gate.Blocking;

namespace VegaGate.Tests.Escalation;

public sealed class EscalationScheduleTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void When_a_level_is_due_is_when_it_is_reached()
    {
        var schedule = EscalationSchedule.Of(ValidList.Parse(EscalationScene.FourLevels));
        var blocker = Blocker(Severity.Critical);

        Enumerable.Range(1, 4).Select(level => schedule.DueAt(blocker, level)).Should().Equal([Nine, Nine.AddHours(1), Nine.AddHours(2), Nine.AddHours(2).AddTicks(1)], "the target has passed after its last moment, and not at it");
        foreach (var level in Enumerable.Range(1, 4))
        {
            schedule.Reached(blocker, schedule.DueAt(blocker, level)!.Value).Should().HaveCount(level);
            schedule.Reached(blocker, schedule.DueAt(blocker, level)!.Value.AddTicks(-1)).Should().HaveCount(level - 1);
        }

        schedule.DueAt(blocker, 5).Should().BeNull();
    }

    [Fact]
    public void What_comes_at_once_comes_on_a_Sunday_too_and_the_rest_in_working_hours()
    {
        var schedule = EscalationSchedule.Of(ValidList.Parse(EscalationScene.FourLevelsInWorkingHours));
        var blocker = Blocker(Severity.Critical, Nine.AddDays(-1).AddHours(5));
        var monday = Nine;

        Enumerable.Range(1, 4).Select(level => schedule.DueAt(blocker, level)).Should().Equal(blocker.Since, monday.AddHours(1), monday.AddHours(2), monday.AddHours(2).AddTicks(1));
        foreach (var level in Enumerable.Range(1, 4))
        {
            schedule.Reached(blocker, schedule.DueAt(blocker, level)!.Value).Should().HaveCount(level);
            schedule.Reached(blocker, schedule.DueAt(blocker, level)!.Value.AddTicks(-1)).Should().HaveCount(level - 1);
        }
    }

    [Fact]
    public void A_target_that_is_used_up_when_work_ends_has_passed_when_it_begins_again()
    {
        var schedule = EscalationSchedule.Of(ValidList.Parse(EscalationScene.FourLevelsInWorkingHours));

        var blocker = Blocker(Severity.Critical, Nine.AddHours(7));

        schedule.DueAt(blocker, 3).Should().Be(Nine.AddHours(9));
        schedule.DueAt(blocker, 4).Should().Be(Nine.AddDays(1).AddTicks(1));
    }

    [Fact]
    public void Of_several_the_gravest_that_has_reached_a_level_speaks_and_of_equals_the_oldest()
    {
        var schedule = EscalationSchedule.Of(ValidList.Parse(EscalationScene.List("{ levels: [{ after: 1h, notify: lead, do: D }] }")));
        var (low, high, younger) = (Blocker(Severity.Low), Blocker(Severity.High, Nine.AddMinutes(10)), Blocker(Severity.High, Nine.AddMinutes(20)));
        var progressed = Blocker(Severity.Critical) with { Progressed = new BlockerWord(EscalationScene.Zev, Nine, "") };
        foreach (var blockers in new[] { new[] { low, high, younger, progressed }, [younger, progressed, low, high], [progressed, high, younger, low] })
        {
            schedule.FindSpeaker(blockers, Nine.AddMinutes(59)).Should().BeNull();
            schedule.FindSpeaker(blockers, Nine.AddMinutes(60))!.Blocker.Should().Be(low, "nothing graver has come to a level yet");
            schedule.FindSpeaker(blockers, Nine.AddMinutes(90))!.Blocker.Should().Be(high);
        }
    }

    [Fact]
    public void Where_a_severity_has_no_target_the_level_that_waits_for_it_never_comes()
    {
        var schedule = EscalationSchedule.Of(ValidList.Parse(EscalationScene.FourLevels));
        var blocker = Blocker(Severity.High) with { Class = "production outages" };

        schedule.Reached(blocker, Nine.AddDays(30)).Select(level => level.Number).Should().Equal(1, 2, 3);
        schedule.DueAt(blocker, 4).Should().BeNull();
        schedule.TargetOf(blocker).Should().BeNull();
    }

    [Fact]
    public void What_does_not_escalate_reaches_nothing_but_has_its_time()
    {
        var schedule = EscalationSchedule.Of(ValidList.Parse(EscalationScene.FourLevels));
        var blocker = Blocker(Severity.Low);

        schedule.Reached(blocker, Nine.AddDays(1)).Should().BeEmpty();
        schedule.DueAt(blocker, 1).Should().BeNull();
        schedule.Elapsed(blocker, Nine.AddHours(3)).Should().Be(TimeSpan.FromHours(3));
        schedule.Elapsed(blocker with { Resolved = new BlockerWord(EscalationScene.Zev, Nine.AddHours(1), "") }, Nine.AddHours(3)).Should().Be(TimeSpan.FromHours(1));
        schedule.Elapsed(blocker with { Confirmed = null }, Nine.AddHours(3)).Should().BeNull();
    }

    [Fact]
    public void Of_a_list_that_names_neither_classes_nor_severity_every_blocker_escalates()
    {
        var schedule = EscalationSchedule.Of(ValidList.Parse(EscalationScene.List("{ levels: [{ after: 5m, notify: lead, do: D }] }")));

        schedule.Reached(Blocker(Severity.Low), Nine.AddMinutes(5)).Should().ContainSingle();
    }

    private static BlockerRecord Blocker(Severity severity, DateTimeOffset? since = null)
    {
        var word = new BlockerWord(EscalationScene.Zev, since ?? Nine, "");
        return new BlockerRecord
        {
            Checklist = "list",
            Release = null,
            Item = new ItemId("list", null, "1.1"),
            Phase = "build",
            Issue = 1,
            IsReport = false,
            Raised = word,
            Confirmed = word,
            Resolved = null,
            Class = null,
            Severity = severity,
            Reason = "It fails",
        };
    }
}
