using VegaGate.Conditions;
using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.Probes;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>How a session reads for the gate.</summary>
internal static class Reading
{
    /// <summary>A reader of the session's tracker, repository, teams and checkout.</summary>
    /// <param name="decides">By whose word the probes of items may go where they go; null where nothing is decided, and they are not asked.</param>
    /// <param name="commit">The full id of the commit that is gated; null for that of the run, and outside a workflow the one that is checked out.</param>
    /// <param name="timelines">What was read before; null for a release, which reads everything anew.</param>
    public static GateReader ReaderOf(this TrackerSession session, Surroundings surroundings, ProjectConfiguration? decides = null, string? commit = null, ITimelineStore? timelines = null) =>
        new(session.Tracker, commit is not null && session.RepositoryAt is { } at ? at(commit) : session.Repository, session.Teams, session.Identities)
        {
            Timelines = timelines,
            OpenHistory = () => GitTextHistory.Open(surroundings, commit),
            OpenProbes = decides is null ? null : () => session.ProbesOf(decides, surroundings, commit),
            Addresses = decides is null ? null : new ArtifactAddresses(() => session.ProbesOf(decides, surroundings, commit), host => ProbeRunner.MayReach(decides.ProbeHosts, host)),
            FindConflicts = SyncConflicts.Find,
        };

    /// <summary>What asks the probes of a commit: of each the same, so that one question is asked once in a session.</summary>
    private static IProbes ProbesOf(this TrackerSession session, ProjectConfiguration configuration, Surroundings surroundings, string? commit)
    {
        var sha = commit ?? (surroundings.Variable("GITHUB_SHA") is { Length: > 0 } own ? own : null);
        if (session.Probes.TryGetValue(sha ?? "", out var known))
            return known;
        ICommitFiles files = session.IsLocal ? new WorkingFiles(surroundings) : new GitCommitFiles(surroundings, sha);
        return session.Probes[sha ?? ""] = new ProbeRunner(configuration.ProbeHosts, files, session.ChecksOf(sha ?? "HEAD"), surroundings.Time);
    }
}
