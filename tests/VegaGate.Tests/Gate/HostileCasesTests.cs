using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

/// <summary>
/// What somebody may try. Each case ends in the gate, and in the same state whether respond runs after every event, twice, late, in another order, or only from a
/// schedule because the events were lost.
/// </summary>
public sealed class HostileCasesTests
{
    private const int Item = 1;
    private const int Other = 2;

    /// <summary>Behind the tracking issue.</summary>
    private const int Copy = 4;

    private static readonly Actor Zev = Person("zev");
    private static readonly Actor Mallory = Person("mallory");

    private static readonly ImmutableArray<HostileCase> Cases =
    [
        new("a stranger closes", ReasonCode.Open, "open todo 1") { Acts = [On(Item, scene => scene.CloseAsync(Item, Mallory))] },
        new("a stranger closes as not planned", ReasonCode.Open, "open todo 1") { Acts = [On(Item, scene => scene.CloseAsync(Item, Mallory, CloseReason.NotPlanned))] },
        new("a stranger opens an issue with a copied marker and closes it", ReasonCode.Open, "open todo 0")
        {
            Acts =
            [
                On(Copy, async scene =>
                {
                    var issue = await scene.Sync.IssueAsync(Item);
                    await scene.Sync.Tracker.ActAs(Mallory).CreateIssueAsync(new IssueDraft { Title = issue.Title, Body = issue.Body, Labels = issue.Labels }, RespondScene.Never);
                }),
                On(Copy, scene => scene.CloseAsync(Copy, Mallory)),
                On(Copy, scene => scene.SayAsync(Copy, Zev, "/done")),
            ],
        },
        new("an owner of another item closes", ReasonCode.Open, "open todo 1") { Acts = [On(Item, scene => scene.CloseAsync(Item, Person("kate")))] },
        new("a bot closes", ReasonCode.Open, "open todo 1") { Acts = [On(Item, scene => scene.CloseAsync(Item, new Actor("helper[bot]", 0, IsBot: true)))] },
        new("an app closes in an owner's name", ReasonCode.Open, "open todo 1")
        {
            Acts = [On(Item, async scene =>
            {
                await scene.CloseAsync(Item, Zev);
                await scene.AlterLastAsync<Closed>(Item, closing => closing with { ByApp = true });
            })],
        },
        new("a commit message of an owner closes", ReasonCode.Open, "open todo 1")
        {
            Acts = [On(Item, async scene =>
            {
                await scene.CloseAsync(Item, Zev);
                await scene.AlterLastAsync<Closed>(Item, closing => closing with { CommitId = "c0ffee1" });
            })],
        },
        new("a person signs off twice where two are needed", ReasonCode.SignOffIncomplete, "open in-progress 1")
        {
            More = ", sign-off: 2",
            Acts = [On(Item, scene => scene.SayAsync(Item, Zev, "/done")), On(Item, scene => scene.SayAsync(Item, Person("ZEV"), "/done again")), On(Item, scene => scene.CloseAsync(Item, Zev))],
        },
        new("a comment is edited into a command", ReasonCode.Open, "open todo 0")
        {
            Acts =
            [
                On(Item, scene => scene.SayAsync(Item, Zev, "I look at it tomorrow.")),
                On(Item, scene => scene.AlterLastAsync<Commented>(Item, comment => comment with { Body = "/done", IsEdited = true })),
            ],
        },
        new("a command in a quote", ReasonCode.Open, "open todo 0") { Acts = [On(Item, scene => scene.SayAsync(Item, Zev, "> /done\n/done\n\nDid you mean this?"))] },
        new("a command in a code block", ReasonCode.Open, "open todo 0") { Acts = [On(Item, scene => scene.SayAsync(Item, Zev, "Write this:\n\n```\n/done\n```\n\n    /done\n\n`\n/done\n`"))] },
        new("a command in an HTML comment", ReasonCode.Open, "open todo 0") { Acts = [On(Item, scene => scene.SayAsync(Item, Zev, "<!--\n/done\n-->\n\n<div>\n/done\n</div>\n\nSeen."))] },
        new("a command in what an e-mail reply quotes", ReasonCode.Open, "open todo 0")
        {
            Acts = [On(Item, scene => scene.SayAsync(Item, Zev, "Not yet.\r\n\r\nOn Sun, 1 Mar 2026 at 10:00, rr ***@***.***> wrote:\r\n\r\n> /done\r\n>\r\n> —\r\n> Reply to this email directly\r\n"))],
        },
        new("a command of 60,000 characters by a stranger", ReasonCode.Open, "open todo 1") { Acts = [On(Item, scene => scene.SayAsync(Item, Mallory, "/done " + new string('*', 60_000)))] },
        new("a word of 60,000 characters behind a slash", ReasonCode.Open, "open todo 0") { Acts = [On(Item, scene => scene.SayAsync(Item, Zev, "/" + new string('d', 60_000)))] },
        new("a reason of 60,000 characters that is quoted in an answer", ReasonCode.Blocked, "open blocked 1")
        {
            Acts = [On(Item, scene => scene.SayAsync(Item, Zev, "/block " + new string('*', 60_000))), On(Item, scene => scene.CloseAsync(Item, Mallory))],
        },
        new("500 commands in one comment by a stranger", ReasonCode.Open, "open todo 1")
        {
            Acts = [On(Item, scene => scene.SayAsync(Item, Mallory, string.Concat(Enumerable.Repeat("/done\n/waive 2030-01-01 x\n/block x\n/accept\n/na x\n", 100))))],
        },
        new("500 commands in one comment by an owner", ReasonCode.Open, "open todo 1") { Acts = [On(Item, scene => scene.SayAsync(Item, Zev, string.Concat(Enumerable.Repeat("/done\n/undo\n", 250))))] },
        new("a label status:done set by hand", ReasonCode.Open, "open todo 0")
        {
            Acts = [On(Item, scene => scene.Sync.EditAsync(Item, issue => new IssueUpdate { Labels = [.. issue.Labels.Where(label => !LabelNames.IsStatus(label)), "status:done"] }, Mallory))],
        },
        new("the author of a pull request whose file names them as owner", ReasonCode.Open, "open todo 1") { Acts = [On(Item, scene => scene.SayAsync(Item, Mallory, "/done as my pull request says"))] },
        new("an owner leaves the team", ReasonCode.Open, "open todo 2")
        {
            Owners = "crew",
            Acts =
            [
                On(Item, scene => scene.CloseAsync(Item, Zev)),
                On(null, scene =>
                {
                    scene.Members = [Person("rr")];
                    return Task.CompletedTask;
                }),
                On(Item, scene => scene.SayAsync(Item, Zev, "/done once more")),
            ],
        },
        new("a login in other case is the same account", ReasonCode.SignedOff, "closed done 0") { Acts = [On(Item, scene => scene.CloseAsync(Item, Person("ZeV")))] },
        new("a login that was given to somebody else", ReasonCode.Open, "open todo 1") { Owners = "ida", Acts = [On(Item, scene => scene.CloseAsync(Item, Person("ida", 4711)))] },
        new("an account that was renamed is still the owner", ReasonCode.SignedOff, "closed done 0") { Owners = "ida", Acts = [On(Item, scene => scene.CloseAsync(Item, Person("ida-new", 77)))] },
        new("a login that looks like an owner's", ReasonCode.Open, "open todo 1") { Acts = [On(Item, scene => scene.CloseAsync(Item, Person("z\u0435v")))] },
        new("a stranger closes and reopens within a second", ReasonCode.Open, "open todo 0") { Acts = [On(Item, scene => CloseAndReopenAsync(scene, Mallory))] },
        new("an owner closes and reopens within a second", ReasonCode.Open, "open todo 0") { Acts = [On(Item, scene => CloseAndReopenAsync(scene, Zev))] },
        new("the text changed and was not applied", ReasonCode.NotSynced, "closed done 0")
        {
            Acts = [On(Item, scene => scene.CloseAsync(Item, Zev)), On(Item, scene => Do(() => scene.FileChanges(ListOf("zev, rr", ", pass: Another text."))))],
        },
        new("the text changed and was applied", ReasonCode.SignOffVoid, "open todo 1")
        {
            Acts = [On(Item, scene => scene.CloseAsync(Item, Zev)), On(null, scene => ChangeTextAsync(scene))],
        },
        new("the marker says another item", ReasonCode.NotSynced, "closed done 0")
        {
            Acts = [On(Item, scene => scene.CloseAsync(Item, Zev)), On(Item, scene => EditMarkerAsync(scene, "id=list/x", "id=list/y"))],
        },
        new("the marker says another text", ReasonCode.NotSynced, "closed done 0")
        {
            Acts = [On(Item, scene => scene.CloseAsync(Item, Zev)), On(Item, scene => EditMarkerAsync(scene, " fp=", " fp=0"))],
        },
        new("the marker says that it is done", ReasonCode.Open, "open todo 0") { Acts = [On(Item, scene => EditMarkerAsync(scene, " status=todo", " status=done"))] },
        new("the marker is not there any more", ReasonCode.NotSynced, "open todo 0") { Acts = [On(Item, scene => EditMarkerAsync(scene, "<!-- vegagate", "<!-- nothing"))] },
        new("the marker says that the text was never changed", ReasonCode.SignOffVoid, "open todo 1")
        {
            Acts =
            [
                On(Item, scene => scene.CloseAsync(Item, Zev)),
                On(null, scene => ChangeTextAsync(scene)),
                On(Item, scene => scene.EditBodyAsync(Item, body => System.Text.RegularExpressions.Regex.Replace(body, " since=\\S+", " since=created"), Mallory)),
            ],
        },
    ];

