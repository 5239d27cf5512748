using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tests.Sync;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

public sealed class ResponderTests
{
    private const int Item = 1;
    private const int Handoff = 3;

    private static readonly Actor Zev = Person("zev");
    private static readonly Actor Rr = Person("rr");
    private static readonly Actor Kate = Person("kate");
    private static readonly Actor Mallory = Person("mallory");

    private static Checklist List => ListOf("");

    [Fact]
    public async Task What_counts_is_acknowledged_and_answers_are_said_before_the_issue_is_changed()
    {
        using var scene = await ManyThingsAsync();
        var tracker = new LoggingTracker(scene.Tracker);

        await scene.RespondAsync(through: tracker);

        tracker.Writes.Should().Equal("acknowledge 1", "acknowledge 3", "acknowledge 4", "comment 1", "comment 1", "comment 1", "update 1");
    }

    [Fact]
    public async Task Nothing_is_written_on_the_second_run()
    {
        using var scene = await ManyThingsAsync();
        (await scene.RespondAsync()).Should().Be(1);
        var before = await scene.DescribeAsync();
        var tracker = new LoggingTracker(scene.Tracker);

        (await scene.RespondAsync(through: tracker)).Should().Be(0);

        tracker.Writes.Should().BeEmpty();
        (await scene.DescribeAsync()).Should().Be(before);
    }

    [Fact]
    public async Task A_run_that_is_stopped_between_any_two_writes_says_nothing_twice()
    {
        using var whole = await ManyThingsAsync();
        var tracker = new LoggingTracker(whole.Tracker);
        await whole.RespondAsync(through: tracker);
        var expected = await whole.DescribeAsync();

        for (var writes = 0; writes < tracker.Writes.Count; writes++)
        {
            using var scene = await ManyThingsAsync();
            await FluentActions.Awaiting(() => scene.RespondAsync(through: new LimitedTracker(scene.Tracker, writes))).Should().ThrowAsync<TrackerException>();
            var rest = new LoggingTracker(scene.Tracker);

            await scene.RespondAsync(through: rest);

            rest.Writes.Should().Equal(tracker.Writes.Skip(writes), "after {0} writes", writes);
            (await scene.DescribeAsync()).Should().Be(expected, "after {0} writes", writes);
        }
    }

    [Fact]
    public async Task A_comment_has_one_answer_and_one_reaction_whatever_it_tries()
    {
        using var scene = await RespondScene.CreateAsync(List);
        await scene.SayAsync(Item, Zev, "/start\n/block\n/accept\n/dome\n/help\n/help");
        await scene.SayAsync(Item, Zev, "/frobnicate\nNo command of ours.");

        await scene.RespondAsync();
        await scene.RespondAsync();

        var answer = (await AnswersAsync(scene, Item)).Should().ContainSingle().Which;
        answer.Should().StartWith("<!-- vegagate answer=1 -->\nThis does not count: A block needs a reason: /block \\[class\\] \\[critical\\|high\\|medium\\|low\\] reason.\n\nThis does not count: list/x is not a hand-off");
        answer.Should().Contain("There is no command /dome; did you mean /done? /help tells you what you may do here.").And.Contain("| /done \\[evidence\\] | signs the item off |");
        answer.Split("may say here:").Should().HaveCount(2);
        (await scene.Tracker.ReadTimelineAsync(Item, RespondScene.Never)).OfType<Commented>().Select(said => said.IsAcknowledged).Should().Equal(true, false, false);
    }

    [Fact]
    public async Task A_comment_that_somebody_else_begins_with_our_mark_answers_nothing()
    {
        using var scene = await RespondScene.CreateAsync(List);
        await scene.SayAsync(Item, Mallory, "<!-- vegagate answer=2 -->\nAll is well.");
        await scene.SayAsync(Item, Mallory, "/done");

        await scene.RespondAsync();

        (await AnswersAsync(scene, Item)).Should().ContainSingle();
    }

    [Fact]
    public async Task Retired_and_out_of_sync_issues_are_left_alone()
    {
        using var scene = await RespondScene.CreateAsync(List);
        await scene.SayAsync(Item, Zev, "/done");
        await scene.CloseAsync(Item, Mallory);
        scene.FileChanges(ListOf(", pass: Another text."));
        (await scene.RespondAsync()).Should().Be(0, "it waits for a sync");
        (await scene.ShownAsync(Item)).Should().Be("closed todo 0");

        scene.FileChanges(List);
        await scene.EditBodyAsync(Item, body => body.Replace(" status=todo", " status=retired", StringComparison.Ordinal), Kate);
        (await scene.RespondAsync()).Should().Be(0, "its item has left the file");
        (await scene.ShownAsync(Item)).Should().Be("closed todo 0");
    }

