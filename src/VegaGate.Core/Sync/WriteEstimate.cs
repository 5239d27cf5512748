namespace VegaGate.Sync;

/// <summary>How long a plan takes to write, before it is begun.</summary>
/// <param name="AtLeast">With the pauses that are kept between writes.</param>
/// <param name="AsMeasured">At the pace that GitHub was seen to allow for new issues: about 20 a minute and 150 an hour.</param>
public sealed record WriteEstimate(TimeSpan AtLeast, TimeSpan AsMeasured)
{
    private const int MeasuredPerMinute = 20;
    private const int MeasuredPerHour = 150;

    private static readonly TimeSpan CreationSpacing = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WriteSpacing = TimeSpan.FromSeconds(1);

    public static WriteEstimate Of(SyncPlan plan)
    {
        var creations = plan.Changes.Count(change => change.Action == SyncAction.Create);
        var others = plan.Changes.Where(change => change.IsWrite && change.Action != SyncAction.Create).Sum(change => change.Comment is null ? 1 : 2) + plan.Renames.Length;
        var spaced = CreationSpacing * creations + WriteSpacing * others;
        if (creations == 0)
            return new WriteEstimate(spaced, spaced);
        var hours = (creations - 1) / MeasuredPerHour;
        var minutes = (double)((creations - 1) % MeasuredPerHour + 1) / MeasuredPerMinute;
        var measured = TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(minutes) + WriteSpacing * others;
        return new WriteEstimate(spaced, measured > spaced ? measured : spaced);
    }
}
