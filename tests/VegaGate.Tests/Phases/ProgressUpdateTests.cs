using VegaGate.Phases;
using VegaGate.Tests.Gate;
using VegaGate.Tracking;

namespace VegaGate.Tests.Phases;

public sealed class ProgressUpdateTests
{
    [Fact]
    public void Nothing_is_active_before_somebody_begins_and_after_the_last_phase_is_handed_over()
    {
        PhaseScene.Update(PhaseScene.Create(), GateScene.Start).IsWanted.Should().BeFalse();
        PhaseScene.Update(PhaseScene.Create().Say("a", "zev", "/start"), GateScene.Start).Active.Should().Equal("1. Build");
        PhaseScene.Update(PhaseScene.HandedOver(), GateScene.Start).Active.Should().Equal("2. Run");
        PhaseScene.Update(Over(), GateScene.Start).Active.Should().BeEmpty();
    }

    [Fact]
    public void The_last_hand_off_is_told_once_although_no_phase_is_active_any_more()
    {
        var scene = Over();

        var update = PhaseScene.Update(scene, scene.Now.AddMinutes(-1));
        update.IsWanted.Should().BeTrue();
        Lines(update, "done").Should().Equal("Hand-off: Run: accepted by zev");
        PhaseScene.Update(scene, scene.Now).IsWanted.Should().BeFalse();
    }

    [Fact]
    public void Hand_offs_come_first_among_what_was_done_and_are_always_told()
    {
        var done = PhaseScene.Update(Over(), GateScene.Start).Parts.Single(part => part.Key == "done");

        done.Entries.Select(entry => entry.Title).Should().Equal("Hand-off: Build", "Hand-off: Run", "a A", "b B", "e E", "c C");
        done.Kept.Should().Be(2);
    }

    [Fact]
    public void Who_receives_it_and_where_it_is_sent_is_as_the_list_says()
    {
        var list = ValidList.Parse(PhaseScene.Text.Replace("template: UPDATE.md }", "when: by day, channels: [\"slack:#deployment\", email], to: [ops, zev, ops, guest] }", StringComparison.Ordinal).Replace("kate: { name: Kate, github: kate } }", "kate: { name: Kate, github: kate }, guest: { name: Guest } }", StringComparison.Ordinal));

        var update = PhaseScene.Update(new GateScene(list), GateScene.Start, list);

        update.To.Select(recipient => $"{recipient.Slug} {recipient.Name} {string.Join(' ', recipient.Logins)}").Should().Equal("ops Ops rr kate", "zev Zev zev", "guest Guest ");
        update.Channels.Should().Equal("slack:#deployment", "email");
        update.When.Should().Be("by day");
    }

    [Fact]
    public void An_accepted_hand_off_is_looked_after_until_what_follows_is_covered()
    {
        var list = ValidList.Parse(PhaseScene.Text + "\nhandoff-steps: { after: [Watch for issues, Help them] }\n");
        var scene = new GateScene(list).Say("a", "zev", "/done").Say("b", "zev", "/done").Say("e", "zev", "/done").Say("#build", "zev", "/done").Say("#build", "rr", "/accept 2026-03-01 all were there, minutes #12");
        var question = new UpdateQuestion(GateScene.Start, scene.Now);

        Lines(ProgressUpdate.Of(list, null, scene.Ask().Lists.Single(), question), "follow-up").Should().Equal("Hand-off: Build: Watch for issues; Help them");
        Lines(ProgressUpdate.Of(list, null, scene.Say("#build", "zev", "/done").Ask().Lists.Single(), question), "follow-up").Should().BeEmpty("somebody says that it is covered");
        Lines(PhaseScene.Update(PhaseScene.HandedOver(), GateScene.Start), "follow-up").Should().BeEmpty("nothing follows");
    }

    [Fact]
    public void There_is_a_part_for_every_key() => PhaseScene.Update(PhaseScene.Create(), GateScene.Start).Parts.Select(part => part.Key).Should().Equal(ProgressUpdate.PartKeys);

