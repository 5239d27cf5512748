namespace VegaGate.Tracking;

/// <summary>What we said on an issue. Labels can be set and removed by many, and a mark can be copied; a comment of ours is ours.</summary>
public static class OwnComments
{
    /// <summary>The comments of a timeline that our logins wrote, in their order.</summary>
    /// <param name="identities">Our own logins.</param>
    public static IEnumerable<Commented> Of(IEnumerable<TimelineEvent> timeline, IReadOnlyCollection<string> identities) =>
        timeline.OfType<Commented>().Where(comment => comment.Actor is { } actor && identities.Any(actor.HasLogin));
}
