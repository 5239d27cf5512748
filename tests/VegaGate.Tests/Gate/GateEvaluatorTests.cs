using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

public sealed class GateEvaluatorTests
{
    private const string Phases =
        """
        checklist: list
        title: A list
        people:
          zev: { name: Zev, github: zev }
          rr: { name: RR, github: rr }
          kate: { name: Kate, github: kate }
        gate: { stages: [deploy, close] }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: a, title: A }, { id: b, title: B }]
            handoff: { to: rr, critical: true, artifacts: [{ name: Report, path: REPORT.md }, { name: Pull request, pull-request: 7 }, { name: Page, url: "https://a.example" }, { name: Handshake }] }
          - id: run
            title: Run
            owners: rr
            items: [{ id: c, title: C }]
            handoff: { to: kate }
          - id: after
            title: After
            owners: kate
            before: close
            items: [{ id: d, title: D }]
            handoff: { to: zev }
        """;

    [Fact]
    public void Without_any_list_the_gate_holds()
    {
        var result = new GateEvaluator(new ItemStateResolver([]), SeverityPolicy.Default).Evaluate([], new GateRequest(null, null, null), GateFacts.None(GateScene.Start));

        (result.Holds, result.Decision, result.Reason).Should().Be((true, "hold", ReasonCode.ChecklistInvalid));
    }

    [Fact]
    public void What_could_not_be_found_out_holds() => GateResult.Unknown(ReasonCode.TrackerUnreachable, "x").Should().BeEquivalentTo(new { Holds = true, Decision = "hold", Reason = ReasonCode.TrackerUnreachable });

    [Fact]
    public void Passes_when_everything_is_signed_off()
    {
        var result = OneItem().Say("x", "zev", "/done").Ask();

        (result.Holds, result.Decision, result.Reason, result.OpenItems).Should().Be((false, "pass", ReasonCode.SignedOff, 0));
        result.Lists.Single().Items.Single().Should().BeEquivalentTo(
            new { Verdict = Verdict.Pass, Reason = ReasonCode.SignedOff, Sentence = "Signed off by zev.", Issue = 1, Url = "https://github.com/a/b/issues/1", Stage = "release", Section = "Section one", Title = "x Do it" });
    }

    [Theory]
    [InlineData("[owner, status, sign-off]", "owners: zev", Verdict.Pending, ReasonCode.Open)]
    [InlineData("[owner, status, sign-off]", "owners: zev, status: done", Verdict.Fail, ReasonCode.SignOffMissing)]
    [InlineData("sign-off", "status: done", Verdict.Fail, ReasonCode.OwnerMissing)]
    [InlineData("[owner, status]", "status: done", Verdict.Fail, ReasonCode.OwnerMissing)]
    [InlineData("[owner, status]", "owners: client, status: done", Verdict.Pass, ReasonCode.RecordedDone)]
    [InlineData("[owner, status]", "owners: client", Verdict.Pending, ReasonCode.Open)]
    [InlineData("[owner, status]", "owners: zev, status: in-progress", Verdict.Pending, ReasonCode.Open)]
    [InlineData("owner", "owners: zev", Verdict.Pending, ReasonCode.Open)]
    [InlineData("owner", "owners: zev, status: done", Verdict.Pass, ReasonCode.RecordedDone)]
    [InlineData("status", "status: done", Verdict.Pass, ReasonCode.RecordedDone)]
    [InlineData("status", "status: todo", Verdict.Pending, ReasonCode.Open)]
    [InlineData("[]", "status: done", Verdict.Pass, ReasonCode.RecordedDone)]
    [InlineData("[]", "required: true", Verdict.Pending, ReasonCode.Open)]
    [InlineData("pass", "status: done", Verdict.Fail, ReasonCode.PassConditionMissing)]
    [InlineData("pass", "status: done, pass: It answers.", Verdict.Pass, ReasonCode.RecordedDone)]
    [InlineData("[status, not-a-word]", "status: todo", Verdict.Pending, ReasonCode.Open)]
    public void Requires_what_the_file_says_and_never_passes_what_nobody_called_done(string require, string item, Verdict verdict, ReasonCode reason)
    {
        var said = new GateScene(ValidList.Unchecked($"{{ require: {require} }}", $"{{ id: x, title: Do it, {item} }}")).Verdict("x");

        (said.Verdict, said.Reason).Should().Be((verdict, reason), said.Sentence);
    }

