using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

/// <summary>What holds of the gate whatever happened on the issues.</summary>
public sealed class GatePropertyTests
{
    private static readonly string[] People = ["zev", "rr", "kate", "dan", "ann", "guest"];

    private static readonly string[] Said =
    [
        "/done", "/done see #1", "/undo", "/start", "/block it rains", "/unblock", "/object no", "/waive 2026-12-31 later", "/waive 2026-01-01 over", "/na no such thing", "/accept 5/5 met on Monday", "hello",
    ];

    private static readonly ImmutableArray<string> Ids = ["a", "b", "c", "d", "#one", "#two"];

    private const string List =
        """
        checklist: list
        title: A list
        people:
          zev: { name: Zev, github: zev }
          rr: { name: RR, github: rr, delegate: dan }
          kate: { name: Kate, github: kate }
          dan: { name: Dan, github: dan }
          ann: { name: Ann, github: ann }
        gate: { stages: [deploy, live], approvers: kate, break-glass: ann }
        phases:
          - id: one
            title: One
            owners: [zev, rr]
            items: [{ id: a, title: A }, { id: b, title: B, sign-off: all, needs: [a] }]
            handoff: { to: kate, artifacts: [{ name: Report, path: REPORT.md }] }
          - id: two
            title: Two
            owners: kate
            items: [{ id: c, title: C, before: live, needs: [b] }, { id: d, title: D, required: false }]
            handoff: { to: zev }
        """;

    private static Gen<Happening[]> GenHappenings =>
        (from target in Gen.Elements(Ids.AsEnumerable())
         from who in Gen.Elements(People)
         from what in Gen.Choose(0, Said.Length + 3)
         select new Happening(target, who, what)).ArrayOf(25);

    /// <summary>Something that is wrong, whatever else is.</summary>
    private static readonly (string Name, Func<GateFacts, GateFacts> Happens)[] Bad =
    [
        ("a conflict", facts => facts with { Conflicts = facts.Conflicts.ToImmutableDictionary().Add(Id("a"), ["body"]) }),
        ("an unprotected commit", facts => facts with { IsCommitProtected = false }),
        ("an issue that is gone", facts => facts with { Issues = facts.Issues.ToImmutableDictionary().Remove(Id("a")), Missing = ImmutableDictionary<ItemId, int>.Empty.Add(Id("a"), 1) }),
        ("a hand-off that is gone", facts => facts with { Issues = facts.Issues.ToImmutableDictionary().Remove(Id("#handoff/one")) }),
        ("another text", facts => On(facts, "a", issue => issue with { Marked = issue.Marked with { Marker = issue.Marked.Marker with { Fingerprint = "0123456789abcdef" } } })),
        ("a retired issue", facts => On(facts, "a", issue => issue with { Marked = issue.Marked with { Marker = issue.Marked.Marker with { Status = IssueMarker.Retired } } })),
        ("a text that changed", facts => On(facts, "a", issue => issue with { Marked = issue.Marked with { Marker = issue.Marked.Marker with { Since = facts.Now } } })),
        ("an objection", facts => Says(facts, "a", "ann", "/object no", "zev", "/object never")),
        ("a block", facts => Says(facts, "a", "zev", "/block it rains")),
        ("a lost artifact", facts => facts with { Artifacts = ImmutableDictionary<Artifact, ArtifactFact>.Empty }),
        ("artifacts that are not there", facts => facts with { Artifacts = facts.Artifacts.ToImmutableDictionary(pair => pair.Key, _ => new ArtifactFact(false, "not there")) }),
    ];

