using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

public sealed class ItemStateResolverTests
{
    [Fact]
    public void Nothing_said_is_todo() => Status(OneItem()).Should().Be(ItemStatus.Todo);

    [Theory]
    [InlineData("/start", ItemStatus.InProgress)]
    [InlineData("/done", ItemStatus.Done)]
    [InlineData("/block it is broken", ItemStatus.Blocked)]
    [InlineData("/start\n/done", ItemStatus.Done)]
    [InlineData("/done\n/block late doubt", ItemStatus.Blocked)]
    [InlineData("/block doubt\n/unblock\n/done", ItemStatus.Done)]
    [InlineData("/start\n/undo", ItemStatus.Todo)]
    [InlineData("/done\n/undo", ItemStatus.Todo)]
    [InlineData("/start\n/done\n/undo", ItemStatus.InProgress)]
    [InlineData("/done\n/undo\n/undo", ItemStatus.Todo)]
    [InlineData("/object not so", ItemStatus.Todo)]
    [InlineData("/dance", ItemStatus.Todo)]
    [InlineData("/help", ItemStatus.Todo)]
    public void Words_of_an_owner_make_the_status(string comment, ItemStatus expected) => Status(OneItem().Say("x", "zev", comment)).Should().Be(expected);

    [Fact]
    public void The_first_sign_off_of_several_is_in_progress()
    {
        var scene = OneItem(", sign-off: all").Say("x", "zev", "/done");
        Status(scene).Should().Be(ItemStatus.InProgress);
        Status(scene.Say("x", "rr", "/done")).Should().Be(ItemStatus.Done);
    }

    [Fact]
    public void An_owner_who_closes_as_completed_signs_off() => Status(OneItem().Close("x", Person("ZEV"))).Should().Be(ItemStatus.Done);

    [Fact]
    public void Who_else_closes_does_not_sign_off()
    {
        Status(OneItem().Close("x", Person("ann"))).Should().Be(ItemStatus.Todo);
        Status(OneItem().Close("x", Person("stranger"))).Should().Be(ItemStatus.Todo);
        Status(OneItem().Close("x", null)).Should().Be(ItemStatus.Todo);
        Status(OneItem().Close("x", new Actor("zev", 0, IsBot: true))).Should().Be(ItemStatus.Todo);
        Status(OneItem().Close("x", Ours)).Should().Be(ItemStatus.Todo);
    }

    [Theory]
    [InlineData(CloseReason.NotPlanned, null, false)]
    [InlineData(CloseReason.Duplicate, null, false)]
    [InlineData(null, null, false)]
    [InlineData(CloseReason.Completed, "c0ffee1", false)]
    [InlineData(CloseReason.Completed, null, true)]
    public void An_owner_who_closes_in_another_way_does_not_sign_off(CloseReason? reason, string? commit, bool byApp) =>
        Status(OneItem().Close("x", Person("zev"), reason, commit, byApp)).Should().Be(ItemStatus.Todo);

    [Fact]
    public void Comments_of_bots_apps_and_ourselves_say_nothing()
    {
        Status(OneItem().Say("x", new Actor("zev", 0, IsBot: true), "/done")).Should().Be(ItemStatus.Todo);
        Status(OneItem().Say("x", Ours, "/done")).Should().Be(ItemStatus.Todo);
        Status(OneItem().Happens("x", at => new Commented(null, at, 1, "/done", IsEdited: false))).Should().Be(ItemStatus.Todo);
        Status(OneItem().Happens("x", at => new Commented(Person("zev"), at, 1, "/done", IsEdited: false) { ByApp = true })).Should().Be(ItemStatus.Todo);
    }

    /// <summary>Nobody can tell what it said when it was sent: so it can hold, and lets nothing go.</summary>
    [Theory]
    [InlineData("", "/done", ReasonCode.Open)]
    [InlineData("", "/waive 2026-12-31 later", ReasonCode.Open)]
    [InlineData("/done", "/undo", ReasonCode.Open)]
    [InlineData("/done", "/object not like this", ReasonCode.Objection)]
    [InlineData("/done", "/block it rains\n/unblock\n/done", ReasonCode.Blocked)]
    [InlineData("/done\n/object not like this", "/undo", ReasonCode.Objection)]
    [InlineData("/done\n/block it rains", "/unblock", ReasonCode.Blocked)]
    [InlineData("/done\n/block it rains", "/undo\n/undo", ReasonCode.Blocked)]
    [InlineData("/done", "I have looked again, and it is /object", ReasonCode.SignedOff)]
    public void An_edited_comment_holds_what_it_holds_and_lets_nothing_go(string said, string edited, ReasonCode reason) =>
        OneItem().Say("x", "zev", said).Happens("x", at => new Commented(Person("zev"), at, 2, edited, IsEdited: true)).Ask().Reason.Should().Be(reason);