    [Fact]
    public void Where_no_sign_off_is_required_one_that_stands_passes_too() =>
        Of("{ require: [owner, status] }", "{ id: x, title: Do it, owners: zev }").Say("x", "zev", "/done").Verdict("x").Reason.Should().Be(ReasonCode.SignedOff);

    [Fact]
    public void Where_no_sign_off_is_required_an_open_item_says_both_ways()
    {
        Of("{ require: [owner] }", "{ id: x, title: Do it, owners: zev }").Verdict("x").Sentence.Should().Be("Open: it waits for Zev (zev), or for `status: done` in the file.");
        Of("{ require: [status] }", "{ id: x, title: Do it }").Verdict("x").Sentence.Should().Be("Open: it waits for `status: done` in the file.");
    }

    [Theory]
    [InlineData("kate", "/object no", ReasonCode.Objection)]
    [InlineData("zev", "/block it broke", ReasonCode.Blocked)]
    public void What_the_file_calls_done_is_held_by_what_people_say(string who, string text, ReasonCode reason) =>
        Of("{ require: status }", "{ id: x, title: Do it, owners: zev, status: done }", "{ id: y, title: And this, owners: kate, status: done }").Say("x", who, text).Verdict("x").Reason.Should().Be(reason);

    [Fact]
    public void What_the_file_calls_done_waits_for_what_it_needs()
    {
        var scene = Of("{ require: status }", "{ id: x, title: Do it, status: done, needs: y }", "{ id: y, title: First, owners: zev }");

        scene.Verdict("x").Reason.Should().Be(ReasonCode.WaitsFor);
        scene.Say("y", "zev", "/done").Verdict("x").Reason.Should().Be(ReasonCode.RecordedDone);
    }

    [Theory]
    [InlineData("{ require: status, sign-off-valid-for: 1h }", "", ReasonCode.RecordedDone)]
    [InlineData("{ require: status, not-by: author }", "", ReasonCode.ProbeError)]
    [InlineData("{ require: status }", ", verify: [{ http: { url: https://a.example } }]", ReasonCode.ProbeError)]
    public void What_the_file_calls_done_meets_the_other_conditions(string gate, string more, ReasonCode reason) =>
        new GateScene(ValidList.Unchecked(gate, $"{{ id: x, title: Do it, status: done{more} }}")).Verdict("x").Reason.Should().Be(reason);

    [Fact]
    public void A_missing_issue_holds_whatever_the_file_says() => Of("{ require: status }", "{ id: x, title: Do it, status: done }").Lose("x").Verdict("x").Reason.Should().Be(ReasonCode.NotSynced);

    [Fact]
    public void An_owner_without_an_account_can_be_spoken_for_by_a_delegate()
    {
        var list = ValidList.Parse(
            "checklist: list\ntitle: t\npeople: { client: { delegate: dan }, dan: { github: dan, id: 7 } }\nsections: [{ id: s, title: s, items: [{ id: x, title: t, owners: client }] }]\n");
        new GateScene(list).Verdict("x").Reason.Should().Be(ReasonCode.Open);
        new GateScene(list).Say("x", Person("dan", 8), "/done").Verdict("x").Reason.Should().Be(ReasonCode.Open, "the number decides");
        new GateScene(list).Say("x", Person("Renamed", 7), "/done").Verdict("x").Reason.Should().Be(ReasonCode.SignedOff);
    }

    [Fact]
    public void The_same_facts_give_the_same_answer()
    {
        var scene = OneItem().Say("x", "ann", "/object no").Say("x", "zev", "/done");

        scene.Ask().Should().BeEquivalentTo(scene.Ask(), options => options.WithStrictOrdering());
    }

    [Fact]
    public void An_open_item_waits_for_its_owners() => OneItem().Verdict("x").Should().BeEquivalentTo(
        new { Verdict = Verdict.Pending, Reason = ReasonCode.Open, Sentence = "Open: it waits for Zev (zev) or RR (rr).", WaitsFor = new[] { "Zev", "RR" }, Holds = true });

    [Fact]
    public void An_item_at_work_says_so() => OneItem().Say("x", "zev", "/start").Verdict("x").Should().BeEquivalentTo(new { Verdict = Verdict.Pending, Reason = ReasonCode.Open, Sentence = "In progress: it waits for Zev (zev) or RR (rr)." });