    [Fact]
    public void An_update_tells_what_was_done_since_is_in_progress_blocked_and_next()
    {
        var scene = PhaseScene.Create().Say("a", "zev", "/done");
        var since = scene.Now;
        scene.Say("b", "zev", "/done").Say("e", "zev", "/block the key is missing").Say("c", "rr", "/start");

        var update = PhaseScene.Update(scene, since);

        update.Headline.Should().Be("A list: status on 2026-03-01, 2 of 4 items clear");
        Lines(update, "done").Should().Equal("b B: signed off by zev");
        Lines(update, "in-progress").Should().BeEmpty("the second phase is not open");
        Lines(update, "blocked").Should().ContainSingle().Which.Should().MatchRegex("^e E: Blocked by zev since .*: the key is missing$");
        Lines(update, "next").Should().BeEmpty();
        Lines(update, "meetings").Should().BeEmpty();
        Lines(update, "early").Should().ContainSingle().Which.Should().Be("c C: In progress: it waits for Ops (rr, kate). It was begun before the phase \"Build\" was handed over");
        Lines(PhaseScene.Update(scene, GateScene.Start), "done").Should().HaveCount(2);
        Lines(PhaseScene.Update(scene.Say("e", "zev", "/unblock\n/start"), since), "in-progress").Should().Equal("e E: waits for Dev (team)");
    }

    [Fact]
    public void What_is_next_is_told_with_its_date_and_at_last_the_hand_off_with_its_meeting()
    {
        var scene = PhaseScene.Create().Say("e", "zev", "/done");
        scene.Now = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero);
        Lines(PhaseScene.Update(scene, GateScene.Start), "next").Should().Equal("a A: waits for Dev (team), was due on 2026-02-28", "b B: waits for Dev (team), due on 2026-03-01");

        var ready = PhaseScene.Update(PhaseScene.Ready(), GateScene.Start);
        Lines(ready, "next").Should().Equal("Hand-off: Build: Ready: the giver has not asked for acceptance yet (`/done`)");
        Lines(ready, "meetings").Should().Equal("Hand-off: Build: Dev and Ops; 30 minutes at most; agenda: Artifacts, Risks");
        Lines(PhaseScene.Update(PhaseScene.Ready().Found("Report", false), GateScene.Start), "next").Should().Equal("Hand-off: Build: An artifact is missing: asked for Report");
        Lines(PhaseScene.Update(PhaseScene.Ready().Found("Report", false), GateScene.Start), "meetings").Should().BeEmpty("nobody meets before everything is there");

        var over = PhaseScene.Update(PhaseScene.HandedOver(), GateScene.Start.AddMinutes(4));
        Lines(over, "done").Should().Equal("Hand-off: Build: accepted by rr (4/5)");
        Lines(over, "meetings").Should().BeEmpty("the second hand-off is not critical");
    }

    [Fact]
    public void The_last_update_is_known_by_a_comment_of_ours()
    {
        var at = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
        var ours = new Commented(GateScene.Ours, at, 1, $"{UpdateMark.Of(at)}\n# Update", IsEdited: false);
        var copied = new Commented(GateScene.Person("mallory"), at, 2, UpdateMark.Of(at.AddYears(1)), IsEdited: false);

        UpdateMark.FindLast([ours, copied, ours with { Body = UpdateMark.Of(at.AddHours(-1)) }, ours with { Body = "<!-- vegagate update=9999999999999999999999 -->" }], [GateScene.Ours.Login]).Should().Be(at);
        UpdateMark.FindLast([copied, ours with { Body = "> " + UpdateMark.Of(at) }], [GateScene.Ours.Login]).Should().BeNull();
    }

    private static GateScene Over() => PhaseScene.HandedOver().Say("c", "rr", "/done").Say("#run", "rr", "/done").Say("#run", "zev", "/accept");

    private static IEnumerable<string> Lines(ProgressUpdate update, string key) => update.Parts.Single(part => part.Key == key).Entries.Select(entry => $"{entry.Title}: {entry.Detail}");
}