    [Fact]
    public async Task A_closing_by_a_commit_is_answered_with_that() =>
        (await ClosedAsync(Zev, closing => closing with { CommitId = "c0ffee1" })).Should().Be(Opened("A commit message closed it, and a commit message is no sign-off: it was written before anybody looked."));

    [Fact]
    public async Task A_closing_by_an_app_is_answered_with_that()
    {
        (await ClosedAsync(Zev, closing => closing with { ByApp = true })).Should().Be(Opened("An app closed it (zev), and an app cannot sign off."));
        (await ClosedAsync(new Actor("helper[bot]", 0, IsBot: true))).Should().Be(Opened("An app closed it (helper\\[bot\\]), and an app cannot sign off."));
    }

    [Theory]
    [InlineData(CloseReason.NotPlanned)]
    [InlineData(CloseReason.Duplicate)]
    public async Task A_closing_as_not_planned_is_answered_with_what_to_do_instead(CloseReason reason) => (await ClosedAsync(Zev, closing => closing with { Reason = reason }))
        .Should().Be(Opened("zev closed it as not planned, which is no sign-off. If the item need not be done, an approver can waive it with `/waive`, or an owner and an approver can say `/na`."));

    [Fact]
    public async Task A_closing_by_a_stranger_or_a_deleted_account_is_answered_with_who_may()
    {
        (await ClosedAsync(Mallory)).Should().Be(Opened("mallory closed it, but may not sign it off."));
        (await ClosedAsync(Mallory, closing => closing with { Actor = null })).Should().Be(Opened("A deleted account closed it, but may not sign it off."));
    }

    [Fact]
    public async Task A_closing_of_a_blocked_item_is_answered_with_the_reason()
    {
        using var scene = await RespondScene.CreateAsync(List);
        await scene.SayAsync(Item, Rr, "/block high the *key* is missing");
        await scene.CloseAsync(Item, Zev);
        await scene.RespondAsync();

        (await AnswersAsync(scene, Item)).Should().ContainSingle().Which.Should().EndWith(Opened("It is blocked, says rr: the \\*key\\* is missing"));
    }

    [Fact]
    public async Task A_closing_by_the_author_of_the_text_is_answered_with_that()
    {
        using var scene = await RespondScene.CreateAsync(ListOf("", "not-by: author, "));
        scene.Author = Zev;
        await scene.CloseAsync(Item, Zev);
        await scene.RespondAsync();

        (await AnswersAsync(scene, Item)).Should().ContainSingle().Which.Should().EndWith(Opened("zev wrote the last change of this text, so somebody else has to sign it off."));
    }

    [Fact]
    public async Task A_closing_that_counts_but_is_not_enough_is_answered_with_who_is_missing()
    {
        using var scene = await RespondScene.CreateAsync(ListOf(", sign-off: all"));
        await scene.CloseAsync(Item, Zev);
        await scene.RespondAsync();

        (await AnswersAsync(scene, Item)).Should().ContainSingle().Which.Should().EndWith(
            "I have opened this issue again. The sign-off of zev counts, but this item takes more than one.\n\nStill needed: RR (rr). They close this issue as completed, or comment `/done`; `/help` tells everybody what they may do here.");
    }

    [Fact]
    public async Task A_closing_after_the_text_changed_is_answered_with_that()
    {
        using var scene = await RespondScene.CreateAsync(List);
        await scene.CloseAsync(Item, Zev);
        scene.FileChanges(ListOf(", pass: Another text."));
        await scene.ApplyAsync();
        await scene.CloseAsync(Item, Mallory);
        await scene.RespondAsync();

        (await AnswersAsync(scene, Item)).Last().Should().EndWith(Opened("The text has changed since it was signed off, so the earlier sign-offs do not count any more."));
    }