    [Fact]
    public void An_edited_comment_of_a_stranger_or_an_app_holds_nothing()
    {
        OneItem().Say("x", "zev", "/done").Happens("x", at => new Commented(Person("mallory"), at, 2, "/object\n/undo\n/block", IsEdited: true)).Ask().Holds.Should().BeFalse();
        OneItem().Say("x", "zev", "/done").Happens("x", at => new Commented(Person("zev"), at, 2, "/object", IsEdited: true) { ByApp = true }).Ask().Holds.Should().BeFalse();
    }

    [Fact]
    public void What_we_project_is_neutral()
    {
        var scene = OneItem().Say("x", "zev", "/done").Close("x", Ours);
        Status(scene).Should().Be(ItemStatus.Done);
        Status(scene.Reopen("x", Ours)).Should().Be(ItemStatus.Done);
        scene.State("x").LastClosing.Should().BeNull();
    }

    [Fact]
    public void An_owner_who_reopens_takes_the_own_last_word_back()
    {
        Status(OneItem().Close("x", Person("zev")).Reopen("x", Person("zev"))).Should().Be(ItemStatus.Todo);
        Status(OneItem().Say("x", "zev", "/done").Close("x", Ours).Reopen("x", Person("zev"))).Should().Be(ItemStatus.Todo);
    }

    [Fact]
    public void Who_reopens_cannot_take_back_the_word_of_another()
    {
        Status(OneItem().Close("x", Person("zev")).Reopen("x", Person("rr"))).Should().Be(ItemStatus.Done);
        Status(OneItem().Close("x", Person("zev")).Reopen("x", Person("ann"))).Should().Be(ItemStatus.Done);
        Status(OneItem().Close("x", Person("zev")).Reopen("x", Person("zev"), byApp: true)).Should().Be(ItemStatus.Done);
    }

    [Fact]
    public void Undo_takes_the_own_last_word_back_and_no_other()
    {
        var scene = OneItem(", sign-off: all").Say("x", "zev", "/done").Say("x", "rr", "/done").Say("x", "ann", "/undo");
        Status(scene).Should().Be(ItemStatus.Done);
        scene.State("x").Ledger.Refusals.Should().ContainSingle().Which.Text.Should().StartWith("ann has said nothing");
        scene.Say("x", "zev", "/undo").State("x").SignOffs.Select(signOff => signOff.Actor.Login).Should().Equal("rr");
    }

    [Fact]
    public void Saying_it_twice_is_saying_it_once()
    {
        var scene = OneItem(", sign-off: 2").Say("x", "zev", "/done").Say("x", "ZEV", "/done").Close("x", Person("zev"));
        scene.State("x").SignOffs.Should().ContainSingle();
        Status(scene).Should().Be(ItemStatus.InProgress);
        Status(scene.Say("x", "zev", "/undo")).Should().Be(ItemStatus.Todo);
    }

    [Fact]
    public void Evidence_is_kept_with_the_sign_off() => OneItem().Say("x", "zev", "/done see the log").State("x").SignOffs.Single().Text.Should().Be("see the log");

    [Fact]
    public void A_sign_off_counts_from_the_moment_in_which_the_issue_was_made() =>
        OneItem().Mark("x", marker => marker).Say("x", "zev", "/done").State("x").SignOffs.Should().ContainSingle();

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_sign_off_stands_only_if_it_is_younger_than_the_text(int ticks, int standing)
    {
        var scene = OneItem().Say("x", "zev", "/done");
        scene.Mark("x", marker => marker with { Since = scene.Now - TimeSpan.FromTicks(ticks) });
        var state = scene.State("x");

        (state.SignOffs.Length, state.Void.Length).Should().Be((standing, 1 - standing));
    }

    [Fact]
    public void A_void_sign_off_can_be_given_anew()
    {
        var scene = OneItem().Say("x", "zev", "/done").TextChanges("x");
        Status(scene).Should().Be(ItemStatus.Todo);
        Status(scene.Say("x", "zev", "/done")).Should().Be(ItemStatus.Done);
        scene.State("x").Void.Should().BeEmpty();
    }

    [Fact]
    public void Labels_prove_nothing()
    {
        var scene = OneItem();
        scene.Mark("x", marker => marker with { Status = "done" });
        Status(scene).Should().Be(ItemStatus.Todo);
    }

    private static ItemStatus Status(GateScene scene) => scene.State("x").Status;
}
