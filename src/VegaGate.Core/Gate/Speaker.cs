using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>Makes the verdict on what is being judged.</summary>
internal delegate ItemVerdict Speaker(Verdict verdict, ReasonCode reason, string sentence, params IEnumerable<string> waitsFor);

/// <summary>What holds an item and a hand-off alike. Each is null where nothing holds.</summary>
internal static class SharedVerdicts
{
    public static ItemVerdict NoIssue(this Speaker say, GateFacts facts, ItemScope scope) => facts.Missing.TryGetValue(scope.Id, out var number)
        ? say(Verdict.Fail, ReasonCode.IssueMissing, $"Its issue #{number} is gone: bring it back, or let `vegagate apply --adopt` make another, which nobody has signed off.")
        : say(Verdict.Fail, ReasonCode.NotSynced, "It has no issue yet: run `vegagate apply`.");

    /// <summary>Which of the two texts people have signed off, nobody can tell.</summary>
    public static ItemVerdict? Conflict(this Speaker say, GateFacts facts, ItemScope scope) => facts.Conflicts.TryGetValue(scope.Id, out var fields)
        ? say(Verdict.Fail, ReasonCode.Conflict, $"Changed on the issue and in the file, to different values ({string.Join(", ", fields)}): make them equal; `vegagate plan` shows both.")
        : null;

    public static ItemVerdict OtherText(this Speaker say) => say(Verdict.Fail, ReasonCode.NotSynced, "Its issue does not carry the text of the file: run `vegagate apply`.");

    /// <summary>An objection holds, also what is waived.</summary>
    public static ItemVerdict? Objection(this Speaker say, ItemState state, ItemScope scope) => state.Ledger.Objection is { } objection
        ? say(Verdict.Fail, ReasonCode.Objection, $"{objection.Actor.Login} objects: {objection.Text}", scope.Owners)
        : null;

    /// <summary>What holds an item whatever its sign-offs are.</summary>
    public static ItemVerdict? Held(this Speaker say, ItemState state, ItemScope scope)
    {
        if (state.Ledger.Blocker is { } blocker)
            return say(Verdict.Fail, ReasonCode.Blocked, $"Blocked by {blocker.Actor.Login} since {blocker.At:u}: {blocker.Text}", scope.Owners);
        if (state.Reports is [var report, ..])
            return say(Verdict.Fail, ReasonCode.BlockerOpen, $"Blocked by the report #{report.Issue} ({report.Severity.ToWord()}), which {report.Confirmed!.Actor.Login} stands behind since {report.Confirmed.At:u}: {report.Reason}", scope.Owners);
        if (state.LastClosing is { Reason: CloseReason.NotPlanned or CloseReason.Duplicate } closing)
            return say(Verdict.Fail, ReasonCode.ClosedNotPlanned, $"The issue was closed as not planned by {closing.Actor?.Login ?? "a deleted account"}: reopen it, or have it waived.", scope.Owners);
        return null;
    }
}
