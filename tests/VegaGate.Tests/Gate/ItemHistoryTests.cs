using VegaGate.Tracking;

namespace VegaGate.Tests.Gate;

/// <summary>The audit trail is what the resolver itself did with each entry.</summary>
public sealed class ItemHistoryTests
{
    private static readonly Actor Robot = new("robot[bot]", 9, IsBot: true);

    [Fact]
    public void Every_word_that_counted_is_told_with_who_when_and_what()
    {
        var scene = GateScene.OneItem()
            .Say("x", "zev", "/start").Say("x", "ann", "/block high It hangs.").Say("x", "zev", "/unblock").Say("x", "kate", "/waive 2999-12-31 Later.")
            .Say("x", "kate", "/na Not here.").Say("x", "rr", "/na Not at all.").Say("x", "rr", "/object Wait.").Say("x", "rr", "/undo").Say("x", "zev", "/done See the log.");

        Told(scene).Should().Equal(
            "zev /start Counted: is at it (stands)",
            "ann /block Counted: blocks it (high): It hangs. (gone)",
            "zev /unblock Counted: lifts the block of 2026-03-01T09:02:00Z by ann",
            "kate /waive Counted: waives it until 2999-12-31: Later. (stands)",
            "kate /na Counted: says that it does not apply: Not here. (stands)",
            "rr /na Counted: says that it does not apply: Not at all. (stands)",
            "rr /object Counted: objects: Wait. (gone)",
            "rr /undo Counted: takes back the objection of 2026-03-01T09:07:00Z by rr",
            "zev /done Counted: signs off: See the log. (stands)");
        scene.History("x").Entries.Select(entry => entry.At).Should().BeInAscendingOrder().And.StartWith(GateScene.Start.AddMinutes(1));
    }

    [Fact]
    public void Closings_are_told_apart()
    {
        var scene = GateScene.OneItem()
            .Close("x", GateScene.Person("zev")).Reopen("x", GateScene.Person("zev")).Reopen("x", GateScene.Person("rr")).Reopen("x", GateScene.Person("mallory"))
            .Close("x", GateScene.Person("mallory")).Close("x", Robot).Close("x", GateScene.Person("zev"), commit: "0123456789abcdef").Close("x", GateScene.Person("zev"), byApp: true)
            .Close("x", GateScene.Person("zev"), CloseReason.NotPlanned).Close("x", null).Close("x", GateScene.Ours).Reopen("x", GateScene.Ours);

        Told(scene).Should().Equal(
            "zev closed as completed Counted: signs off (gone)",
            "zev reopened Counted: takes back the sign-off of 2026-03-01T09:01:00Z by zev",
            "rr reopened Ignored: rr had said nothing that could be taken back",
            "mallory reopened Ignored: mallory does not own it, and so takes nothing back",
            "mallory closed as completed Refused: mallory does not own list/x; it can be signed off by Zev (zev) or RR (rr).",
            "robot[bot] closed as completed Refused: robot[bot] does not own list/x; it can be signed off by Zev (zev) or RR (rr).",
            "zev closed as completed Ignored: a commit message closed it (0123456), and that is no sign-off",
            "zev closed as completed Ignored: an app did it, and an app has no word",
            "zev closed as not planned Ignored: only closing as completed is a sign-off",
            "nobody closed as completed Ignored: the account is gone, and nobody can say whose word it was",
            "vegagate[bot] closed as completed Shown: shows where the item stands, and says nothing",
            "vegagate[bot] reopened Shown: shows where the item stands, and says nothing");
    }

    [Fact]
    public void Edited_comments_and_those_of_apps_are_told_and_talk_is_not()
    {
        var scene = GateScene.OneItem()
            .Happens("x", at => new Commented(GateScene.Person("zev"), at, 1, "/done", IsEdited: true))
            .Happens("x", at => new Commented(GateScene.Person("zev"), at, 1, "/object so what\n/done", IsEdited: true))
            .Happens("x", at => new Commented(GateScene.Person("zev"), at, 2, "/done", IsEdited: false) { ByApp = true })
            .Happens("x", at => new Commented(null, at, 3, "/done", IsEdited: false))
            .Happens("x", at => new Commented(null, at, 3, "Hello.", IsEdited: false))
            .Say("x", "zev", "I am looking at it.").Say("x", "zev", "/help").Say("x", "zev", "/deploy now").Say("x", GateScene.Ours, "/done");

        Told(scene).Should().Equal(
            "zev commented Ignored: the comment was edited, and nobody can tell what it said when it was sent",
            "zev /object Counted: objects: so what (stands)",
            "zev commented Ignored: an app wrote it, and an app has no word",
            "nobody commented Ignored: the account is gone, and nobody can say whose word it was");
    }

    [Fact]
    public void Each_command_of_a_comment_is_told_and_a_refusal_with_its_reason() =>
        Told(GateScene.OneItem().Say("x", "zev", "/start\n/done\n/dome\n/unblock")).Should().Equal(
            "zev /start Counted: is at it (stands)",
            "zev /done Counted: signs off (stands)",
            "zev /dome Refused: There is no command /dome; did you mean /done? /help tells you what you may do here.",
            "zev /unblock Refused: list/x is not blocked.");

    [Fact]
    public void A_second_sign_off_replaces_the_first() => Told(GateScene.OneItem().Say("x", "zev", "/done").Say("x", "zev", "/done now really")).Should().Equal(
        "zev /done Counted: signs off (gone)", "zev /done Counted: signs off: now really (again, after 2026-03-01T09:01:00Z) (stands)");

    [Fact]
    public void What_was_said_of_an_earlier_text_stands_no_more_and_its_text_is_not_known()
    {
        var entries = GateScene.OneItem().Say("x", "zev", "/done").TextChanges("x").Say("x", "rr", "/done").History("x").Entries;

        entries.Select(entry => (entry.Text is null, entry.Stands)).Should().Equal((true, false), (false, true));
        entries[1].Text.Should().MatchRegex("^[0-9a-f]{16}$");
    }

    [Fact]
    public void The_history_ends_in_the_state_that_the_resolver_gives()
    {
        var scene = GateScene.OneItem(", sign-off: all").Say("x", "zev", "/done").Say("x", "kate", "/waive 2999-12-31 Later.").Say("x", "rr", "/block It hangs.");

        var history = scene.History("x");

        history.Entries.Where(entry => entry.Stands == true).SelectMany(entry => entry.Said).Should().Equal(history.State.Ledger.Words);
    }

    private static IEnumerable<string> Told(GateScene scene) => scene.History("x").Entries.Select(entry =>
        $"{entry.Actor?.Login ?? "nobody"} {entry.Act} {entry.Outcome}: {entry.Sentence}{entry.Stands switch { true => " (stands)", false => " (gone)", null => "" }}");
}
