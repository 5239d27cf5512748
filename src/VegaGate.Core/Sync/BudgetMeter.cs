using VegaGate.Configuration;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>Why a run stops before it has written everything.</summary>
/// <param name="Reason">In a few words.</param>
/// <param name="ResumeAt">When it is worth going on; null: at once.</param>
public sealed record BudgetStop(string Reason, DateTimeOffset? ResumeAt);

/// <summary>Counts what a run writes, against its budget.</summary>
/// <param name="made">When issues of ours were made before; older ones than an hour do not count.</param>
internal sealed class BudgetMeter(WriteCaps budget, IIssueTracker tracker, IEnumerable<DateTimeOffset> made)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Queue<DateTimeOffset> _made = new(made.Order());
    private int _written;

    /// <summary>What keeps the next change from being written; null where nothing does.</summary>
    public BudgetStop? Before(PlannedChange change)
    {
        if (_written >= budget.PerRun)
            return new BudgetStop($"the budget of one run, {budget.PerRun} changes, is spent", null);
        if (tracker.RequestsLeft is { } left && left.Count <= budget.Reserve)
            return new BudgetStop($"{left.Count} requests are left, and {budget.Reserve} are kept for others", left.ResetAt);
        if (change.Action != SyncAction.Create)
            return null;
        while (_made.TryPeek(out var oldest) && tracker.Now - oldest >= Hour)
            _made.Dequeue();
        return _made.Count >= budget.PerHour ? new BudgetStop($"the budget of one hour, {budget.PerHour} new issues, is spent", _made.Peek() + Hour) : null;
    }

    public void Count(PlannedChange change)
    {
        _written++;
        if (change.Action == SyncAction.Create)
            _made.Enqueue(tracker.Now);
    }
}
