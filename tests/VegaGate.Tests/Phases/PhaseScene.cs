using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Phases;
using VegaGate.Tests.Gate;

namespace VegaGate.Tests.Phases;

/// <summary>Two phases, of which the first has due dates and a critical hand-off.</summary>
internal static class PhaseScene
{
    public const string Text =
        """
        checklist: list
        title: A list
        people: { zev: { name: Zev, github: zev }, rr: { name: RR, github: rr }, kate: { name: Kate, github: kate } }
        teams: { dev: { name: Dev (team), members: [zev] }, ops: { name: Ops, members: [rr, kate] } }
        phases:
          - id: build
            title: Build
            owners: dev
            items: [{ id: a, title: A, due: 2026-02-28 }, { id: b, title: B, due: 2026-03-01, severity: critical }, { id: e, title: E }]
            handoff: { to: ops, critical: true, criteria: [It builds], artifacts: [{ name: Report, path: REPORT.md }, { name: Handshake }] }
          - id: run
            title: Run
            owners: ops
            items: [{ id: c, title: C }]
            handoff: { to: dev, artifacts: [{ name: Runbook, path: RUN.md }] }
        communication:
          status-update: { every: 2d, template: UPDATE.md }
          meetings: { critical: required, at-most: 30m, agenda: [Artifacts, Risks] }
        targets: { phase-completion: 100%, handoff-quality: 90%, documentation: 100%, blocker-resolution: { critical: 2h } }
        changes:
          - { date: 2026-01-11, version: "1.0", text: First, by: Zev }
          - { date: 2026-02-01, version: "1.1", text: Second }
        """;

    public static Checklist List { get; } = ValidList.Parse(Text);

    public static GateScene Create() => new(List);

    /// <summary>The items of the first phase are done.</summary>
    public static GateScene Ready() => Create().Say("a", "zev", "/done").Say("b", "zev", "/done").Say("e", "zev", "/done");

    public static GateScene HandedOver(string score = "4/5 ") => Ready().Say("#build", "zev", "/done").Say("#build", "rr", $"/accept {score}2026-03-01 all were there, minutes #12");

    public static ProgressUpdate Update(GateScene scene, DateTimeOffset since) => Update(scene, since, List);

    public static ProgressUpdate Update(GateScene scene, DateTimeOffset since, Checklist list) => ProgressUpdate.Of(
        list, null, scene.Ask().Lists.Single(), new UpdateQuestion(since, scene.Now));

    public static ImmutableDictionary<string, Metric> Metrics(GateScene scene, params ImmutableArray<BlockerTime> blockers) =>
        ListMetrics.Of(List, null, scene.Ask().Lists.Single(), blockers, scene.Now).ToImmutableDictionary(metric => metric.Key, StringComparer.Ordinal);
}
