using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Gate;

/// <summary>Decides. Pure, and closed in doubt: what is not proven holds.</summary>
public sealed class GateEvaluator(ItemStateResolver resolver)
{
    /// <summary>Decides for some lists.</summary>
    /// <param name="checklists">Lists without errors, each of which has the stage that is asked for.</param>
    public GateResult Evaluate(ImmutableArray<Checklist> checklists, GateRequest request, GateFacts facts) =>
        new([.. checklists.Select(checklist => Evaluate(checklist, request, facts))]);

    private ListResult Evaluate(Checklist checklist, GateRequest request, GateFacts facts)
    {
        var release = checklist.IsPerRelease ? request.Release : null;
        var stage = request.Stage ?? checklist.Gate.Stages[^1].Value;
        if (checklist.IsPerRelease && release is null)
        {
            var missing = new ListReason(ReasonCode.ReleaseMissing, "This list is walked for each release: say which one with --release.");
            return new ListResult(checklist.Name, checklist.Title, checklist.Source.Path, stage, [missing], []);
        }

        return new ListResult(
            release is null ? checklist.Name : $"{checklist.Name}@{release}",
            checklist.Title,
            checklist.Source.Path,
            stage,
            [.. ListReasons(checklist.Gate, request, facts)],
            new ListEvaluation(checklist, release, checklist.Gate.IndexOf(stage), facts, resolver).Evaluate(request.Phase));
    }

    private static IEnumerable<ListReason> ListReasons(GatePolicy gate, GateRequest request, GateFacts facts)
    {
        var now = facts.Now;
        if (!facts.IsCommitProtected)
            yield return new ListReason(ReasonCode.CommitNotProtected, $"The commit {request.Sha} is in no protected branch, so nobody can say who agreed to this file.");
        foreach (var freeze in gate.Freezes.Where(freeze => freeze.Contains(now)))
            yield return new ListReason(ReasonCode.Frozen, $"Frozen until {freeze.To:u}{(freeze.Reason is null ? "" : $": {freeze.Reason}")}.");
        if (gate.Window is { } window && !window.Contains(now))
            yield return new ListReason(ReasonCode.OutsideWindow, now < window.From ? $"The launch window opens at {window.From:u}." : $"The launch window closed at {window.To:u}.");
    }
}
