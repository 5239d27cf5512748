using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>How a session reads for the gate.</summary>
internal static class Reading
{
    /// <summary>A reader of the session's tracker, repository, teams and checkout.</summary>
    /// <param name="timelines">What was read before; null for a release, which reads everything anew.</param>
    public static GateReader ReaderOf(this TrackerSession session, Surroundings surroundings, ITimelineStore? timelines = null) =>
        new(session.Tracker, session.Repository, session.Teams, session.Identities) { Timelines = timelines, OpenHistory = () => GitTextHistory.Open(surroundings) };
}
