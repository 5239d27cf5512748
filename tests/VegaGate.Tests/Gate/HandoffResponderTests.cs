using System.Collections.Immutable;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

/// <summary>What the issue of a hand-off shows, and what is answered on it.</summary>
public sealed class HandoffResponderTests
{
    private const int Handoff = 3;

    private const string Phases =
        """
        checklist: list
        title: A list
        people: { zev: { name: Zev, github: zev }, kate: { name: Kate, github: kate }, rr: { name: RR, github: rr } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: x, title: Do it }, { id: y, title: Do this too }]
            handoff: { to: kate, criteria: [All is green] }
          - { id: run, title: Run, owners: rr, items: [{ id: z, title: Run it }] }

        """;

    private const string Steps = "handoff-steps: { after: [Watch it, Look back] }\n";

    private static readonly Actor Zev = Person("zev");
    private static readonly Actor Kate = Person("kate");
    private static readonly Actor Rr = Person("rr");

    [Fact]
    public async Task Whoever_asks_or_accepts_too_early_changes_nothing_and_is_told_what_is_missing()
    {
        using var scene = await RespondScene.CreateAsync(ValidList.Parse(Phases));
        await scene.SayAsync(1, Zev, "/done");
        await scene.SayAsync(Handoff, Zev, "/done");
        await scene.SayAsync(Handoff, Kate, "/accept 5/5");
        await scene.RespondAsync();
        await scene.RespondAsync();
        (await scene.ShownAsync(Handoff)).Should().Be("open todo 2");
        (await AnswersAsync(scene)).Should().Equal(
            "This does not count: The request of zev came before the phase was ready. These items have not passed: y. Once it is ready, ask again with /done.",
            "This does not count: The acceptance of kate came before the phase was ready. These items have not passed: y. Once it is ready, the giver asks with /done, and it is accepted with /accept.");

        await scene.SayAsync(2, Zev, "/done");
        await scene.RespondAsync();
        (await scene.ShownAsync(Handoff)).Should().Be("open todo 2", "what was refused does not begin to count");
        await scene.SayAsync(Handoff, Zev, "/done");
        await scene.SayAsync(Handoff, Kate, "/accept");
        await scene.RespondAsync();
        (await scene.ShownAsync(Handoff)).Should().Be("closed done 3");
    }

    [Fact]
    public async Task A_giver_who_closes_it_too_early_is_answered_once()
    {
        using var scene = await RespondScene.CreateAsync(ValidList.Parse(Phases));
        await scene.CloseAsync(Handoff, Zev);
        await scene.RespondAsync();
        await scene.RespondAsync();

        (await scene.ShownAsync(Handoff)).Should().Be("open todo 1");
        (await AnswersAsync(scene)).Single().Should().Contain("These items have not passed: x, y.");
    }

    [Fact]
    public async Task A_hand_off_is_opened_again_when_an_item_is_undone_and_says_why_once()
    {
        using var scene = await AcceptedAsync(Phases);
        await scene.SayAsync(1, Zev, "/undo");
        await scene.RespondAsync();
        await scene.RespondAsync();
        (await scene.ShownAsync(Handoff)).Should().Be("open in-progress 2");
        (await AnswersAsync(scene)).Last().Should().Be(
            "kate accepted this hand-off, and it does not stand any more: 1 of 2 items of the phase have not passed. What was undone or changed since is asked for and accepted again once the phase is ready.");

        await scene.SayAsync(1, Zev, "/done");
        await scene.RespondAsync();
        (await scene.ShownAsync(Handoff)).Should().Be("open todo 2");
        await scene.SayAsync(Handoff, Zev, "/done");
        await scene.SayAsync(Handoff, Kate, "/accept 3/5");
        await scene.RespondAsync();
        (await scene.ShownAsync(Handoff)).Should().Be("closed done 3");
    }

    [Fact]
    public async Task What_follows_keeps_the_issue_open_until_either_side_closes_it()
    {
        foreach (var who in new[] { Zev, Kate })
        {
            using var scene = await AcceptedAsync(Phases + Steps);
            (await scene.ShownAsync(Handoff)).Should().Be("open in-progress 1");
            (await AnswersAsync(scene)).Single().Should().Be(
                "Accepted by kate, as zev asked for.\n\nSigned off by both:\n\n* All is green\n\nWhat follows is open:\n\n* Watch it\n* Look back\n\n"
                + "The next phase may begin. Closing this issue as completed, or `/done`, covers these steps; anybody of Zev (zev) or Kate (kate) may do that.");

            await scene.CloseAsync(Handoff, Rr);
            await scene.RespondAsync();
            (await scene.ShownAsync(Handoff)).Should().Be("open in-progress 2");
            (await AnswersAsync(scene)).Last().Should().Contain("and rr is of neither.\n\nStill needed: Zev (zev) or Kate (kate). They close this issue as completed, or comment `/done`;");

            await scene.CloseAsync(Handoff, who);
            await scene.RespondAsync();
            await scene.RespondAsync();
            (await scene.ShownAsync(Handoff)).Should().Be("closed done 3");
            (await AnswersAsync(scene)).Last().Should().MatchRegex($"^{who.Login} says that the steps after the hand-off are covered, on \\d{{4}}-\\d\\d-\\d\\d\\.$");

            await scene.SayAsync(1, Zev, "/undo");
            await scene.RespondAsync();
            (await scene.ShownAsync(Handoff)).Should().Be("open in-progress 4", "of the words that counted, none is called too early");
        }
    }

    private static async Task<RespondScene> AcceptedAsync(string list)
    {
        var scene = await RespondScene.CreateAsync(ValidList.Parse(list));
        await scene.SayAsync(1, Zev, "/done");
        await scene.SayAsync(2, Zev, "/done");
        await scene.SayAsync(Handoff, Zev, "/done");
        await scene.SayAsync(Handoff, Kate, "/accept");
        await scene.RespondAsync();
        return scene;
    }

    /// <summary>Without their hidden first lines.</summary>
    private static async Task<ImmutableArray<string>> AnswersAsync(RespondScene scene) =>
        [.. (await scene.Tracker.ReadTimelineAsync(Handoff, RespondScene.Never)).OfType<Commented>().Where(said => said.Actor!.IsBot).Select(said => said.Body.Split('\n', 2)[1])];
}