    [Fact]
    public void Nothing_bad_turns_hold_to_pass() => Prop.ForAll(GenHappenings.ToArbitrary(), Gen.Elements(Bad).ToArbitrary(), Gen.Elements("deploy", "live").ToArbitrary(), (happenings, bad, stage) =>
    {
        var scene = Play(happenings);
        var request = new GateRequest(stage, null, null, "abc");
        if (scene.Ask(request, facts => facts).Holds)
            scene.Ask(request, bad.Happens).Holds.Should().BeTrue("of {0}", bad.Name);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Everything_bad_holds_what_passes()
    {
        var passing = Passing();
        passing.Ask(new GateRequest("deploy", null, null, "abc"), facts => facts).Holds.Should().BeFalse();
        foreach (var (name, happens) in Bad)
            passing.Ask(new GateRequest("deploy", null, null, "abc"), happens).Holds.Should().BeTrue("of {0}", name);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("#handoff/one")]
    [InlineData("#handoff/two")]
    public void What_is_not_among_the_facts_holds(string item)
    {
        Passing().Ask(facts => facts).Holds.Should().BeFalse();
        Passing().Ask(facts => facts with { Issues = facts.Issues.ToImmutableDictionary().Remove(Id(item)) }).Holds.Should().BeTrue();
    }

    [Fact]
    public void The_order_in_which_things_are_listed_changes_no_byte() =>
        Prop.ForAll(GenHappenings.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (happenings, seed) =>
        {
            var scene = Play(happenings);

            Bytes(facts => facts with { Issues = new Dictionary<ItemId, IssueFacts>(Shuffled(facts.Issues).Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { Timeline = [.. Shuffled(pair.Value.Timeline)] }))) })
                .Should().Be(Bytes(facts => facts));

            string Bytes(Func<GateFacts, GateFacts> change) => GateJson.Render(scene.Ask(change), "t");

            IEnumerable<T> Shuffled<T>(IEnumerable<T> items) => items.Select((item, index) => (item, Place: (index + 1) * 7_919L * (seed | 1) % 1_009)).OrderBy(pair => pair.Place).Select(pair => pair.item).ToArray();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_stranger_overrides_nothing() => Prop.ForAll(GenHappenings.ToArbitrary(), Gen.Elements("zev", "rr", "kate", "dan", "guest").ToArbitrary(), (happenings, who) =>
    {
        var scene = Play(happenings);

        GateJson.Render(scene.Ask(facts => facts with { Override = new OverrideWord(Person(who), facts.Now, "", "r") }), "t").Should().Be(GateJson.Render(scene.Ask(facts => facts), "t"));
    }).QuickCheckThrowOnFailure();

    private static GateScene Passing() => new GateScene(ValidList.Parse(List))
        .Say("a", "zev", "/done").Say("b", "zev", "/done").Say("b", "rr", "/done").Say("#one", "zev", "/done").Say("#one", "kate", "/accept")
        .Say("c", "kate", "/done").Say("#two", "kate", "/done").Say("#two", "zev", "/accept");

    private static GateScene Play(IEnumerable<Happening> happenings) => happenings.Aggregate(Passing(), (scene, one) => (one.What - Said.Length) switch
    {
        < 0 => scene.Say(one.Target, one.Who, Said[one.What]),
        0 => scene.Close(one.Target, Person(one.Who)),
        1 => scene.Close(one.Target, Person(one.Who), CloseReason.NotPlanned),
        2 => scene.Reopen(one.Target, Person(one.Who)),
        _ => scene.TextChanges(one.Target),
    });

    private static ItemId Id(string item) => new("list", null, item);

    private static GateFacts On(GateFacts facts, string item, Func<IssueFacts, IssueFacts> change) =>
        facts with { Issues = facts.Issues.ToImmutableDictionary().SetItem(Id(item), change(facts.Issues[Id(item)])) };

    private static GateFacts Says(GateFacts facts, string item, params string[] words) => On(facts, item, issue => issue with
    {
        Timeline = issue.Timeline.AddRange(words.Chunk(2).Select((word, index) => new Commented(Person(word[0]), facts.Now.AddSeconds(index + 1), 9, word[1], IsEdited: false))),
    });

    /// <summary>A comment, or another happening, by somebody on an issue.</summary>
    private sealed record Happening(string Target, string Who, int What);
}
