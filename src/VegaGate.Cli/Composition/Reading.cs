using VegaGate.Gate;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>How a session reads for the gate.</summary>
internal static class Reading
{
    /// <summary>A reader of the session's tracker, repository, teams and checkout.</summary>
    /// <param name="timelines">What was read before; null for a release, which reads everything anew.</param>
    /// <param name="commit">The commit whose files are gated, where that is not the one that is checked out.</param>
    public static GateReader ReaderOf(this TrackerSession session, Surroundings surroundings, ITimelineStore? timelines = null, string? commit = null) =>
        new(session.Tracker, commit is not null && session.RepositoryAt is { } at ? at(commit) : session.Repository, session.Teams, session.Identities)
        {
            Timelines = timelines,
            OpenHistory = () => GitTextHistory.Open(surroundings, commit),
            FindConflicts = SyncConflicts.Find,
        };
}
