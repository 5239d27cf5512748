using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Conditions;
using VegaGate.Gate;
using VegaGate.Gate.Blocking;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

/// <summary>Each reason code with the case that gives it. A code without one is either not reachable or not tested.</summary>
public sealed class EveryReasonTests
{
    private const string Phases =
        """
        checklist: list
        title: A list
        people: { zev: { name: Zev, github: zev }, rr: { name: RR, github: rr } }
        phases:
          - { id: build, title: Build, owners: zev, items: [{ id: a, title: A }], handoff: { to: rr, artifacts: [{ name: Report, path: REPORT.md }] } }
          - { id: run, title: Run, owners: rr, items: [{ id: b, title: B }], handoff: { to: zev } }
        """;

    private const string Probe = ", verify: [{ file: { path: README.md } }]";

    private static readonly Dictionary<ReasonCode, Func<GateResult>> Cases = new()
    {
        [ReasonCode.SignedOff] = () => OneItem().Say("x", "zev", "/done").Ask(),
        [ReasonCode.RecordedDone] = () => Of("{ require: status }", "{ id: x, title: t, owners: zev, status: done }").Ask(),
        [ReasonCode.NotRequired] = () => OneItem(", required: false").Ask(),
        [ReasonCode.Waived] = () => OneItem().Say("x", "kate", "/waive 2026-12-31 later").Ask(),
        [ReasonCode.NotApplicable] = () => OneItem().Say("x", "zev", "/na no such thing").Say("x", "kate", "/na so it is").Ask(),
        [ReasonCode.Overridden] = () => Of("{ break-glass: kate }", "{ id: x, title: t, owners: zev }").Ask(facts => facts with { Override = new OverrideWord(Person("kate"), facts.Now, "", "it burns") }),
        [ReasonCode.ChecklistInvalid] = () => OneItem().Ask("no-such-stage"),
        [ReasonCode.TrackerUnreachable] = () => GateResult.Unknown(ReasonCode.TrackerUnreachable, "It does not answer."),
        [ReasonCode.CommitNotProtected] = () => OneItem().Ask(new GateRequest(null, null, null, "abc"), isProtected: false),
        [ReasonCode.ReleaseMissing] = () => new GateScene(ValidList.Parse("checklist: list\ntitle: t\nper: release\npeople: { zev: { github: zev } }\nsections: [{ id: s, title: S, items: [{ id: x, title: t, owners: zev }] }]\n")).Ask(),
        [ReasonCode.Frozen] = () => Of("{ freeze: [{ from: 2026-03-01T00:00:00Z, to: 2026-03-02T00:00:00Z }] }", "{ id: x, title: t, owners: zev }").Say("x", "zev", "/done").Ask(),
        [ReasonCode.OutsideWindow] = () => Of("{ window: { from: 2026-03-02T00:00:00Z, to: 2026-03-03T00:00:00Z } }", "{ id: x, title: t, owners: zev }").Say("x", "zev", "/done").Ask(),
        [ReasonCode.Objection] = () => OneItem().Say("x", "zev", "/done").Say("x", "rr", "/object not like this").Ask(),
        [ReasonCode.Blocked] = () => OneItem().Say("x", "zev", "/block it rains").Ask(),
        [ReasonCode.BlockerOpen] = () => OneItem().Say("x", "zev", "/done").Ask(facts => facts with { Issues = facts.Issues.ToDictionary(pair => pair.Key, pair => pair.Value with { Reports = [Report] }) }),
        [ReasonCode.OwnerMissing] = () => Of("{}", "{ id: x, title: t, owners: client }").Ask(),
        [ReasonCode.PassConditionMissing] = () => Of("{ require: [owner, status, sign-off, pass] }", "{ id: x, title: t, owners: zev }").Ask(),
        [ReasonCode.NotSynced] = () => OneItem().Lose("x").Ask(),
        [ReasonCode.IssueMissing] = () => OneItem().Lose("x").Ask(facts => facts with { Missing = new Dictionary<ItemId, int> { [Item] = 7 } }),
        [ReasonCode.Conflict] = () => OneItem().Say("x", "zev", "/done").Ask(facts => facts with { Conflicts = new Dictionary<ItemId, ImmutableArray<string>> { [Item] = ["title"] } }),
        [ReasonCode.WaiverExpired] = () => OneItem(", waived: { until: 2026-02-01, by: kate, reason: r }").Ask(),
        [ReasonCode.SignOffVoid] = () => OneItem().Say("x", "zev", "/done").TextChanges("x").Ask(),
        [ReasonCode.SignOffStale] = () => Stale().Ask(),
        [ReasonCode.SignOffMissing] = () => OneItem(", status: done").Ask(),
        [ReasonCode.SignOffWithoutAuthority] = () => OneItem().Close("x", Person("guest")).Ask(),
        [ReasonCode.ClosedNotPlanned] = () => OneItem().Close("x", Person("zev"), CloseReason.NotPlanned).Ask(),
        [ReasonCode.SignOffIncomplete] = () => Of("{ sign-off: all }", "{ id: x, title: t, owners: [zev, rr] }").Say("x", "zev", "/done").Ask(),
        [ReasonCode.ArtifactMissing] = () => InPhases().Say("a", "zev", "/done").Found("Report", false).Ask(),
        [ReasonCode.ProbeFailed] = () => Probed(new ProbeAnswer(ProbeOutcome.Failed, "it is not there")),
        [ReasonCode.ProbeError] = () => Probed(new ProbeAnswer(ProbeOutcome.Unanswered, "nobody answers")),
        [ReasonCode.HandoffNotAccepted] = () => InPhases().Say("a", "zev", "/done").Ask(),
        [ReasonCode.PhaseOrder] = () => InPhases().Say("b", "rr", "/done").Ask(),
        [ReasonCode.WaitsFor] = () => Of("{}", "{ id: x, title: t, owners: zev, needs: [y] }", "{ id: y, title: u, owners: rr }").Say("x", "zev", "/done").Ask(),
        [ReasonCode.Open] = () => OneItem().Ask(),
    };