    public static TheoryData<string> Names => [.. Cases.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_gate_holds_for_the_right_reason_and_the_issue_is_as_it_should_be(string name)
    {
        var known = Cases.Single(known => known.Name == name);
        using var scene = await SceneAsync(known);
        foreach (var act in known.Acts)
        {
            await act.Do(scene);
            await scene.RespondAsync(act.Issue);
        }

        var result = await scene.AskAsync();
        (await scene.ShownAsync(Item)).Should().Be(known.Shown);
        (await scene.ShownAsync(Other)).Should().Be("open todo 0");
        result.Reason.Should().Be(known.Reason);
        result.Holds.Should().Be(known.Reason != ReasonCode.SignedOff);
        (await scene.RespondAsync()).Should().Be(0, "everything is answered");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Events_that_are_lost_doubled_late_or_in_another_order_lead_to_the_same(string name)
    {
        var known = Cases.Single(known => known.Name == name);
        var prompt = await EndAsync(known, Enumerable.Repeat(1, known.Acts.Length), []);

        (await EndAsync(known, Enumerable.Repeat(0, known.Acts.Length), [null])).Should().Be(prompt, "the events were lost, and a schedule ran");
        (await EndAsync(known, Enumerable.Repeat(2, known.Acts.Length), [null, null])).Should().Be(prompt, "each event came twice");
        // Each event at once or late, and the late ones in every order.
        foreach (var atOnce in Enumerable.Range(0, 1 << known.Acts.Length))
        {
            var runs = known.Acts.Select((_, index) => (atOnce >> index) & 1).ToArray();
            foreach (var late in Orders([.. known.Acts.Where((_, index) => runs[index] == 0).Select(act => act.Issue)]))
                (await EndAsync(known, runs, late)).Should().Be(prompt, "runs at once: {0}; late: {1}", string.Join(' ', runs), string.Join(' ', late));
        }
    }

    private static async Task<string> EndAsync(HostileCase known, IEnumerable<int> runs, IEnumerable<int?> afterwards)
    {
        using var scene = await SceneAsync(known);
        foreach (var (act, times) in known.Acts.Zip(runs))
        {
            await act.Do(scene);
            for (var run = 0; run < times; run++)
                await scene.RespondAsync(act.Issue);
        }

        foreach (var number in afterwards)
            await scene.RespondAsync(number);
        if (known.Reason != ReasonCode.NotSynced)
            return await scene.DescribeAsync();

        // An issue that waits for a sync is left alone, with the label that it had; the sync makes it whole.
        var waiting = (await scene.AskAsync()).Reason;
        await scene.ApplyAsync();
        await scene.RespondAsync();
        return $"{waiting}, then\n{await scene.DescribeAsync()}";
    }

    private static IEnumerable<ImmutableArray<int?>> Orders(ImmutableArray<int?> events) => events.IsEmpty
        ? [[]]
        : events.Distinct().SelectMany(first => Orders(events.Remove(first)).Select(rest => rest.Insert(0, first)));

    private static async Task<RespondScene> SceneAsync(HostileCase known)
    {
        var scene = await RespondScene.CreateAsync(ListOf(known.Owners, known.More));
        scene.Members = [Zev, Person("rr")];
        return scene;
    }

    /// <summary>The item that is attacked, and one that is not required.</summary>
    private static Checklist ListOf(string owners, string more) => ValidList.Parse(
        $$"""
        checklist: list
        title: A list
        people:
          zev: { name: Zev, github: zev }
          rr: { name: RR, github: rr }
          kate: { name: Kate, github: kate }
          ida: { name: Ida, github: ida, id: 77 }
        teams:
          crew: { name: Crew, github: acme/crew, members: [zev, rr] }
        sections:
          - id: one
            title: Section one
            items:
              - { id: x, title: Do it, owners: [{{owners}}]{{more}} }
              - { id: y, title: Do this too, owners: [kate, ida], required: false }
        """);

    private static async Task CloseAndReopenAsync(RespondScene scene, Actor actor)
    {
        await scene.CloseAsync(Item, actor);
        await scene.ReopenAsync(Item, actor);
        await scene.AlterLastAsync<Reopened>(Item, opening => opening with { At = opening.At.AddMinutes(-1) });
    }

    private static Task ChangeTextAsync(RespondScene scene)
    {
        scene.FileChanges(ListOf("zev, rr", ", pass: Another text."));
        return scene.ApplyAsync();
    }

    private static Task EditMarkerAsync(RespondScene scene, string old, string replacement) => scene.EditBodyAsync(Item, body => body.Replace(old, replacement, StringComparison.Ordinal), Mallory);

    private static Act On(int? issue, Func<RespondScene, Task> act) => new(issue, act);

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    /// <summary>Something that somebody does.</summary>
    /// <param name="Issue">Whose event it sets off; null for something without one, after which a scheduled run sees it.</param>
    private sealed record Act(int? Issue, Func<RespondScene, Task> Do);

    /// <summary>What is tried on the item, and what comes of it.</summary>
    /// <param name="Reason">What the gate says.</param>
    /// <param name="Shown">How the issue is in the end.</param>
    private sealed record HostileCase(string Name, ReasonCode Reason, string Shown)
    {
        public string Owners { get; init; } = "zev, rr";

        public string More { get; init; } = "";

        public ImmutableArray<Act> Acts { get; init; } = [];
    }
}
