using VegaGate.Checklists;
using VegaGate.Gate.Commands;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate.Commands;

public sealed class CommentCommandsTests
{
    private const string Phases =
        """
        checklist: list
        title: A list
        people:
          zev: { name: Zev, github: zev }
          rr: { name: RR, github: rr }
          kate: { name: Kate, github: kate }
          ann: { name: Ann, github: ann }
        escalation: { classes: [Security, Security vulnerabilities, Outage] }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: x, title: Do it }]
            handoff: { to: [kate, rr], critical: true }
          - id: run
            title: Run
            owners: kate
            items: [{ id: y, title: Keep it }]
            handoff: { to: rr }
        """;

    [Fact]
    public void The_catalog_lists_every_command_there_is() => CommentCommands.All.Select(command => command.GetType()).Should().BeEquivalentTo(
        typeof(CommentCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CommentCommand)) && !type.IsAbstract));

    [Fact]
    public void What_is_not_read_of_a_comment_is_answered()
    {
        var many = string.Concat(Enumerable.Repeat("/start\n", 20));

        OneItem().Say("x", "zev", many).State("x").Ledger.Refusals.Should().BeEmpty();
        var ledger = OneItem().Say("x", "zev", many + "/done").State("x").Ledger;
        ledger.Words.Should().HaveCount(20);
        ledger.Refusals.Should().ContainSingle().Which.Text.Should().StartWith("The rest of that comment was not read: a comment has at most 20 commands");
    }

    [Fact]
    public void Commands_are_found_by_names_that_their_usage_begins_with()
    {
        CommentCommands.All.Select(command => command.Name).Should().OnlyHaveUniqueItems();
        foreach (var command in CommentCommands.All)
        {
            command.Name.Should().MatchRegex("^[a-z]+$");
            CommentCommands.Find(command.Name).Should().BeSameAs(command);
            command.Usage.Should().StartWith("/" + command.Name);
            command.Summary.Should().NotBeEmpty();
        }

        CommentCommands.Find("dance").Should().BeNull();
    }

    [Theory]
    [InlineData("ann", "/done", "ann does not own list/x; it can be signed off by Zev (zev).")]
    [InlineData("ann", "/start", "ann does not own list/x; it can be started by Zev (zev).")]
    [InlineData("ann", "/undo", "ann has said nothing on list/x that could be taken back.")]
    [InlineData("zev", "/unblock", "list/x is not blocked.")]
    [InlineData("ann", "/object no", "ann owns no item of this checklist, so the objection does not count.")]
    [InlineData("kate", "/object", "An objection needs a reason: /object reason.")]
    [InlineData("zev", "/block", "A block needs a reason: /block [class] [critical|high|medium|low] reason.")]
    [InlineData("zev", "/block outage critical", "A block needs a reason: /block [class] [critical|high|medium|low] reason.")]
    [InlineData("zev", "/accept", "list/x is not a hand-off; sign it off with /done.")]
    public void A_refusal_says_why_and_what_would_be_needed(string login, string text, string expected)
    {
        var ledger = Scene().Say("x", login, text).State("x").Ledger;

        ledger.Words.Should().BeEmpty();
        ledger.Refusals.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Actor = Person(login), At = Start.AddMinutes(1), Text = expected });
    }

    [Fact]
    public void A_stranger_cannot_block_and_is_told_so() =>
        Scene().Say("x", "stranger", "/block x").State("x").Ledger.Refusals.Should().ContainSingle().Which.Text.Should().StartWith("stranger is not among the people of this checklist");

    [Theory]
    [InlineData("/block it fails", null, null, "it fails")]
    [InlineData("/block high it fails", null, Severity.High, "it fails")]
    [InlineData("/block CRITICAL it fails", null, Severity.Critical, "it fails")]
    [InlineData("/block outage it fails", "Outage", null, "it fails")]
    [InlineData("/block Outage low it fails", "Outage", Severity.Low, "it fails")]
    [InlineData("/block security vulnerabilities medium it fails", "Security vulnerabilities", Severity.Medium, "it fails")]
    [InlineData("/block security it fails", "Security", null, "it fails")]
    [InlineData("/block securityx it fails", null, null, "securityx it fails")]
    [InlineData("/block low outage it fails", null, Severity.Low, "outage it fails")]
    [InlineData("/block   high    it  fails ", null, Severity.High, "it  fails")]
    public void A_block_may_name_class_and_severity_before_its_reason(string text, string? kind, Severity? severity, string reason)
    {
        var state = Scene().Say("x", "ann", text).State("x");

        state.Status.Should().Be(ItemStatus.Blocked);
        state.Ledger.Blocker.Should().BeEquivalentTo(new { Class = kind, Severity = severity, Text = reason, Actor = Person("ann"), At = Start.AddMinutes(1) });
    }

    [Theory]
    [InlineData("zev", true)]
    [InlineData("ann", true)]
    [InlineData("kate", false)]
    [InlineData("stranger", false)]
    public void An_owner_unblocks_and_so_does_who_blocked(string login, bool may)
    {
        var state = Scene().Say("x", "ann", "/block it fails").Say("x", login, "/unblock").State("x");

        (state.Ledger.Blocker is null).Should().Be(may);
        state.Ledger.Refusals.IsEmpty.Should().Be(may);
    }

    [Fact]
    public void Who_blocked_lifts_the_own_blocks_and_an_owner_all()
    {
        var scene = Scene().Say("x", "ann", "/block one").Say("x", "rr", "/block two").Say("x", "ann", "/unblock");
        scene.State("x").Ledger.Blocker!.Text.Should().Be("two");
        scene.Say("x", "ann", "/block three").Say("x", "zev", "/unblock").State("x").Ledger.Blocker.Should().BeNull();
    }

    [Fact]
    public void An_objection_stands_until_that_person_takes_it_back()
    {
        var scene = Scene().Say("x", "kate", "/object not tested").Say("x", "zev", "/undo").Say("x", "zev", "/unblock").Say("x", "zev", "/done");
        scene.State("x").Ledger.Objection.Should().BeEquivalentTo(new { Actor = Person("kate"), Text = "not tested" });
        scene.Say("x", "kate", "/undo").State("x").Ledger.Objection.Should().BeNull();
    }

    [Fact]
    public void Several_commands_of_a_comment_run_in_order() =>
        Scene().Say("x", "zev", "/start\n/block it fails\r\n/unblock\n\n/done at last").State("x").Should().BeEquivalentTo(new { Status = ItemStatus.Done, Ledger = new { Words = new[] { new { Text = "" }, new { Text = "at last" } } } });

    [Theory]
    [InlineData("kate", "/accept 2026-03-01 all were there, minutes #12")]
    [InlineData("rr", "/accept 4/5 2026-03-01 all, http://minutes.example/1")]
    [InlineData("rr", "/accept all, on 2026-03-01 (acme/widgets#12)")]
    public void The_receiver_accepts_what_the_giver_has_asked_for(string login, string text)
    {
        var state = Scene().Say("#build", "zev", "/done").Say("#build", login, text).State("#build");

        state.Status.Should().Be(ItemStatus.Done);
        state.Acceptance!.Actor.Login.Should().Be(login);
    }

    [Theory]
    [InlineData("/accept", "the date of the meeting (2026-01-12) and who was there and a link to its minutes (an address, or an issue such as #12)")]
    [InlineData("/accept 5/5", "the date of the meeting (2026-01-12) and who was there and a link to its minutes (an address, or an issue such as #12)")]
    [InlineData("/accept 5/5 2026-03-01", "who was there and a link to its minutes (an address, or an issue such as #12)")]
    [InlineData("/accept 2026-03-01 https://minutes.example/1", "who was there")]
    [InlineData("/accept ... ---", "the date of the meeting (2026-01-12) and who was there and a link to its minutes (an address, or an issue such as #12)")]
    [InlineData("/accept met on Monday, all were there", "the date of the meeting (2026-01-12) and a link to its minutes (an address, or an issue such as #12)")]
    [InlineData("/accept 2026-03-01 all were there", "a link to its minutes (an address, or an issue such as #12)")]
    [InlineData("/accept all were there, http:// #x https:/minutes 2026-3-1", "the date of the meeting (2026-01-12) and a link to its minutes (an address, or an issue such as #12)")]
    [InlineData("/accept all were there #12", "the date of the meeting (2026-01-12)")]
    public void A_note_of_a_meeting_says_when_and_who_and_where_the_minutes_are(string text, string lacks)
    {
        var state = Scene().Say("#build", "zev", "/done").Say("#build", "kate", text).State("#build");

        state.Acceptance.Should().BeNull();
        state.Ledger.Refusals.Should().ContainSingle().Which.Text.Should()
            .Be($"This hand-off takes a meeting, and the note of it lacks {lacks}. Say it all in one line, such as: /accept 4/5 2026-01-12 Ann and Ben, minutes https://minutes.example/12");
    }

    [Theory]
    [InlineData("/accept 6/5 all were there", "A score is 0/5 to 5/5: /accept [n/5] note.")]
    [InlineData("/accept 4,5/5 all were there", "A score is 0/5 to 5/5: /accept [n/5] note.")]
    [InlineData("/accept 9/10 all were there", "A score is 0/5 to 5/5: /accept [n/5] note.")]
    public void A_score_is_of_five(string text, string expected)
    {
        var state = Scene().Say("#build", "zev", "/done").Say("#build", "kate", text).State("#build");

        state.Acceptance.Should().BeNull();
        state.Status.Should().Be(ItemStatus.InProgress);
        state.Ledger.Refusals.Should().ContainSingle().Which.Text.Should().Be(expected);
    }

    [Fact]
    public void What_is_noted_at_acceptance_is_kept_as_data()
    {
        var acceptance = Scene().Say("#build", "zev", "/done").Say("#build", "kate", "/accept 4/5 2026-03-01: Zev, Kate and RR, of 3/12 points one is open; minutes <https://minutes.example/1>.").State("#build").Acceptance!;

        acceptance.Score.Should().Be(4);
        acceptance.Note.Should().Be(new VegaGate.Gate.MeetingNote(new DateOnly(2026, 3, 1), "https://minutes.example/1", "Zev, Kate and RR, of 3/12 points one is open; minutes"));
        acceptance.Text.Should().StartWith("4/5 2026-03-01: ", "what was said stays as it was said");
    }

    [Fact]
    public void Who_is_on_both_sides_does_not_accept_alone_what_they_gave()
    {
        var both = () => new GateScene(ValidList.Parse(
            """
            checklist: list
            title: A list
            people: { zev: { name: Zev, github: zev }, rr: { name: RR, github: rr }, kate: { name: Kate, github: kate } }
            teams: { dev: { name: Dev, members: [zev, rr] }, ops: { name: Ops, members: [rr, kate] } }
            phases: [{ id: build, title: Build, owners: dev, items: [{ id: x, title: Do it }], handoff: { to: ops } }]
            """));

        both().Say("#build", "rr", "/done").Say("#build", "rr", "/accept").State("#build").Should().BeEquivalentTo(new
        {
            Acceptance = (VegaGate.Gate.Acceptance?)null,
            Status = ItemStatus.InProgress,
            Ledger = new { Refusals = new[] { new { Text = "rr has asked for this acceptance, and cannot give it too: somebody else of Ops (rr, kate) accepts, or another of Dev (zev, rr) asks as well." } } },
        });
        both().Say("#build", "rr", "/done").Say("#build", "kate", "/accept").State("#build").Status.Should().Be(ItemStatus.Done);
        both().Say("#build", "zev", "/done").Say("#build", "rr", "/accept").State("#build").Status.Should().Be(ItemStatus.Done, "somebody else gave it");
        both().Say("#build", "zev", "/done").Say("#build", "rr", "/done").Say("#build", "rr", "/accept").State("#build").Status.Should().Be(ItemStatus.Done);
        both().Say("#build", "zev", "/done").Say("#build", "rr", "/done").Say("#build", "rr", "/accept").Say("#build", "zev", "/undo").State("#build").Status.Should().Be(ItemStatus.InProgress, "the other's request is gone");
    }

    [Theory]
    [InlineData("/accept")]
    [InlineData("/accept 5/5")]
    public void Another_hand_off_is(string text) => Scene().Say("#run", "kate", "/done").Say("#run", "rr", text).State("#run").Acceptance.Should().NotBeNull();

    [Fact]
    public void Nobody_else_accepts()
    {
        Scene().Say("#build", "zev", "/done").Say("#build", "zev", "/accept 2026-03-01 all were there, minutes #12").State("#build").Ledger.Refusals.Should().ContainSingle()
            .Which.Text.Should().Be("zev does not receive list/#handoff/build; it is accepted by Kate (kate) or RR (rr).");
        Scene().Say("#build", "zev", "/done").Say("#build", "ann", "/accept 2026-03-01 all were there, minutes #12").State("#build").Acceptance.Should().BeNull();
    }

    [Fact]
    public void Nobody_accepts_before_the_giver_asks()
    {
        var scene = Scene().Say("#build", "kate", "/accept 2026-03-01 all were there, minutes #12");
        scene.State("#build").Ledger.Refusals.Should().ContainSingle().Which.Text.Should().Be("Zev (zev) has not asked for acceptance yet: that is /done on list/#handoff/build.");
        scene.Say("#build", "zev", "/done").State("#build").Acceptance.Should().BeNull();
    }

    [Fact]
    public void An_acceptance_does_not_outlive_the_request_or_the_text()
    {
        var accepted = () => Scene().Say("#build", "zev", "/done").Say("#build", "kate", "/accept 2026-03-01 all were there, minutes #12");
        accepted().Say("#build", "zev", "/undo").State("#build").Status.Should().Be(ItemStatus.Todo);
        accepted().Say("#build", "kate", "/undo").State("#build").Status.Should().Be(ItemStatus.InProgress);
        accepted().TextChanges("#build").State("#build").Status.Should().Be(ItemStatus.Todo);
        accepted().TextChanges("#build").Say("#build", "zev", "/done").State("#build").Status.Should().Be(ItemStatus.InProgress);
        accepted().TextChanges("#build").Say("#build", "kate", "/accept 2026-03-01 all were there, minutes #12").Say("#build", "zev", "/done").State("#build").Acceptance.Should().BeNull("it was given before anybody asked for this text");
    }

    [Fact]
    public void A_giver_who_asks_again_or_closes_the_issue_takes_no_acceptance_back()
    {
        var scene = Scene().Say("#build", "zev", "/done").Say("#build", "kate", "/accept 2026-03-01 all were there, minutes #12").Close("#build", Person("zev"), CloseReason.Completed);

        scene.State("#build").Status.Should().Be(ItemStatus.Done);
        scene.Say("#build", "zev", "/undo").State("#build").Status.Should().Be(ItemStatus.Todo);
    }

    private static GateScene Scene() => new(ValidList.Parse(Phases));
}