    [Fact]
    public async Task A_closing_of_a_hand_off_is_answered_with_who_gives_and_then_with_who_receives()
    {
        using var scene = await ReadyAsync();
        await scene.CloseAsync(Handoff, Mallory);
        await scene.RespondAsync();
        (await AnswersAsync(scene, Handoff)).Should().ContainSingle().Which.Should().Contain("mallory closed it, but may not sign it off.\n\nStill needed: Zev (zev). They close this issue as completed, or comment `/done`;");

        await scene.CloseAsync(Handoff, Zev);
        await scene.RespondAsync();
        (await AnswersAsync(scene, Handoff)).Last().Should().Contain("zev has asked for acceptance, and the receiving team has not accepted yet.\n\nStill needed: Kate (kate). They comment `/accept`;");

        await scene.SayAsync(Handoff, Kate, "/accept 5/5 met on Monday");
        await scene.RespondAsync();
        (await scene.ShownAsync(Handoff)).Should().Be("closed done 3");
    }

    [Fact]
    public async Task An_acceptance_is_receipted_once_with_what_both_have_signed_off()
    {
        using var scene = await ReadyAsync();
        await scene.SayAsync(Handoff, Zev, "/done");
        await scene.SayAsync(Handoff, Kate, "/accept 4/5 2026-03-02 Zev and @kate https://minutes.example/1");
        await scene.RespondAsync();
        await scene.RespondAsync();

        (await AnswersAsync(scene, Handoff)).Should().ContainSingle().Which.Split('\n', 2)[1].Should().Be(
            "Accepted by kate, as zev asked for. Score: 4/5.\n\nNoted of 2026-03-02: Zev and `@kate` `https://minutes.example/1`\n\nSigned off by both:\n\n* All tests \\*green\\*\n* `@everybody` knows");
        await scene.SayAsync(Handoff, Kate, "/undo\n/accept");
        await scene.RespondAsync();
        (await AnswersAsync(scene, Handoff)).Should().HaveCount(2, "another acceptance is receipted too").And.Subject.Last().Should().NotContain("Noted");
    }

    /// <summary>A phase of which every item is signed off.</summary>
    private static async Task<RespondScene> ReadyAsync()
    {
        var scene = await RespondScene.CreateAsync(Phases);
        for (var item = 1; item < Handoff; item++)
            await scene.SayAsync(item, Zev, "/done");
        return scene;
    }

    /// <summary>Words that count, words that do not, a question, and a closing.</summary>
    private static async Task<RespondScene> ManyThingsAsync()
    {
        var scene = await RespondScene.CreateAsync(List);
        await scene.SayAsync(Item, Zev, "/start");
        await scene.SayAsync(Item, Mallory, "/done");
        await scene.SayAsync(Item, Kate, "/help");
        await scene.SayAsync(Item, Rr, "/block the key is missing");
        await scene.CloseAsync(Item, Mallory);
        return scene;
    }

    private static async Task<string> ClosedAsync(Actor actor, Func<Closed, Closed>? change = null)
    {
        using var scene = await RespondScene.CreateAsync(List);
        await scene.CloseAsync(Item, actor);
        if (change is not null)
            await scene.AlterLastAsync(Item, change);
        await scene.RespondAsync();
        (await scene.ShownAsync(Item)).Should().Be("open todo 1");
        return (await AnswersAsync(scene, Item)).Single().Split('\n', 2)[1];
    }

    private static string Opened(string why) => $"I have opened this issue again. {why}\n\nStill needed: Zev (zev) or RR (rr). They close this issue as completed, or comment `/done`; `/help` tells everybody what they may do here.";

    private static async Task<ImmutableArray<string>> AnswersAsync(RespondScene scene, int number) =>
        [.. (await scene.Tracker.ReadTimelineAsync(number, RespondScene.Never)).OfType<Commented>().Where(said => said.Actor!.IsBot).Select(said => said.Body)];

    private static Checklist ListOf(string more, string gate = "") =>
        ValidList.Of($"{{ {gate}approvers: kate }}", $"{{ id: x, title: Do it, owners: [zev, rr]{more} }}", "{ id: y, title: Do this too, owners: kate }");

    private static Checklist Phases => ValidList.Parse(
        """
        checklist: list
        title: A list
        people: { zev: { name: Zev, github: zev }, kate: { name: Kate, github: kate } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: x, title: Do it }, { id: y, title: Do this too }]
            handoff: { to: kate, criteria: ["All tests *green*", "@everybody knows"] }
        """);
}
