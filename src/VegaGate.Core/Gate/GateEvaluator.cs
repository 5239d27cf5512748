using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Configuration;
using VegaGate.Gate.Blocking;

namespace VegaGate.Gate;

/// <summary>Decides. Pure, and closed in doubt: what is not proven holds.</summary>
/// <param name="severities">What the configuration makes of notices. Whatever that is, they hold nothing.</param>
public sealed class GateEvaluator(ItemStateResolver resolver, SeverityPolicy severities)
{
    /// <summary>Decides for some lists.</summary>
    /// <param name="checklists">Lists without errors. One that does not have the stage holds, and so do all when none has the phase.</param>
    public GateResult Evaluate(ImmutableArray<Checklist> checklists, GateRequest request, GateFacts facts)
    {
        var isPhaseKnown = request.Phase is null || checklists.Any(checklist => checklist.Sections.Any(section => section.Id?.Value == request.Phase));
        return new([.. checklists.Select(checklist => isPhaseKnown ? Evaluate(checklist, request, facts) : Invalid(checklist, request.Stage ?? "", $"No list has a phase {request.Phase}."))]);
    }

    private ListResult Evaluate(Checklist checklist, GateRequest request, GateFacts facts)
    {
        var release = checklist.IsPerRelease ? request.Release : null;
        var stage = request.Stage ?? checklist.Gate.Stages[^1].Value;
        if (checklist.IsPerRelease && release is null)
        {
            var missing = new ListReason(ReasonCode.ReleaseMissing, "This list is walked for each release: say which one with --release.");
            return new ListResult(checklist.Name, checklist.Title, checklist.Source.Path, stage, [missing], []);
        }

        if (checklist.Gate.IndexOf(stage) < 0)
            return Invalid(checklist, stage, $"This list has no stage {stage}.");
        var blockers = facts.BlockersOf(checklist, release).ToImmutableArray();
        var unconfirmed = blockers.Where(blocker => blocker.IsUnconfirmed).ToImmutableArray();
        var result = new ListResult(
            release is null ? checklist.Name : $"{checklist.Name}@{release}",
            checklist.Title,
            checklist.Source.Path,
            stage,
            [.. ListReasons(checklist.Gate, request, facts), .. BlockerReasons(blockers)],
            new ListEvaluation(checklist, release, checklist.Gate.IndexOf(stage), facts, resolver).Evaluate(request.Phase))
        {
            Teams = [.. facts.Teams.Where(team => team.List == checklist.Name)],
            Blockers = [.. blockers.Where(blocker => blocker.IsOpen), .. unconfirmed.TakeLast(ListResult.MostUnconfirmed)],
            MoreReports = Math.Max(0, unconfirmed.Length - ListResult.MostUnconfirmed) + (checklist.Escalation is null ? 0 : facts.Reports.Unread),
            Notices = [.. severities.Apply(RecordedSignOffs.Check(checklist, facts, resolver))],
        };
        return facts.Override is { } word && MayOverride(word, checklist, result) ? result with { Override = word } : result;
    }

    /// <summary>What is critical holds every phase and stage, and so does a report that names nothing that is known.</summary>
    private static IEnumerable<ListReason> BlockerReasons(IEnumerable<BlockerRecord> blockers) =>
        from blocker in blockers
        where blocker.IsOpen && (blocker.Severity == Severity.Critical || blocker.Item is null)
        select new ListReason(
            ReasonCode.BlockerOpen,
            $"{(blocker.Severity == Severity.Critical ? "A critical blocker" : "A report that names no item or hand-off")} holds everything: {blocker.Item?.Item ?? "the list"} (#{blocker.Issue}), by {blocker.Raised.Actor.Login} since {blocker.Since:u}: {blocker.Reason}");

    /// <summary>Only what holds can be overridden, by people whom this list names for it.</summary>
    private static bool MayOverride(OverrideWord word, Checklist checklist, ListResult result) =>
        result.HoldsByItself
        && result.Reasons.All(reason => reason.Reason.CanBeOverridden())
        && new Authority(checklist.People).Find(word.Actor) is { } person
        && checklist.Gate.BreakGlassAmong(checklist.People).Contains(person.Slug.Value);

    private static ListResult Invalid(Checklist checklist, string stage, string sentence) =>
        new(checklist.Name, checklist.Title, checklist.Source.Path, stage, [new ListReason(ReasonCode.ChecklistInvalid, sentence)], []);

    private static IEnumerable<ListReason> ListReasons(GatePolicy gate, GateRequest request, GateFacts facts)
    {
        var now = facts.Now;
        if (!facts.IsCommitProtected)
            yield return new ListReason(ReasonCode.CommitNotProtected, $"The commit {request.Sha} is in no protected branch, so nobody can say who agreed to this file.");
        foreach (var freeze in gate.Freezes.Where(freeze => freeze.Contains(now)))
            yield return new ListReason(ReasonCode.Frozen, $"Frozen until {freeze.To:u}{(freeze.Reason is null ? "" : $": {freeze.Reason}")}.") { AskAgain = freeze.To };
        if (gate.Window is { } window && !window.Contains(now))
        {
            yield return now < window.From
                ? new ListReason(ReasonCode.OutsideWindow, $"The launch window opens at {window.From:u}.") { AskAgain = window.From }
                : new ListReason(ReasonCode.OutsideWindow, $"The launch window closed at {window.To:u}: name a new one in the file.");
        }
    }
}