    [Fact]
    public void An_item_that_is_not_required_passes() => Code(OneItem(", required: false"), "x").Should().Be((Verdict.Pass, ReasonCode.NotRequired));

    [Theory]
    [InlineData(", owners: client")]
    [InlineData(", owners: [client, nobody]")]
    public void An_item_that_nobody_can_sign_holds(string owners) =>
        Code(Of("{}", $"{{ id: x, title: t{owners} }}"), "x").Should().Be((Verdict.Fail, ReasonCode.OwnerMissing));

    [Fact]
    public void An_item_without_an_issue_holds() => Code(OneItem().Lose("x"), "x").Should().Be((Verdict.Fail, ReasonCode.NotSynced));

    [Theory]
    [InlineData("0000000000000000", "todo")]
    [InlineData(null, IssueMarker.Retired)]
    public void An_issue_with_another_text_holds(string? fingerprint, string status)
    {
        var scene = OneItem().Say("x", "zev", "/done").Mark("x", marker => marker with { Fingerprint = fingerprint ?? marker.Fingerprint, Status = status });

        Code(scene, "x").Should().Be((Verdict.Fail, ReasonCode.NotSynced));
    }

    [Fact]
    public void An_objection_holds_what_is_signed_off()
    {
        var list = Of("{}", "{ id: x, title: t, owners: zev }", "{ id: y, title: t, owners: ann }").Say("x", "zev", "/done").Say("x", "ann", "/object not so");

        list.Verdict("x").Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Reason = ReasonCode.Objection, Sentence = "ann objects: not so" });
        Code(list.Say("x", "ann", "/undo"), "x").Should().Be((Verdict.Pass, ReasonCode.SignedOff));
    }

    [Fact]
    public void A_blocker_holds_what_is_signed_off() =>
        OneItem().Say("x", "zev", "/done").Say("x", "ann", "/block high it fails").Verdict("x").Should().BeEquivalentTo(
            new { Verdict = Verdict.Fail, Reason = ReasonCode.Blocked, Sentence = "Blocked by ann since 2026-03-01 09:02:00Z: it fails" });

    [Theory]
    [InlineData(CloseReason.NotPlanned)]
    [InlineData(CloseReason.Duplicate)]
    public void Closing_as_not_planned_holds_even_what_is_signed_off(CloseReason reason)
    {
        Code(OneItem().Say("x", "zev", "/done").Close("x", Person("zev"), reason), "x").Should().Be((Verdict.Fail, ReasonCode.ClosedNotPlanned));
        Code(OneItem().Close("x", null, reason), "x").Should().Be((Verdict.Fail, ReasonCode.ClosedNotPlanned));
        Code(OneItem().Close("x", Person("ann"), reason).Reopen("x", Person("ann")), "x").Should().Be((Verdict.Pending, ReasonCode.Open));
        Code(OneItem().Say("x", "zev", "/done").Close("x", Ours, reason), "x").Should().Be((Verdict.Pass, ReasonCode.SignedOff), "our own closing is neutral");
    }

    [Fact]
    public void A_closing_without_authority_is_none_and_the_gate_says_by_whom()
    {
        Sentence(scene => scene.Close("x", Person("ann"))).Should().StartWith("ann closed the issue");
        Sentence(scene => scene.Close("x", Person("zev"), commit: "c0ffee1")).Should().StartWith("A commit message closed");
        Sentence(scene => scene.Close("x", Person("zev"), byApp: true)).Should().StartWith("An app closed");
        Sentence(scene => scene.Close("x", null)).Should().StartWith("A deleted account closed");
        Sentence(scene => scene.Close("x", new Actor("some[bot]", 9, IsBot: true))).Should().StartWith("some[bot] closed");

        static string Sentence(Func<GateScene, GateScene> close)
        {
            var verdict = close(OneItem()).Verdict("x");
            verdict.Reason.Should().Be(ReasonCode.SignOffWithoutAuthority);
            verdict.Verdict.Should().Be(Verdict.Fail);
            return verdict.Sentence;
        }
    }

    [Fact]
    public void Too_few_sign_offs_are_incomplete() => OneItem(", sign-off: all").Say("x", "zev", "/done").Verdict("x").Should().BeEquivalentTo(
        new { Verdict = Verdict.Pending, Reason = ReasonCode.SignOffIncomplete, Sentence = "1 signed off; still missing: RR (rr).", WaitsFor = new[] { "RR" } });

    [Fact]
    public void A_sign_off_of_another_text_is_void() => OneItem().Say("x", "zev", "/done").TextChanges("x").Verdict("x").Should().BeEquivalentTo(
        new { Verdict = Verdict.Fail, Reason = ReasonCode.SignOffVoid, Sentence = "The text changed after the sign-off by zev: it needs a new one." });

    [Fact]
    public void What_only_the_file_calls_done_is_not() => Code(OneItem(", status: done"), "x").Should().Be((Verdict.Fail, ReasonCode.SignOffMissing));

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void A_sign_off_gets_stale(int minutes, bool isStale)
    {
        var scene = Of("{ sign-off-valid-for: 1h }", "{ id: x, title: t, owners: zev }").Say("x", "zev", "/done");
        scene.Now += TimeSpan.FromMinutes(minutes);

        Code(scene, "x").Should().Be(isStale ? (Verdict.Fail, ReasonCode.SignOffStale) : (Verdict.Pass, ReasonCode.SignedOff));
        if (isStale)
            Code(scene.Say("x", "zev", "/done"), "x").Should().Be((Verdict.Pass, ReasonCode.SignedOff));
    }

    [Fact]
    public void A_stale_sign_off_does_not_spoil_enough_fresh_ones()
    {
        var scene = Of("{ sign-off-valid-for: 1h }", "{ id: x, title: t, owners: [zev, rr] }", "{ id: y, title: t, owners: [zev, rr], sign-off: all }").Say("x", "zev", "/done").Say("y", "zev", "/done");
        scene.Now += TimeSpan.FromHours(2);
        scene.Say("x", "rr", "/done").Say("y", "rr", "/done");

        Code(scene, "x").Should().Be((Verdict.Pass, ReasonCode.SignedOff));
        Code(scene, "y").Should().Be((Verdict.Fail, ReasonCode.SignOffStale));
    }

    [Fact]
    public void What_this_version_cannot_check_holds() =>
        Code(OneItem(", verify: [{ http: { url: \"https://a.example\" } }]").Say("x", "zev", "/done"), "x").Should().Be((Verdict.Fail, ReasonCode.ProbeError));

    [Theory]
    [InlineData("kate", "2026-03-01", Verdict.Waived, ReasonCode.Waived)]
    [InlineData("kate", "2026-12-31", Verdict.Waived, ReasonCode.Waived)]
    [InlineData("kate", "2026-02-28", Verdict.Fail, ReasonCode.WaiverExpired)]
    [InlineData("ann", "2026-12-31", Verdict.Pending, ReasonCode.Open)]
    [InlineData("zev", "2026-12-31", Verdict.Pending, ReasonCode.Open)]
    [InlineData("zev", "2026-02-28", Verdict.Pending, ReasonCode.Open)]
    public void A_waiver_holds_by_an_approver_and_until_its_last_day(string by, string until, Verdict verdict, ReasonCode reason) =>
        Code(Unchecked("{ approvers: kate }", $"waived: {{ by: {by}, reason: later, until: {until} }}"), "x").Should().Be((verdict, reason));

    [Fact]
    public void The_last_day_of_a_waiver_ends_at_midnight_in_UTC()
    {
        var scene = OneItem(", waived: { by: kate, reason: later, until: 2026-03-01 }");
        scene.Now = new DateTimeOffset(2026, 3, 1, 23, 59, 59, TimeSpan.Zero);
        Code(scene, "x").Should().Be((Verdict.Waived, ReasonCode.Waived));
        scene.Now = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.FromHours(2));
        Code(scene, "x").Should().Be((Verdict.Waived, ReasonCode.Waived), "that is 23:00 in UTC");
        scene.Now = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        Code(scene, "x").Should().Be((Verdict.Fail, ReasonCode.WaiverExpired));
    }

    [Theory]
    [InlineData("kate", Verdict.NotApplicable, ReasonCode.NotApplicable)]
    [InlineData("ann", Verdict.Pending, ReasonCode.Open)]
    public void An_item_does_not_apply_by_an_approvers_word(string by, Verdict verdict, ReasonCode reason) =>
        Code(Unchecked("{ approvers: kate }", $"not-applicable: {{ by: {by}, reason: other country }}"), "x").Should().Be((verdict, reason));

    [Fact]
    public void A_member_of_an_approving_team_is_an_approver() =>
        Code(Of("{ approvers: cs }", "{ id: x, title: t, owners: zev, waived: { by: kate, reason: later, until: 2026-12-31 } }"), "x").Should().Be((Verdict.Waived, ReasonCode.Waived));

    [Fact]
    public void Without_approvers_nothing_is_waived() =>
        Code(Unchecked("{}", "waived: { by: kate, reason: later, until: 2026-12-31 }"), "x").Should().Be((Verdict.Pending, ReasonCode.Open));

    [Fact]
    public void What_is_needed_passes_first()
    {
        var scene = Of("{}", "{ id: a, title: t, owners: zev, needs: B }", "{ id: b, title: t, owners: zev, needs: c }", "{ id: c, title: t, owners: zev }").Say("a", "zev", "/done").Say("b", "zev", "/done");

        scene.Verdict("a").Should().BeEquivalentTo(new { Verdict = Verdict.Pending, Reason = ReasonCode.WaitsFor, Sentence = "Signed off, but it needs B, which has not passed." });
        Code(scene, "b").Should().Be((Verdict.Pending, ReasonCode.WaitsFor));
        Code(scene, "c").Should().Be((Verdict.Pending, ReasonCode.Open));

        scene.Say("c", "zev", "/done").Ask().Decision.Should().Be("pass");
    }

    [Theory]
    [InlineData("required: false")]
    [InlineData("waived: { by: kate, reason: later, until: 2026-12-31 }")]
    [InlineData("not-applicable: { by: kate, reason: other country }")]
    public void What_need_not_pass_keeps_nothing_back(string need) =>
        Of("{ approvers: kate }", "{ id: a, title: t, owners: zev, needs: b }", $"{{ id: b, title: t, owners: zev, {need} }}").Say("a", "zev", "/done").Ask().Decision.Should().Be("pass");

    [Fact]
    public void A_waived_item_waits_for_nothing() =>
        Code(Of("{ approvers: kate }", "{ id: a, title: t, owners: zev, needs: b, waived: { by: kate, reason: later, until: 2026-12-31 } }", "{ id: b, title: t, owners: zev }"), "a").Should().Be((Verdict.Waived, ReasonCode.Waived));

    [Fact]
    public void A_stage_asks_for_its_items_and_those_of_earlier_stages()
    {
        var scene = Of("{ stages: [deploy, live, close] }", "{ id: a, title: t, owners: zev }", "{ id: b, title: t, owners: zev, before: live }", "{ id: c, title: t, owners: zev, before: close }");

        Asked("deploy").Should().Equal("a");
        Asked("live").Should().Equal("a", "b");
        Asked("close").Should().Equal("a", "b", "c");
        Asked(null).Should().Equal("a", "b", "c");
        scene.Say("a", "zev", "/done").Ask("deploy").Decision.Should().Be("pass");
        scene.Ask("live").Decision.Should().Be("hold");

        IEnumerable<string> Asked(string? stage) => scene.Ask(stage).Lists.Single().Items.Select(item => item.Id.Item);
    }

    [Fact]
    public void A_stage_that_a_list_does_not_have_holds()
    {
        var result = OneItem().Say("x", "zev", "/done").Ask("deploi");

        (result.Decision, result.Reason).Should().Be(("hold", ReasonCode.ChecklistInvalid));
        new GateScene(ValidList.Parse(Phases)).Ask("deploi").Decision.Should().Be("hold");
    }

    [Fact]
    public void A_phase_that_no_list_has_holds() => OneItem().Say("x", "zev", "/done").Ask(phase: "biuld").Should().BeEquivalentTo(new { Decision = "hold", Reason = ReasonCode.ChecklistInvalid });

    [Theory]
    [InlineData(-1, ReasonCode.OutsideWindow)]
    [InlineData(0, null)]
    [InlineData(3599, null)]
    [InlineData(3600, ReasonCode.OutsideWindow)]
    public void A_window_is_open_from_its_first_moment_and_closed_at_its_end(int seconds, ReasonCode? expected)
    {
        var scene = Of("{ window: { from: 2026-03-02T08:00:00Z, to: 2026-03-02T09:00:00Z } }", "{ id: x, title: t, owners: zev }").Say("x", "zev", "/done");
        scene.Now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddSeconds(seconds);

        ListReasons(scene.Ask()).Should().Equal(expected is { } reason ? [reason] : []);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3599, true)]
    [InlineData(3600, false)]
    public void A_freeze_holds_while_it_lasts(int seconds, bool isFrozen)
    {
        var scene = Of("{ freeze: [{ from: 2026-03-02T08:00:00Z, to: 2026-03-02T09:00:00Z, reason: Sale }] }", "{ id: x, title: t, owners: zev }").Say("x", "zev", "/done");
        scene.Now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddSeconds(seconds);
        var result = scene.Ask();

        ListReasons(result).Should().Equal(isFrozen ? [ReasonCode.Frozen] : []);
        (result.Decision, result.Reason).Should().Be(isFrozen ? ("hold", ReasonCode.Frozen) : ("pass", ReasonCode.SignedOff));
    }

    [Fact]
    public void A_list_that_is_walked_per_release_asks_for_one()
    {
        var list = ValidList.Parse("checklist: list\ntitle: t\nper: release\npeople: { zev: { github: zev } }\nsections: [{ id: s, title: s, items: [{ id: x, title: t, owners: zev }] }]\n");
        var scene = new GateScene(list, "1.0").Say("x", "zev", "/done");

        scene.Ask().Lists.Single().Should().BeEquivalentTo(new { Name = "list@1.0", Holds = false });
        ListReasons(scene.Ask(new GateRequest(null, null, null))).Should().Equal(ReasonCode.ReleaseMissing);
        Code(scene.Ask(new GateRequest(null, null, "2.0"))).Should().Equal((Verdict.Fail, ReasonCode.NotSynced));
    }

    [Fact]
    public void A_commit_that_is_in_no_protected_branch_holds() =>
        ListReasons(OneItem().Say("x", "zev", "/done").Ask(new GateRequest(null, null, null, "c0ffee1"), isProtected: false)).Should().Equal(ReasonCode.CommitNotProtected);

    [Fact]
    public void The_gravest_reason_is_told()
    {
        var scene = Of("{}", "{ id: a, title: t, owners: zev }", "{ id: b, title: t, owners: client }", "{ id: c, title: t, owners: zev }").Say("c", "zev", "/block x");

        scene.Ask().Reason.Should().Be(ReasonCode.Blocked);
        scene.Say("c", "zev", "/unblock").Ask().Reason.Should().Be(ReasonCode.OwnerMissing);
    }

    [Fact]
    public void Phases_are_handed_over_in_their_order()
    {
        var scene = new GateScene(ValidList.Parse(Phases)).Say("c", "rr", "/done").Say("#run", "rr", "/done").Say("#run", "kate", "/accept");
        Code(scene, "#build").Should().Be((Verdict.Pending, ReasonCode.WaitsFor));
        scene.Verdict("c").Should().BeEquivalentTo(new { Verdict = Verdict.Pending, Reason = ReasonCode.PhaseOrder, Sentence = "Signed off before the phase \"Build\" was handed over." });
        Code(scene, "#run").Should().Be((Verdict.Pending, ReasonCode.PhaseOrder));
        Code(scene, "d").Should().Be((Verdict.Pending, ReasonCode.Open));

        scene.Say("a", "zev", "/done").Say("b", "zev", "/done");
        scene.Verdict("#build").Should().BeEquivalentTo(
            new { Verdict = Verdict.Pending, Reason = ReasonCode.HandoffNotAccepted, Sentence = "Ready: the giver has not asked for acceptance yet (`/done`).", WaitsFor = new[] { "Zev" }, Title = "Hand-off: Build" });
        scene.Say("#build", "zev", "/done");
        scene.Verdict("#build").Should().BeEquivalentTo(new { Verdict = Verdict.Pending, Reason = ReasonCode.HandoffNotAccepted, WaitsFor = new[] { "RR" } });
        Code(scene.Say("#build", "rr", "/accept"), "#build").Should().Be((Verdict.Pending, ReasonCode.HandoffNotAccepted), "a critical one needs a note");

        scene.Say("#build", "rr", "/accept 2026-03-01 all were there, minutes #12");
        Code(scene, "#build").Should().Be((Verdict.Pass, ReasonCode.SignedOff));
        Code(scene, "c").Should().Be((Verdict.Pass, ReasonCode.SignedOff));
        scene.Verdict("#run").Should().BeEquivalentTo(new
        {
            Verdict = Verdict.Pending,
            Reason = ReasonCode.HandoffNotAccepted,
            Sentence = "Ready: the giver has not asked for acceptance yet (`/done`). The request of rr and the acceptance of kate came before the phase was ready, and do not count: ask and accept again. It was begun before the phase \"Build\" was handed over.",
        });
        scene.Say("#run", "rr", "/done").Say("#run", "kate", "/accept");
        Code(scene, "#run").Should().Be((Verdict.Pass, ReasonCode.SignedOff));
        scene.Ask("deploy").Decision.Should().Be("pass");
        scene.Ask("close").Decision.Should().Be("hold");
    }

    [Fact]
    public void Work_that_began_before_its_phase_was_open_is_named_also_when_it_has_passed()
    {
        var scene = new GateScene(ValidList.Parse(Phases)).Say("c", "rr", "/done").Say("d", "kate", "/start").Say("a", "zev", "/done").Say("b", "zev", "/done").Say("#build", "zev", "/done");
        scene.Verdict("a").IsEarly.Should().BeFalse("nothing comes before the first phase");
        scene.Verdict("#build").IsEarly.Should().BeFalse();
        scene.Verdict("c").Should().BeEquivalentTo(new { IsEarly = true, Verdict = Verdict.Pending, Reason = ReasonCode.PhaseOrder });
        scene.Verdict("d").Should().BeEquivalentTo(new { IsEarly = true, Reason = ReasonCode.Open }).And.Subject.As<ItemVerdict>().Sentence.Should().EndWith(" It was begun before the phase \"Build\" was handed over.");

        scene.Say("#build", "rr", "/accept 2026-03-01 all were there, minutes #12");
        scene.Verdict("c").Should().BeEquivalentTo(new { IsEarly = true, Verdict = Verdict.Pass, Sentence = "Signed off by rr. It was begun before the phase \"Build\" was handed over." });
        scene.Verdict("#run").IsEarly.Should().BeFalse("nobody has asked for it");

        var inTime = Accepted().Say("c", "rr", "/done");
        inTime.Verdict("c").Should().BeEquivalentTo(new { IsEarly = false, Verdict = Verdict.Pass, Sentence = "Signed off by rr." });
    }

    [Fact]
    public void A_hand_off_says_how_far_it_is_and_names_everything_that_is_missing()
    {
        var scene = new GateScene(ValidList.Parse(Phases)).Found("Report", false).Found("Pull request", false);
        scene.Verdict("#build").Should().BeEquivalentTo(new { Sentence = "2 of 2 items of the phase have not passed. 2 artifacts are missing: asked for Report; asked for Pull request.", Handoff = new { Step = HandoffStep.Open, OpenItems = new[] { "a", "b" } } });
        scene.Verdict("#run").Handoff!.Step.Should().Be(HandoffStep.Waiting);

        scene.Say("a", "zev", "/done").Say("b", "zev", "/done");
        scene.Verdict("#build").Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Reason = ReasonCode.ArtifactMissing, Sentence = "2 artifacts are missing: asked for Report; asked for Pull request." });
        scene.Found("Report", true).Found("Pull request", true);
        scene.Verdict("#build").Handoff!.Step.Should().Be(HandoffStep.Ready);
        scene.Say("#build", "zev", "/done").Verdict("#build").Handoff!.Step.Should().Be(HandoffStep.Asked);
        scene.Say("#build", "rr", "/accept 2026-03-01 all were there, minutes #12").Verdict("#build").Handoff.Should().BeEquivalentTo(new { Step = HandoffStep.Accepted, OpenedAt = (DateTimeOffset?)null });
        scene.Verdict("#run").Handoff!.OpenedAt.Should().Be(scene.Verdict("#build").State!.Acceptance!.At);
        scene.Say("#build", "kate", "/block x").Verdict("#build").Handoff!.Step.Should().Be(HandoffStep.Open);
    }

    [Fact]
    public void An_accepted_hand_off_does_not_pass_before_its_items() =>
        Code(Accepted().Say("a", "zev", "/undo"), "#build").Should().Be((Verdict.Pending, ReasonCode.WaitsFor));

    [Fact]
    public void A_hand_off_of_a_later_stage_is_not_asked_for()
    {
        var scene = new GateScene(ValidList.Parse(Phases));

        scene.Ask("deploy").Lists.Single().Items.Select(item => item.Id.Item).Should().Equal("a", "b", "#handoff/build", "c", "#handoff/run");
        scene.Ask("close").Lists.Single().Items.Should().HaveCount(7);
        scene.Verdict("#after").Stage.Should().Be("close");
        scene.Verdict("#build").Stage.Should().Be("deploy");
    }

    [Theory]
    [InlineData("Report", false, ReasonCode.ArtifactMissing)]
    [InlineData("Report", null, ReasonCode.ProbeError)]
    [InlineData("Pull request", false, ReasonCode.ArtifactMissing)]
    public void A_hand_off_waits_for_its_artifacts(string artifact, bool? isThere, ReasonCode expected) =>
        Code(Accepted().Found(artifact, isThere), "#build").Should().Be((Verdict.Fail, expected));

    [Theory]
    [InlineData("Report")]
    [InlineData("Pull request")]
    public void An_artifact_that_nobody_looked_for_is_not_there(string artifact) => Code(Accepted().Found(artifact, fact: null), "#build").Should().Be((Verdict.Fail, ReasonCode.ProbeError));

    [Fact]
    public void A_hand_off_is_held_by_words_and_by_a_text_that_is_not_synced()
    {
        Code(Accepted(), "#build").Should().Be((Verdict.Pass, ReasonCode.SignedOff));
        Code(Accepted().Say("#build", "rr", "/block x"), "#build").Should().Be((Verdict.Fail, ReasonCode.Blocked));
        Code(Accepted().Say("#build", "kate", "/object x"), "#build").Should().Be((Verdict.Fail, ReasonCode.Objection));
        Code(Accepted().Close("#build", Person("zev"), CloseReason.NotPlanned), "#build").Should().Be((Verdict.Fail, ReasonCode.ClosedNotPlanned));
        Code(Accepted().Lose("#build"), "#build").Should().Be((Verdict.Fail, ReasonCode.NotSynced));
        Code(Accepted().Mark("#build", marker => marker with { Fingerprint = "0" }), "#build").Should().Be((Verdict.Fail, ReasonCode.NotSynced));
    }

    [Fact]
    public void Who_wrote_the_text_is_not_known_and_so_it_holds() =>
        Code(Of("{ not-by: author }", "{ id: x, title: t, owners: zev }").Say("x", "zev", "/done"), "x").Should().Be((Verdict.Fail, ReasonCode.ProbeError));

    [Fact]
    public void Only_one_phase_can_be_asked_for()
    {
        var scene = Accepted().Say("c", "rr", "/done");

        scene.Ask(phase: "build").Should().BeEquivalentTo(new { Decision = "pass" });
        scene.Ask(phase: "build").Lists.Single().Items.Select(item => item.Id.Item).Should().Equal("a", "b", "#handoff/build");
        scene.Ask(phase: "run").Decision.Should().Be("hold");
        Code(scene.Say("a", "zev", "/undo").Ask(phase: "run")).First().Should().Be((Verdict.Pending, ReasonCode.PhaseOrder), "an earlier phase counts though it is not shown");
    }

    /// <summary>A list that the rules would refuse.</summary>
    private static GateScene Unchecked(string gate, string word) => new(ValidList.Unchecked(gate, $"{{ id: x, title: t, owners: [zev, rr], {word} }}"));

    private static GateScene Accepted() =>
        new GateScene(ValidList.Parse(Phases)).Say("a", "zev", "/done").Say("b", "zev", "/done").Say("#build", "zev", "/done").Say("#build", "rr", "/accept 2026-03-01 all were there, minutes #12");

    private static (Verdict Verdict, ReasonCode Reason) Code(GateScene scene, string id) => scene.Verdict(id) is var verdict ? (verdict.Verdict, verdict.Reason) : default;

    private static IEnumerable<(Verdict Verdict, ReasonCode Reason)> Code(GateResult result) => result.Lists.Single().Items.Select(item => (item.Verdict, item.Reason));

    private static IEnumerable<ReasonCode> ListReasons(GateResult result) => result.Lists.Single().Reasons.Select(reason => reason.Reason);
}