    private static ItemId Item => new("list", null, "x");

    public static TheoryData<ReasonCode> Reasons { get; } = [.. Cases.Keys];

    /// <summary>A report that somebody of the file stands behind.</summary>
    private static BlockerRecord Report => new()
    {
        Checklist = "list",
        Release = null,
        Item = Item,
        Phase = "s",
        Issue = 77,
        IsReport = true,
        Raised = new BlockerWord(Person("guest"), new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero), ""),
        Confirmed = new BlockerWord(Person("zev"), new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero), ""),
        Resolved = null,
        Class = null,
        Severity = Severity.Medium,
        Reason = "it rains",
    };

    [Fact]
    public void No_reason_is_without_its_case() => Cases.Keys.Should().BeEquivalentTo(Enum.GetValues<ReasonCode>());

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_reason_is_given(ReasonCode reason)
    {
        var result = Cases[reason]();

        result.Lists.SelectMany(list => list.Reasons.Select(known => known.Reason).Concat(list.Items.Select(item => item.Reason))).Append(result.Reason).Should().Contain(reason);
        result.Holds.Should().Be(reason is not (ReasonCode.SignedOff or ReasonCode.RecordedDone or ReasonCode.NotRequired or ReasonCode.Waived or ReasonCode.NotApplicable or ReasonCode.Overridden), "of {0}", reason);
    }

    private static GateScene InPhases() => new(ValidList.Parse(Phases));

    private static GateScene Stale()
    {
        var scene = Of("{ sign-off-valid-for: 1h }", "{ id: x, title: t, owners: zev }").Say("x", "zev", "/done");
        scene.Now += TimeSpan.FromHours(2);
        return scene;
    }

    private static GateResult Probed(ProbeAnswer answer) =>
        OneItem(Probe).Say("x", "zev", "/done").Ask(facts => facts with { Probes = new Dictionary<ItemId, ImmutableArray<ProbeAnswer>> { [Item] = [answer] } });
}
